/**
 * Text that a spreadsheet could take for a formula or a command: = + - @, TAB, CR and LF at the start, and the full-width
 * forms that some programs fold to them (OWASP "CSV Injection").
 */
export const startsLikeFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/u.test(text)

/** More than 15 digits lose their end as a number, and a leading zero its beginning. */
export const wouldBecomeNumber = (text: string): boolean => /^\d{12,}[\dXx]?$|^0\d+$/u.test(text)

/** In a csv, where a cell has no type: these are led by an apostrophe, and the import of registers takes it away again. */
export const needsApostrophe = (text: string): boolean =>
  startsLikeFormula(text) || wouldBecomeNumber(text) || text.startsWith("'")
