import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { workingCalendar, type WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { parseYearCalendar } from '#shared/domain/calendar/year-calendar'

/** The published calendars, and the name of what is projected with them. */
export interface CalendarBook {
  readonly calendar: WorkingCalendar
  /** Another one where the folds or the calendars are others: then projections are made anew. */
  readonly version: string
}

/** Raised whenever the rows that acts make change. */
const projectionVersion = 4

/** Throws where a file is no calendar: a year must not be missing unnoticed. */
export function readCalendars(folder: string): CalendarBook {
  const files = fs.readdirSync(folder).filter(name => name.endsWith('.json'))
  const texts = files.sort().map(name => fs.readFileSync(path.join(folder, name), 'utf8'))
  const years = texts.map((text, at) => {
    const year = parseYearCalendar(JSON.parse(text))
    if (!year.ok) throw new Error(`${files[at]}: ${year.problem.kind}`)
    return year.value
  })
  const digest = createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12)
  return { calendar: workingCalendar(years), version: `${projectionVersion}-${digest}` }
}
