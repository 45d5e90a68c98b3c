/**
 * Text that a spreadsheet could take for a formula or a command: = + - @, TAB and CR at the start, and the full-width
 * forms that some programs fold to them (OWASP "CSV Injection").
 */
export const startsLikeFormula = (text: string): boolean => /^[=+\-@\t\r＝＋－＠]/u.test(text)

/** More than 15 digits lose their end as a number, and a leading zero its beginning. */
export const wouldBecomeNumber = (text: string): boolean => /^\d{12,}[\dXx]?$|^0\d+$/u.test(text)
