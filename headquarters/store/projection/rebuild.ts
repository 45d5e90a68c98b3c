import type { Database } from '../database'
import { inOffice, inOverview } from '../database'
import type { CalendarBook } from './calendar-book'
import { keepClockSayings } from './office-clocks'
import { officeCalendar, projectSendings } from './project-sendings'
import { lockProjection, projectSubjects } from './project-subjects'

const subjectsAtOnce = 500

/**
 * Makes the projections of one office anew from its acts, in one transaction: whoever reads meanwhile sees the old ones.
 * Tells how many cases were folded.
 */
export function rebuildOffice(db: Database, officeId: number, { calendar, version }: CalendarBook): Promise<number> {
  return inOffice(db, officeId, async rows => {
    await lockProjection({ rows, officeId })
    await keepClockSayings({ rows, officeId })
    await projectSendings({ rows, officeId })
    const to = { rows, officeId, calendar: await officeCalendar({ rows, officeId }, calendar) }
    for (const table of ['case_fact', 'stat_day', 'poison'] as const)
      await rows.deleteFrom(table).where('office_id', '=', officeId).execute()
    let cases = 0
    for (let after = ''; ;) {
      const next = await rows
        .selectFrom('act')
        .select('subject')
        .distinct()
        .where('office_id', '=', officeId)
        .where('subject', '>', after)
        .where('subject', 'like', 'request:%')
        .orderBy('subject')
        .limit(subjectsAtOnce)
        .execute()
      if (next.length === 0) break
      await projectSubjects(
        to,
        next.map(({ subject }) => subject),
      )
      cases += next.length
      after = next.at(-1)!.subject
    }
    await rows.updateTable('health').set({ projection: version }).where('office_id', '=', officeId).execute()
    return cases
  })
}

/** Offices whose projections were made by another version of the folds or by other calendars. */
export async function outdatedOffices(db: Database, { version }: CalendarBook): Promise<number[]> {
  const outdated = await inOverview(db, rows =>
    rows.selectFrom('health').select('office_id').where('projection', '!=', version).orderBy('office_id').execute(),
  )
  return outdated.map(({ office_id }) => office_id)
}
