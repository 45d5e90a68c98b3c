import { formatDay } from '../../domain/calendar/civil-date'
import type { SearchMade } from '../reply-model'
import { listed, paragraph, quoted, withEndMark, type BodyPart } from './reply-letter'

/** What was searched and found, in one paragraph; none where no search was made. */
export function searchParagraphs(search: SearchMade | null): BodyPart[] {
  if (!search) return []
  const words = search.words.length > 0 ? `，以${quoted(search.words)}为检索词` : ''
  const asked = search.unitsAsked.length > 0 ? `，并向${listed(search.unitsAsked)}查询核实` : ''
  const searched = `本机关于${formatDay(search.searchedOn)}${words}，对${listed(search.places)}进行了检索${asked}。`
  return [paragraph(withEndMark(`${searched}检索结果：${search.result}`), 'search')]
}
