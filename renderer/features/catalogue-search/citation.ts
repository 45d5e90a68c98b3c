import type { FoundDocument } from '#shared/application/catalogue-search'
import { formatDay } from '#shared/domain/calendar/civil-date'

/** As a document is cited in office prose: 《标题》（文号，机关，日期）. Chinese whatever the language of the screen. */
export function citationOf({ title, docNo, facets, documentDate }: FoundDocument): string {
  const bare = title.text.replace(/^《(.*)》$/, '$1')
  const facts = [docNo.text, facets.issuer, documentDate ? formatDay(documentDate) : ''].filter(fact => fact !== '')
  return `《${bare}》${facts.length > 0 ? `（${facts.join('，')}）` : ''}`
}
