import type { ClauseId } from '../../../domain/decisions/law-pack'
import type { Article } from '../../../domain/decisions/reply-types'
import { remedyFor } from '../../../domain/decisions/remedy'
import type { BookletModel } from '../../booklet/booklet-model'
import { paragraph, section, type Chapter } from '../../booklet/text-blocks'
import { chineseNumber, clauseText, noReplyText } from '../remedy-clause'

/** 六、监督和救济 (arts. 47, 51; the law pack of the day). */
export const remediesChapter = (model: BookletModel): Chapter => ({
  title: '六、监督和救济',
  blocks: [
    section('（一）投诉和举报'),
    paragraph(complaintSentence(model)),
    section('（二）超过期限没有答复'),
    ...noReplySentences(model).map(paragraph),
    section('（三）行政复议和行政诉讼'),
    ...remedySentences(model).map(paragraph),
  ],
})

/** Also on the leaflet. */
export const complaintSentence = ({ guide }: BookletModel): string =>
  `认为本机关未按照要求主动公开政府信息，或者不依法履行政府信息公开义务的，可以向${guide?.overseer ?? ''}投诉、举报，电话：${guide?.overseerPhone ?? ''}（《条例》第四十七条、第五十一条）。`

/** Ask first; then complaint, reconsideration and court, as the law pack of the day has them (arts. 47, 51). */
export function noReplySentences({ agency, lawPack }: BookletModel): readonly string[] {
  const { contactName, contactPhone } = agency
  return [
    `超过答复期限没有收到答复，也没有收到延长期限、补正或者征求意见的告知的，可以先向${contactName}查询，电话：${contactPhone}；也可以按照前款投诉、举报（《条例》第四十七条、第五十一条）。`,
    ...(lawPack ? noReplyText({ lawPack, agency }) : []),
  ]
}

/**
 * The clauses of the law pack, said of replies in general: which refusals ask for reconsideration first, the refused part
 * of a partial reply among them (reference 3.3), and of all others.
 * Throws without a law pack: `makeGuide` refuses such a booklet before.
 */
export function remedySentences({ agency, lawPack }: BookletModel): readonly string[] {
  if (!lawPack) throw new Error('no law pack for a guide')
  const articles = lawPack.reconsiderationFirstArticles.map(chineseArticle).join('、')
  const partial = remedyFor('PARTIAL', lawPack, lawPack.reconsiderationFirstArticles)
  const refusals = { letter: '不予公开答复', remedy: remedyFor('REFUSE_STATE_SECRET', lawPack) }
  const others = { letter: '其他答复', remedy: remedyFor('GRANT_PROVIDE', lawPack) }
  return [
    `本机关依照《条例》${articles}${WHAT_IS_WHICH[partial.clause]}`,
    ...[refusals, others].flatMap(part => clauseText({ lawPack, agency, ...part })),
  ]
}

/** By what the pack gives for a partial reply that rests on those articles. */
const WHAT_IS_WHICH: Readonly<Record<ClauseId, string>> = {
  refusedPartFirst:
    '不予公开的答复，以及部分公开答复中依照上述条款不予公开的部分，以下统称不予公开答复；' +
    '其余的答复和部分公开答复的其他内容，以下统称其他答复。',
  reconsiderationFirst: '不予公开的答复，以及依照上述条款作出的部分公开答复，以下统称不予公开答复。',
  freeChoice: '不予公开的答复，以下称不予公开答复。',
}

/** 14 is 第十四条, 16(1) 第十六条第一款; art. 36 alone counts items (项). */
function chineseArticle(article: Article): string {
  const [, count, part] = /^(\d+)(?:\((\d)\))?/u.exec(article) ?? []
  const name = `第${chineseNumber(Number(count))}条`
  return part ? `${name}第${chineseNumber(Number(part))}${count === '36' ? '项' : '款'}` : name
}
