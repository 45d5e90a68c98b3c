/**
 * Text that a spreadsheet could take for a formula or a command: = + - @, TAB, CR and LF at the start, and the full-width
 * forms that some programs fold to them (OWASP "CSV Injection").
 */
export const startsLikeFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/u.test(text)

/**
 * What a spreadsheet that opens a csv turns into a number, a day or a truth value, and does not show again as it was: of a long number
 * the end is lost, of 007 the beginning, 3E5 becomes 300000, 1/2 the second of January. Blanks around it protect nothing. A plain number
 * of up to eleven digits, a day (2026-03-02) and a time are left as they are: they are shown as they were, or as what they are.
 */
export function wouldBecomeAnother(text: string): boolean {
  const bare = text.trim()
  return (bare !== text && /^\d+$/u.test(bare)) || (!isDay.test(bare) && retyped.some(kind => kind.test(bare)))
}

const isDay = /^\d{4}-\d{2}-\d{2}$/u
const retyped: readonly RegExp[] = [
  /^\d{12,}[\dXx]?$|^0\d+$/u, // identity numbers, telephones
  /^(?:\d+\.?\d*|\.\d+)e[+-]?\d+$/iu,
  /^\.\d*$|^\d+\.(?:\d*0)?$/u, // decimals that a number writes otherwise
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u,
  /^[$¥￥€£]\s?[\d.,]+$|^[\d.,]+\s?%$/u,
  /^\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?$|^\d+ \d+\/\d+$/u, // days and fractions
  /^(?:true|false)$/iu,
]

/** In a csv, where a cell has no type: these are led by an apostrophe, and the import of registers takes it away again. */
export const needsApostrophe = (text: string): boolean =>
  startsLikeFormula(text) || wouldBecomeAnother(text) || text.startsWith("'")
