const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu
const BLANKS = /[\t \u00a0\u2000-\u200a\u202f]+/gu
const LINE_ENDS = /[\r\n\u2028\u2029]+/u

/** One line of text as it is printed: marks that have no shape are dropped, blanks become one space; U+3000 stays a cell. */
export const cleanLine = (text: string): string =>
  text
    .split(LINE_ENDS)
    .join(' ')
    .replace(INVISIBLE, '')
    .replace(BLANKS, ' ')
    .replace(/^ +|[ \u3000]+$/gu, '')

/** The paragraphs of a text that a person typed. */
export const paragraphsOf = (text: string): string[] => text.split(LINE_ENDS).map(cleanLine).filter(saysSomething)

/** Whether anything at all would be printed. */
export function saysSomething(text: string): boolean {
  return cleanLine(text).trim() !== ''
}
