import type { ReplyLetterKind, ReplyModelOf } from '#shared/letters/reply-model'
import { publishedLawPacks } from '../law-packs'
import { day, request, search } from './sample-office'

const reply = {
  ...request,
  purpose: 'final',
  addressedAs: '你',
  route: 'collect',
  issuedOn: day('2026-10-13'),
  lawPack: publishedLawPacks()[0]!,
} as const

const numbered = (serial: number) => `云自然资公开〔2026〕${serial}号`

const granted: ReplyModelOf<'R01'> = {
  ...reply,
  letter: 'R01',
  letterNo: '云自然资公开〔2026〕15号',
  search: { ...search, result: '检索到征地补偿安置方案1份、补偿费发放表1份，均由本机关制作并保存' },
  reasons:
    '上述信息不涉及国家秘密，不属于《条例》第十四条、第十五条、第十六条规定的不予公开情形。第三方青石镇白鹭村村民委员会已书面表示同意公开。',
  medium: 'paper',
  route: 'collect',
  attachments: [
    { title: '《青石镇白鹭村2019-G-014号宗地征地补偿安置方案》', pages: 12 },
    { title: '《青石镇白鹭村征地补偿费发放表》', pages: 8 },
  ],
}

const notFound: ReplyModelOf<'R12'> = {
  ...reply,
  letter: 'R12',
  applicantName: '李喆堃',
  letterNo: '云自然资公开〔2026〕16号',
  description: '云溪县青石镇2015年度基本农田划定听证会视频资料',
  search: { ...search, words: ['基本农田', '听证', '视频'], result: '未检索到听证会视频资料' },
  reasons: '经核实，本机关2015年组织该次听证时仅制作书面听证笔录，未进行录像，也未从其他机关获取过该视频资料。',
}

const published: ReplyModelOf<'R02'> = {
  ...reply,
  letter: 'R02',
  letterNo: numbered(17),
  applicantName: '云溪县绿野环境咨询有限公司',
  addressedAs: '你单位',
  channel: 'email',
  description: '云溪县国土空间总体规划（2021—2035年）文本和2025年度国有建设用地供应计划',
  search: null,
  published: [
    {
      title: '《云溪县国土空间总体规划（2021—2035年）》文本',
      where:
        '云溪县人民政府门户网站“政府信息公开”栏目（https://www.yunxi.example.gov.cn/zwgk/ghjh/202503/t20250318_1187.html）',
      publishedOn: '2025-03-18',
    },
    {
      title: '《云溪县2025年度国有建设用地供应计划》',
      where: '《云溪县人民政府公报》2025年第2期第14页，可以在云溪县档案馆政府信息查阅点查阅',
    },
  ],
  reasons: '上述信息属于《条例》规定的主动公开范围，本机关已在规定期限内公开。',
}

const partial: ReplyModelOf<'R03'> = {
  ...reply,
  letter: 'R03',
  letterNo: numbered(18),
  search: { ...search, result: '检索到征地补偿安置方案1份、补偿费发放表1份' },
  reasons: '补偿费发放表中载有他人的居民身份证号码和银行账号，遮盖后不影响其余内容的完整，作区分处理后公开。',
  medium: 'paper',
  route: 'collect',
  attachments: [
    { title: '《青石镇白鹭村2019-G-014号宗地征地补偿安置方案》', pages: 12 },
    { title: '《青石镇白鹭村征地补偿费发放表》（已作区分处理）', pages: 8 },
  ],
  withheld: [
    {
      what: '补偿费发放表中其他村民的居民身份证号码、银行账号',
      ground: 'REFUSE_THIRD_PARTY',
      reason: '属于个人隐私，公开会对第三方合法权益造成损害，且不公开不会对公共利益造成重大影响',
    },
    {
      what: '补偿安置方案所附人口普查户表',
      ground: 'REFUSE_LAW',
      law: { title: '全国人口普查条例', article: '第三十三条' },
      reason: '该表是人口普查中获得的能够识别单个普查对象身份的资料，任何单位和个人不得对外提供、泄露',
    },
    {
      what: '局长办公会议对该方案的讨论记录',
      ground: 'REFUSE_PROCESS',
      reason: '该记录形成于方案审定之前，不是本机关的最终意见，公开会影响以后会议的正常讨论',
    },
  ],
}

const secret: ReplyModelOf<'R04'> = {
  ...reply,
  letter: 'R04',
  letterNo: numbered(19),
  description: '云溪县2024年度军事设施保护范围划定图',
  secrecyReference: '云国密定〔2024〕7号',
  reasons: '该信息在保密期限内，未解密，本机关不得公开。',
}

const forbidden: ReplyModelOf<'R05'> = {
  ...reply,
  letter: 'R05',
  letterNo: numbered(20),
  description: '第七次全国人口普查青石镇白鹭村各户普查表',
  search: { ...search, words: ['人口普查', '白鹭村'], result: '检索到普查表一册，由本机关保存' },
  law: { title: '《全国人口普查条例》', article: '第三十三条' },
  reasons: '普查表载有能够识别单个普查对象身份的资料，普查条例规定不得对外提供、泄露。',
}

const security: ReplyModelOf<'R06'> = {
  ...reply,
  letter: 'R06',
  letterNo: numbered(21),
  description: '云溪县城区供水管网节点坐标及水厂监控点位布置图',
  search: { ...search, words: ['供水管网', '监控点位'], result: '检索到布置图一套共6张' },
  reasons: '布置图标明供水管网全部关键节点和监控盲区，公开后可能被用于破坏供水设施，危及公共安全。',
}

const internal: ReplyModelOf<'R08'> = {
  ...reply,
  letter: 'R08',
  letterNo: numbered(22),
  description: '你局2025年度工作人员考勤记录和公务用车派车单',
  search: { ...search, words: ['考勤', '派车单'], result: '检索到考勤记录12册、派车单3册' },
  reasons: '考勤记录和派车单用于本机关人事和后勤管理，不对外产生影响。',
}

const process: ReplyModelOf<'R09'> = {
  ...reply,
  letter: 'R09',
  letterNo: numbered(23),
  description: '2019-G-014号宗地出让方案的历次征求意见稿和会议讨论记录',
  search: { ...search, words: ['2019-G-014', '出让方案'], result: '检索到征求意见稿3份、会议记录2份' },
  reasons:
    '上述材料形成于方案审定之前，处于讨论、研究阶段，内容与最终公布的方案不一致，公开会造成误解。最终方案已经公布。',
}

const caseFile: ReplyModelOf<'R10'> = {
  ...reply,
  letter: 'R10',
  letterNo: numbered(24),
  description: '云自然资罚〔2023〕11号行政处罚案的全部案卷材料',
  search: { ...search, words: ['云自然资罚〔2023〕11号'], result: '检索到该案案卷一册共86页' },
  reasons: '申请的是该案立案审批、调查询问、内部审核等案卷材料。该案的处罚决定书已经依法公开。',
}

const specialQuery: ReplyModelOf<'R11'> = {
  ...reply,
  letter: 'R11',
  letterNo: numbered(25),
  description: '云溪县人民路22号房屋的不动产登记簿和登记原始资料',
  search: null,
  law: { title: '不动产登记暂行条例', article: '第二十七条' },
  elsewhere: { name: '云溪县不动产登记中心', contact: '云溪县人民路30号政务服务大厅二楼，电话0571-88880066' },
  reasons: '权利人、利害关系人可以依法查询、复制不动产登记资料，查询的条件和程序由该条例规定。',
}

const notOurs: ReplyModelOf<'R13'> = {
  ...reply,
  letter: 'R13',
  letterNo: numbered(26),
  description: '云溪县青石镇2025年农村危房改造补助发放名单',
  search: null,
  elsewhere: { name: '云溪县住房和城乡建设局', contact: '云溪县建设路9号，电话0571-88880123' },
  reasons:
    '农村危房改造由住房和城乡建设主管部门组织实施，相关名单由其制作和保存。本机关未参与该项工作，也未从其他机关获取过该名单，经向局综合档案室核实，没有相关记录。',
}

const needsProduction: ReplyModelOf<'R14'> = {
  ...reply,
  letter: 'R14',
  letterNo: numbered(27),
  description: '2015年至2025年全县各镇征地面积、补偿标准、人均补偿额的逐年对比表',
  search: { ...search, result: '检索到各年度征地批复和补偿方案共143份，没有现成的对比表' },
  reasons: '制作该表需要对11年间143份批复和方案逐件摘录、换算、汇总，现有信息中没有能够直接提供的汇总结果。',
}

const petition: ReplyModelOf<'R16'> = {
  ...reply,
  letter: 'R16',
  letterNo: numbered(28),
  description: '请公开为什么白鹭村村干部侵占补偿款一直无人查处，要求追究责任',
  search: null,
  elsewhere: { name: '云溪县信访局', contact: '云溪县府前街3号来访接待室，电话0571-88880456' },
  reasons: '申请内容是反映村干部侵占补偿款并要求追究责任，没有指向特定的政府信息。',
}

const repeat: ReplyModelOf<'R17'> = {
  ...reply,
  letter: 'R17',
  letterNo: numbered(29),
  search: null,
  earlier: { letterNo: '云自然资公开〔2026〕15号', on: day('2026-04-13') },
  reasons:
    '两次申请所要求公开的是同一宗地的同一份补偿安置方案和发放表，前次答复已于2026年4月15日由你本人签收，所附信息完整，此后该信息没有变更，也没有形成新的版本。',
}

const publication: ReplyModelOf<'R18'> = {
  ...reply,
  letter: 'R18',
  letterNo: numbered(30),
  description: '《云溪县志（1986—2010）》全文',
  search: null,
  obtainable: '该书由方志出版社2016年出版，可以在云溪县图书馆地方文献室借阅，或者向各地新华书店购买',
  reasons: '该书是公开发行的图书，不是本机关制作或者获取的政府信息。',
}

const reconfirm: ReplyModelOf<'R20'> = {
  ...reply,
  letter: 'R20',
  letterNo: numbered(31),
  description: '要求对云自然资公开〔2026〕15号答复所附补偿安置方案的真实性予以书面确认并重新出具',
  search: null,
  earlier: { letterNo: '云自然资公开〔2026〕15号', on: day('2026-04-13') },
  reasons: '该方案复制件已经随前次答复提供，并加盖本机关政府信息公开专用章。',
}

const archives: ReplyModelOf<'R23'> = {
  ...reply,
  letter: 'R23',
  letterNo: numbered(32),
  description: '白鹭村2009年土地权属调查的原始表册',
  search: null,
  elsewhere: { name: '云溪县档案馆', contact: '云溪县文昌路2号，电话0571-88880200' },
  archives: { formedOn: day('2009-11-20'), movedOn: day('2020-06-12') },
  reasons: '该表册列入本机关2020年移交目录，移交手续齐全，本机关不再保存原件和复制件。',
}

/** Every letter that answers a request, with all that it must say. */
export const sampleReplies: { readonly [K in ReplyLetterKind]: ReplyModelOf<K> } = {
  R01: granted,
  R02: published,
  R03: partial,
  R04: secret,
  R05: forbidden,
  R06: security,
  R08: internal,
  R09: process,
  R10: caseFile,
  R11: specialQuery,
  R12: notFound,
  R13: notOurs,
  R14: needsProduction,
  R16: petition,
  R17: repeat,
  R18: publication,
  R20: reconfirm,
  R23: archives,
}
