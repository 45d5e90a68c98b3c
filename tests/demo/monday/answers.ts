import { expect } from '@playwright/test'
import { chooseReply, examine, examineAsNotOurs, recordSearch } from '../hands/case'
import { chooseOption } from '../hands/choose'
import type { Hands } from '../hands/hands'
import type { Story } from '../hands/people-of-the-story'
import { pressForReply, seeWholeLetter, sendForReview } from '../hands/reply-pages'
import type { Shot } from '../stage'
import { lettersOnPaper, type VisitorKind } from './visitors'

type Search = Story['search']

const search = (found: number, more: Partial<Search> = {}): Search => ({
  places: ['局档案室', '自然资源业务系统'],
  words: ['青石镇'],
  units: ['办公室'],
  from: '2015-01',
  to: '2026-09',
  found,
  ...more,
})

const searches: Readonly<Record<Exclude<VisitorKind, 'notOurs'>, Search>> = {
  oral: search(1, { words: ['石桥村7组', '宅基地'], units: ['用途管制股'], from: '2018-01', to: '2018-12' }),
  agent: search(1, { places: ['局门户网站规划公示栏目'], words: ['国土空间总体规划'], units: ['空间规划股'] }),
  organisation: search(0, {
    places: ['局档案室2014年至2016年土地整治卷', '青石镇政府档案室', '自然资源业务系统'],
    ...{
      words: ['茶园', '土地整治', '竣工验收'],
      units: ['耕地保护股', '县土地整治中心'],
      from: '2014-01',
      to: '2016-12',
    },
  }),
  post: search(1, { places: ['不动产登记系统'], words: ['南塘村16号'], units: ['县不动产登记中心'] }),
  partial: search(3, { words: ['白鹭村', '2019-G-014'], units: ['用途管制股'], from: '2019-01', to: '2020-12' }),
  refusal: search(1, {
    places: ['局办公室会议记录'],
    words: ['旧矿复垦', '局长办公会'],
    from: '2026-08',
    to: '2026-09',
  }),
  repeat: search(1, {
    places: ['局办公室会议记录'],
    words: ['旧矿复垦', '局长办公会'],
    from: '2026-08',
    to: '2026-09',
  }),
}

/** On the open case: examined, searched for, drafted and sent to the reviewer. */
export async function answer(hands: Hands, kind: VisitorKind, shot: Shot) {
  if (kind === 'notOurs') await examineAsNotOurs(hands)
  else {
    await examine(hands, noShot)
    await recordSearch(hands, searches[kind], noShot)
  }
  await pressForReply(hands, 'd')
  await drafts[kind](hands)
  await seeWholeLetter(hands)
  await shot('draft')
  await sendForReview(hands)
}

const drafts: Readonly<Record<VisitorKind, (hands: Hands) => Promise<void>>> = {
  async oral(hands) {
    await chooseReply(hands, 6, '予以公开')
    await hands.fillNext('附件 1 名称', '石桥村7组12号宅基地2018年用地审批表')
    await hands.fillNext('附件 1 页数', '2')
  },
  async agent(hands) {
    await chooseReply(hands, 6, '已主动公开')
    await hands.fillNext('信息 1 名称', '云溪县国土空间总体规划（2021—2035年）')
    await hands.fillNext('信息 1 网址、公报期号或者查阅场所', 'https://www.yunxi.example.cn/ghzy/2021-2035.html')
  },
  organisation: hands => chooseReply(hands, 4, '信息不存在'),
  async post(hands) {
    await chooseReply(hands, 3, '行政查询事项')
    await hands.fillNext('法律、行政法规名称', '不动产登记暂行条例')
    await hands.fillNext('条款', '第二十七条')
    await hands.fillNext('办理查询的单位', '云溪县不动产登记中心')
    await hands.fillNext('联系方式', '云溪县人民路20号一楼大厅，0571-88880020')
  },
  async partial(hands) {
    await chooseReply(hands, 6, '部分公开')
    await hands.fillNext('附件 1 名称', '青石镇白鹭村2019-G-014号宗地征地补偿安置方案')
    await hands.fillNext('附件 1 页数', '12')
    await withhold(hands, 1, {
      ...{ what: '会审意见表第2页各股室讨论意见', ground: /过程性信息/ },
      reason:
        '该部分是会审过程中的讨论记录，属于过程性信息，不对外发生效力，公开会影响各股室如实发表意见，' +
        '依照《条例》第十六条第二款的规定不予公开。',
    })
    await hands.press('Alt+w')
    await withhold(hands, 2, {
      ...{ what: '内部流转单', ground: /内部事务信息/ },
      reason: '该部分记载文件在本机关内部的流转，属于内部工作流程信息，依照《条例》第十六条第一款的规定不予公开。',
    })
  },
  async refusal(hands) {
    await chooseReply(hands, 5, '不予公开（过程性信息）')
    const reasons =
      '你申请公开的信息是本机关2026年8月27日局长办公会的讨论记录，复垦方案尚在论证，属于过程性信息，' +
      '公开会影响与会人员充分发表意见。依照《条例》第十六条第二款的规定，可以不予公开，本机关决定不予公开。' +
      '经审查，法律、法规、规章没有规定该信息应当公开。该信息不能作区分处理。'
    await hands.fillNext('理由', reasons)
  },
  async notOurs(hands) {
    await chooseReply(hands, 3, '非本机关负责公开')
    await hands.fillNext('负责公开的机关', '云溪县交通运输局')
    await hands.fillNext('联系方式', '云溪县交通路5号，0571-88880005')
  },
  async repeat(hands) {
    await chooseReply(hands, 2, '重复申请')
    await hands.tabTo(hands.page.getByRole('button', { name: /用这一件/ }))
    await hands.press('Enter')
    const earlier = `云自然资公开〔2026〕${lettersOnPaper + 5}号`
    await expect(hands.page.getByRole('textbox', { name: '原答复文号' })).toHaveValue(earlier)
  },
}

/** The ground proposes a reason with its article; the clerk writes what is particular to this part. */
async function withhold(hands: Hands, nth: number, part: { what: string; ground: RegExp; reason: string }) {
  const { page } = hands
  await hands.fillNext(`部分 ${nth} 内容`, part.what)
  await chooseOption(hands, page.getByRole('combobox', { name: `部分 ${nth} 依据` }), part.ground)
  await expect(page.getByRole('textbox', { name: `部分 ${nth} 理由` })).toHaveValue(/第十六条/)
  await hands.fillNext(`部分 ${nth} 理由`, part.reason)
}

async function noShot(): Promise<void> {}
