import type { GuideFieldProblem, GuideTextField } from '#shared/application/booklets/guide-form'
import type { BookletChange } from '#shared/domain/booklets/booklet-changes'
import type { BookletElement } from '#shared/domain/booklets/booklet-elements'
import type { BookletKind } from '#shared/domain/booklets/booklet-facts'

const kinds = {
  'booklets.kind.guide': '政府信息公开指南',
  'booklets.kind.catalogue': '政府信息公开目录',
  'booklets.kind.leaflet': '申请办事单页',
} as const satisfies Readonly<Record<`booklets.kind.${BookletKind}`, string>>

const abouts = {
  'booklets.about.guide':
    '《条例》第十二条第二款：分类、编排体系、获取方式和公开机构的联系办法，附申请办法、期限和救济途径。',
  'booklets.about.catalogue': '《条例》第十二条第三款：按主题分类列出主动公开的文件，书末有发文字号索引。',
  'booklets.about.leaflet': '一页纸：怎样申请、向哪里提交、多久答复、不服怎么办。放在窗口，供来人取用。',
} as const satisfies Readonly<Record<`booklets.about.${BookletKind}`, string>>

const elements = {
  'booklets.element.agencyName': '机关名称',
  'booklets.element.officeName': '公开机构名称',
  'booklets.element.officeAddress': '办公地址',
  'booklets.element.officeHours': '办公时间',
  'booklets.element.officePhone': '联系电话',
  'booklets.element.officeFax': '传真号码（没有传真的，请注明没有）',
  'booklets.element.internetContact': '互联网联系方式（网址、电子邮箱、网上申请地址至少一项）',
  'booklets.element.waysToObtain': '获取方式（网址或者查阅场所至少一项）',
  'booklets.element.overseer': '受理投诉举报的机关',
  'booklets.element.overseerPhone': '投诉举报电话',
  'booklets.element.reconsiderationBody': '行政复议机关及其地址',
  'booklets.element.court': '法院及其地址',
  'booklets.element.lawPack': '今天适用的法律版本',
  'booklets.element.documents': '主动公开的文件（目录里还没有）',
} as const satisfies Readonly<Record<`booklets.element.${BookletElement}`, string>>

const changes = {
  'booklets.change.agencyChanged': '机关的名称、地址、电话或者救济途径已更正。',
  'booklets.change.guideChanged': '指南内容（办公时间、渠道、查阅场所等）已更正。',
  'booklets.change.topicsRenamed': '主题分类的名称已改。',
  'booklets.change.lawPackNewer': '适用的法律版本已换成 {lawPack}。',
  'booklets.change.calendarNewer': '已有 {year} 年的放假安排。',
  'booklets.change.wordingNewer': '本程序的文字有新版本。',
  'booklets.change.documentsAdded': '新收录 {n} 件文件。',
  'booklets.change.documentsChanged': '{n} 件文件的著录有改动。',
  'booklets.change.documentsRepealed': '{n} 件文件已废止或者失效。',
  'booklets.change.documentsWithdrawn': '{n} 件文件已移出目录。',
  'booklets.change.documentsDiffer': '收录的文件与上次不同。',
} as const satisfies Readonly<Record<`booklets.change.${BookletChange['kind']}`, string>>

const fields = {
  'guideSheet.field.officeHours': '办公时间',
  'guideSheet.field.postcode': '邮政编码',
  'guideSheet.field.fax': '传真号码',
  'guideSheet.field.website': '公开信息的网址',
  'guideSheet.field.email': '电子邮箱',
  'guideSheet.field.onlineForm': '网上申请的地址',
  'guideSheet.field.readingPlaces': '查阅场所',
  'guideSheet.field.overseer': '受理投诉举报的机关',
  'guideSheet.field.overseerPhone': '投诉举报电话',
} as const satisfies Readonly<Record<`guideSheet.field.${GuideTextField}`, string>>

const problems = {
  'guideSheet.problem.tooLong': '最多 {atMost} 个字，请缩短。',
  'guideSheet.problem.unprintable': '有印不出来的字符，请改掉。',
  'guideSheet.problem.postcodeShape': '邮政编码是 6 位数字。',
  'guideSheet.problem.addressShape': '请填完整的网址，以 http:// 或 https:// 开头。',
  'guideSheet.problem.emailShape': '电子邮箱的写法不对。',
  'guideSheet.problem.tooManyPlaces': '最多 {atMost} 处，请合并。',
} as const satisfies Readonly<Record<`guideSheet.problem.${GuideFieldProblem['kind']}`, string>>

export const bookletMessages = {
  ...kinds,
  ...abouts,
  ...elements,
  ...changes,
  ...fields,
  ...problems,
  'booklets.title': '指南和目录',
  'booklets.agency': '行政机关',
  'booklets.loading': '正在核对各册的内容',
  'booklets.never': '还没有编制过。',
  'booklets.last': '上次：{day}编制，{pages} 页，{name}{how}。',
  'booklets.how.pdf': '保存',
  'booklets.how.paper': '打印',
  'booklets.how.part': '打印第 {from} 至 {to} 页',
  'booklets.part.from': '从第几页',
  'booklets.part.to': '到第几页',
  'booklets.part.hint': '一次最多打印 {most} 页；打完一段，自动换到下一段',
  'booklets.part.wrong': '请填 1 至 {pages} 之间的页数，一次最多 {most} 页。',
  'booklets.part.print': '打印这一段',
  'booklets.part.printed': '已打印第 {from} 至 {to} 页，已记入账本。',
  'booklets.current': '内容是最新的',
  'booklets.stale': '内容已过时，请重新编制',
  'booklets.missing': '还缺内容，不能编制',
  'booklets.fresh': '可以编制',
  'booklets.changes': '上次编制以后的变化',
  'booklets.gaps': '还缺以下内容，补齐后才能编制：',
  'booklets.fill': '到设置里补填',
  'booklets.documents': '收录 {n} 件主动公开的文件。',
  'booklets.noAbstract': '其中 {n} 件没有内容概述，目录里这一项空着（《条例》第十二条第三款要求列明）。',
  'booklets.noDay': '其中 {n} 件没有生成日期，目录里印“未标明”。',
  'booklets.make.guide': '编制指南',
  'booklets.make.catalogue': '编制目录',
  'booklets.make.leaflet': '编制单页',
  'booklets.working': '正在排版',
  'booklets.laidOut': '正在排版，{done} / {of} 件',
  'booklets.drawing': '正在准备打印，{done} / {of} 页',
  'booklets.stop': '停止',
  'booklets.stopped': '已停止，没有保存，也没有打印。',
  'booklets.pages': '共 {pages} 页，双面打印，左侧装订',
  'booklets.shown': '第 {from} 至 {to} 页',
  'booklets.page': '{title}，第 {n} 页',
  'booklets.earlier': '前几页',
  'booklets.later': '后几页',
  'booklets.saved': '已保存，已记入账本。',
  'booklets.printed': '已打印，已记入账本。',
  'booklets.cancelled': '没有保存，也没有打印。',
  'booklets.elementMissing': '还缺：{element}。',

  'guideSheet.title': '指南内容',
  'guideSheet.aside': '印在公开指南和办事单页上，不知道的先空着。',
  'guideSheet.edit': '填写{name}的指南内容',
  'guideSheet.editing': '指南内容：{name}',
  'guideSheet.empty': '还没有填写。',
  'guideSheet.headOnly': '只有管理员和负责人能改。',
  'guideSheet.officeHoursHint': '照公布的写，例如 工作日上午8:30—12:00，下午14:30—17:30',
  'guideSheet.readingPlacesHint': '一行一处，写名称和地址',
  'guideSheet.overseerHint': '上一级行政机关或者政府信息公开工作主管部门（《条例》第四十七条、第五十一条）',
  'guideSheet.noFax': '没有传真',
  'guideSheet.noFaxNote': '指南上印“未设”。',
  'guideSheet.unchanged': '还没有改动',
  'guideSheet.save': '保存',
  'guideSheet.saved': '指南内容已写入账本。已编制的指南和单页会标出过时的部分。',
} as const
