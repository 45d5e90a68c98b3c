import type { Agency } from '../../domain/agencies/office-facts'
import { yearOf } from '../../domain/calendar/civil-date'
import { formatLetterNo } from '../../domain/requests/letter-number'
import type { Desk } from '../desk'

/** The number that issuing would draw now. Another window may take it first: what is issued is what counts. */
export async function expectedLetterNo(
  { series, today }: Pick<Desk, 'series' | 'today'>,
  agency: Agency,
): Promise<string> {
  const letters = { code: agency.code, year: yearOf(today) }
  return formatLetterNo({ ...letters, serial: await series.nextLetterSerial(letters) })
}
