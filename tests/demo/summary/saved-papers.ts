import fs from 'node:fs'
import path from 'node:path'
import { parseYearCalendar } from '#shared/domain/calendar/year-calendar'
import { workingCalendar } from '#shared/domain/calendar/working-calendar'
import { extractText } from '../../support/pdf/pdfium'

/** Text of every PDF of a folder by the name of its file. */
export async function savedPapers(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = fs.readdirSync(folder).filter(name => name.endsWith('.pdf'))
  const papers: Record<string, string> = {}
  for (const name of names) {
    const pages = await extractText(new Uint8Array(fs.readFileSync(path.join(folder, name))))
    papers[name] = pages.join('\n')
  }
  return papers
}

/** The calendars that the program ships. */
export function shippedCalendar() {
  const folder = path.resolve(import.meta.dirname, '../../../resources/calendars')
  const years = fs.readdirSync(folder).flatMap(name => {
    const year = parseYearCalendar(JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')))
    return year.ok ? [year.value] : []
  })
  return workingCalendar(years)
}
