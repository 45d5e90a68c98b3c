/** Days since 1970-01-01, null where it is no day of the calendar. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return isReal ? at.getTime() / dayMs : null
}

/**
 * The year of a day, by arithmetic alone, because it is asked for every answer. Years begin in March here, so that a
 * leap day is the last of its year; 146,097 days are 400 years.
 */
export function yearOf(day: number): number {
  const sinceMarch0 = day + 719_468 // 1970-01-01 counted from 0000-03-01
  const era = Math.floor(sinceMarch0 / 146_097)
  const ofEra = sinceMarch0 - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const dayOfYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  return yearOfEra + era * 400 + (dayOfYear >= 306 ? 1 : 0) // January and February
}

export interface DayRange {
  readonly from: number | null
  readonly to: number | null
}

/**
 * 2020, 2020-05, 2020年5月1日, and two of them with .. or ~ between, one of which may be left out: 2019..2020-06.
 * Null where it says no day.
 */
export function readDayRange(text: string): DayRange | null {
  const [first = '', second, ...more] = text.split(/\.\.|~|～|至/)
  if (more.length > 0) return null
  const from = readSpan(first)
  const to = second === undefined ? from : readSpan(second)
  if (from === null || to === null || (from === 'open' && to === 'open')) return null
  return { from: from === 'open' ? null : from.first, to: to === 'open' ? null : to.last }
}

const dayMs = 86_400_000

function readSpan(text: string): { readonly first: number; readonly last: number } | 'open' | null {
  if (text.trim() === '') return 'open'
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?$/.exec(text.normalize('NFKC').trim())
  if (!parts) return null
  const [year, month, day] = parts.slice(1).map(part => (part === undefined ? null : Number(part)))
  const first = dayNumber(Number(year), month ?? 1, day ?? 1)
  if (first === null) return null
  if (day) return { first, last: first }
  const next = month
    ? dayNumber(Number(year) + Math.floor(month / 12), (month % 12) + 1, 1)
    : dayNumber(Number(year) + 1, 1, 1)
  return next === null ? null : { first, last: next - 1 }
}
