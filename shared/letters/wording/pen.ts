import type { CivilDate } from '../../domain/calendar/civil-date'
import { formatDay } from '../../domain/calendar/civil-date'

/** Room for a date by hand. */
export const BLANK_DATE = '　　　　年　　　月　　　日'

export const dayOrBlank = (on: CivilDate | null): string => (on ? formatDay(on) : BLANK_DATE)

/** The same where a row has two dates: the wide one breaks before its 日. */
export const dayOrNarrowBlank = (on: CivilDate | null | undefined): string =>
  on ? formatDay(on) : '　　年　　月　　日'

/** `■甲　□乙`: what was chosen is filled; with nothing chosen every box is for the pen. */
export const choices = (words: Readonly<Record<string, string>>, chosen: string | null): string =>
  Object.keys(words)
    .map(key => `${key === chosen ? '■' : '□'}${words[key]}`)
    .join('　')
