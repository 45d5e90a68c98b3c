const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu
const BLANKS = /[\t \u00a0\u2000-\u200a\u202f\u3000]+/gu

/** One line of text as it is printed: marks that have no shape are dropped, blanks become one space. */
export const cleanLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/gu, ' ').replace(INVISIBLE, '').replace(BLANKS, ' ').trim()

/** The paragraphs of a text that a person typed. */
export const paragraphsOf = (text: string): string[] =>
  text.split(/[\r\n\u2028\u2029]+/u).map(cleanLine).filter(line => line !== '')

/** Whether anything at all would be printed. */
export const saysSomething = (text: string): boolean => cleanLine(text) !== ''
