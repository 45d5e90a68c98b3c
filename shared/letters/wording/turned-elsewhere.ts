import { formatDay } from '../../domain/calendar/civil-date'
import { transferTermEndsOn } from '../../domain/decisions/transfer-term'
import type {
  ArchivesNotice,
  Elsewhere,
  ElsewhereUnknown,
  NeedsProductionNotice,
  NotOursNotice,
  SpecialQueryNotice,
} from '../reply-model'
import { ARCHIVES_LAW, ARTICLE } from './law'
import { remedySection } from './remedy-clause'
import { cited, opening, paragraph, reasonsOf, sections, withoutEndMark, type BodyPart } from './reply-letter'
import { searchParagraphs } from './search-made'

/** `云溪县住房和城乡建设局（联系方式：…）` */
export const bodyAndContact = ({ name, contact }: Elsewhere): string =>
  `${withoutEndMark(name)}（联系方式：${withoutEndMark(contact)}）`

/** R11 行政查询事项告知书: Regulation art. 36 item 7, the law that governs access and the place that applies it. */
export const specialQueryBody = (model: SpecialQueryNotice): BodyPart[] =>
  noticeBody(
    model,
    `经审查，${model.addressedAs}申请公开的信息属于工商、不动产登记资料等信息，${cited(model.law)}对该信息的获取有特别规定。` +
      `根据《条例》${ARTICLE.specialQuery}的规定，现告知${model.addressedAs}：请依照上述规定，` +
      `向${bodyAndContact(model.elsewhere)}办理查询。`,
  )

/** R13 非本机关负责公开告知书: Regulation art. 36 item 5. */
export const notOursBody = (model: NotOursNotice): BodyPart[] =>
  noticeBody(
    model,
    `经审查，${model.addressedAs}申请公开的信息不属于本机关负责公开。` +
      `根据《条例》${ARTICLE.notOurs}的规定，现告知${model.addressedAs}：${whoIsResponsible(model)}`,
  )

/** Item 5 asks for name and contact where the agency can be determined (能够确定); where not, why not. */
const whoIsResponsible = ({ addressedAs, elsewhere }: NotOursNotice): string =>
  isUnknown(elsewhere)
    ? `${UNDETERMINED}，原因是：${withoutEndMark(elsewhere.unknownBecause)}。`
    : `${NAMED}${bodyAndContact(elsewhere)}，${addressedAs}可以向该机关提出申请。`

export const NAMED = '负责公开该信息的行政机关是'
export const UNDETERMINED = '本机关无法确定负责公开该信息的行政机关'

export const isUnknown = (elsewhere: NotOursNotice['elsewhere']): elsewhere is ElsewhereUnknown =>
  'unknownBecause' in elsewhere

/** R14 需加工制作告知书: Regulation art. 38 lets the agency decline what would have to be made first. */
export const needsProductionBody = (model: NeedsProductionNotice): BodyPart[] =>
  noticeBody(
    model,
    `经审查，提供${model.addressedAs}申请公开的内容，需要本机关对现有政府信息进行加工、分析。` +
      `《条例》${ARTICLE.production}规定，行政机关向申请人提供的信息应当是已制作或者获取的政府信息，` +
      `需要对现有政府信息进行加工、分析的，可以不予提供。本机关根据上述规定，决定不予提供。`,
  )

/** R23 档案已移交国家档案馆告知书: the regular term of transfer is over, so the rules on the use of archives apply. */
export const archivesBody = (model: ArchivesNotice): BodyPart[] =>
  noticeBody(
    model,
    `经审查，${model.addressedAs}申请公开的信息所在的档案形成于${formatDay(model.archives.formedOn)}，` +
      `已于${formatDay(model.archives.movedOn)}移交${withoutEndMark(model.elsewhere.name)}，` +
      `国家规定的移交期限已于${formatDay(transferTermEndsOn(model.archives.formedOn))}届满。` +
      `${ARCHIVES_LAW}规定，移交期限届满的，涉及政府信息公开事项的档案按照档案利用规定办理。` +
      `现告知${model.addressedAs}：请按照档案利用的规定，向${bodyAndContact(model.elsewhere)}申请查阅、利用。`,
  )

const noticeBody = (
  model: SpecialQueryNotice | NotOursNotice | NeedsProductionNotice | ArchivesNotice,
  decision: string,
): BodyPart[] => [
  opening(model),
  ...sections(
    ['检索和审查情况', searchParagraphs(model.search)],
    ['处理决定', [paragraph(decision, 'decision'), ...reasonsOf(model)]],
    remedySection(model),
  ),
]
