import traditionalPairs from 'opencc-js/dict/TSCharacters'

/** What stands for punctuation in folded text. Never at its ends, never twice in a row. */
export const breakMark = '\u0001'
/** What stands where brackets or spaces were dropped between two alphanumerics, so that 〔2020〕5 is not 20205. */
export const separatorMark = '\u0002'

/**
 * One character of a text as the index sees it: '' where it shows nothing of its own, `separatorMark` for brackets,
 * quotes and spaces, `breakMark` for other punctuation, else letters: half width, lower case, simplified, compatibility forms resolved (① -> 1, ㎡ -> m2). Digits and a-z come out as ASCII.
 */
export function foldCharacter(character: string): string {
  const plain = isHangul(character) ? character : character.normalize('NFKD').toLowerCase().normalize('NFKD')
  return [...plain].map(foldPlain).join('')
}

export const isAlphanumeric = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 122)

const simplified = new Map(
  traditionalPairs.split('|').map(pair => {
    const [traditional = '', first = ''] = pair.split(' ')
    return [traditional, first] as const
  }),
)

// Accents over Latin letters and kana, variants of a glyph, zero widths.
const invisible = /^[\p{Default_Ignorable_Code_Point}\u0300-\u036f\u3099\u309a]$/u
const gap = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\s"'`]$/u
// Old GBK files carry rare characters in the private area; planes 2 and 3 hold nothing but Han, known to this ICU or not.
const letter = /^[\p{L}\p{N}\p{M}\p{Co}\u{20000}-\u{3ffff}]$/u

function foldPlain(character: string): string {
  if (invisible.test(character)) return ''
  if (gap.test(character)) return separatorMark
  if (!letter.test(character)) return breakMark
  return simplified.get(character) ?? character
}

/** Hangul syllables would fall apart into their strokes. */
const isHangul = (character: string): boolean => /^[\uac00-\ud7a3]$/.test(character)
