import { workingCalendar, type WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { parseYearCalendar } from '#shared/domain/calendar/year-calendar'

/** The calendars that came with the program, resources/calendars. A file that does not hold together stops the build's tests. */
const files = import.meta.glob<Record<string, unknown>>('../../../resources/calendars/*.json', {
  eager: true,
  import: 'default',
})

export function builtInCalendar(): WorkingCalendar {
  const years = Object.values(files).flatMap(file => {
    const year = parseYearCalendar(file)
    return year.ok ? [year.value] : []
  })
  return workingCalendar(years)
}
