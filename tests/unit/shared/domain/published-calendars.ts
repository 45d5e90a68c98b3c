import { readFileSync } from 'node:fs'
import { parseCivilDate, type CivilDate } from '#shared/domain/calendar/civil-date'
import { workingCalendar, type WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { parseYearCalendar, type YearCalendar } from '#shared/domain/calendar/year-calendar'

export const publishedYears = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]

export function calendarFile(year: number): unknown {
  return JSON.parse(readFileSync(new URL(`../../../../resources/calendars/${year}.json`, import.meta.url), 'utf8'))
}

export function yearCalendar(year: number): YearCalendar {
  const parsed = parseYearCalendar(calendarFile(year))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}

export const published = workingCalendar(publishedYears.map(yearCalendar))

export const without = (withheld: number): WorkingCalendar =>
  workingCalendar(publishedYears.filter(year => year !== withheld).map(yearCalendar))

export function day(text: string): CivilDate {
  const parsed = parseCivilDate(text)
  if (!parsed.ok) throw new Error(`not a day: ${text}`)
  return parsed.value
}

export function lawFixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/law/${name}.json`, import.meta.url), 'utf8')) as T
}
