import type { OfficesAnswer } from '#shared/contracts/headquarters-console'
import { firstSettings } from '#shared/domain/agencies/office-settings'
import { addDays, civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import { isWorkingDay } from '#shared/domain/calendar/working-calendar'
import { allOffices, officeStandings } from '../store/offices'
import type { Parts } from './parts'

/** How the offices stand today in Asia/Shanghai: near is what the counter calls near, so many working days ahead. */
export async function officesNow({ db, now, calendars }: Parts): Promise<OfficesAnswer> {
  const today = civilDateAt(now())
  const soon = workingDaysAfter(today, firstSettings.warningWorkingDays, calendars.calendar)
  const names = new Map((await allOffices(db)).map(({ officeId, name }) => [officeId, name]))
  const standings = await officeStandings(db, today, soon)
  const offices = standings.map(({ lastContactAt, lastIngestAt, programs, ...standing }) => ({
    ...{ ...standing, name: names.get(standing.officeId) ?? '', programs: [...programs] },
    ...{ lastContactAt: lastContactAt?.toISOString() ?? null, lastIngestAt: lastIngestAt?.toISOString() ?? null },
  }))
  return { on: today, offices }
}

function workingDaysAfter(day: CivilDate, count: number, calendar: Parts['calendars']['calendar']): CivilDate {
  let at = day
  for (let left = count; left > 0;) {
    at = addDays(at, 1)
    if (isWorkingDay(at, calendar)) left--
  }
  return at
}
