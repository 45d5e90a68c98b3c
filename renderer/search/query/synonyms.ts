import { fold } from '../text/fold'

/** Words that mean the same to who asks. Every word of a row stands for every other; folded when it is used. */
export type SynonymRows = readonly (readonly string[])[]

/** Words of Taiwan and Hong Kong that differ by more than the characters, and what counters abbreviate daily. */
export const commonSynonyms: SynonymRows = [
  ['信息', '資訊'],
  ['网络', '網路'],
  ['软件', '軟體'],
  ['质量', '品質'],
  ['最低生活保障', '低保'],
  ['医疗保险', '医保'],
  ['社会保险', '社保'],
  ['环境影响评价', '环评'],
  ['新型农村合作医疗', '新农合'],
  ['住房公积金', '公积金'],
]

/** The same words with one synonym put in, each once. `folded` itself is not among them. */
export function synonymsOf(folded: string, rows: SynonymRows): readonly string[] {
  const made = rows
    .map(row => row.map(fold))
    .flatMap(row => {
      const own = longestIn(folded, row)
      return own ? row.filter(other => other !== own).map(other => folded.replaceAll(own, other)) : []
    })
  return [...new Set(made)].filter(other => other !== folded).slice(0, mostVariants)
}

const mostVariants = 4

/** The longer one where one holds the other: 住房公积金 is not 公积金 with something before it. */
function longestIn(folded: string, words: readonly string[]): string | undefined {
  return words.filter(word => folded.includes(word)).sort((a, b) => b.length - a.length)[0]
}
