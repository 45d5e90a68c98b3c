import { pinyin } from 'pinyin-pro'
import { typedInitials as lettersOf } from './typed-initials'

/**
 * First letters of a text's syllables in two readings: by word (重庆 -> cq) and by each character's commonest sound
 * (重庆 -> zq). `asCharacters` is '' where it says the same. Digits and Latin letters stay; everything else is dropped.
 */
export interface Initials {
  readonly asWords: string
  readonly asCharacters: string
}

/** The tables of pinyin-pro take some 10 MB: whoever only asks an index, and takes nothing in, imports this late. */
export function pinyinInitials(text: string): Initials {
  const asWords = lettersOf(pinyin(text, { ...firstLetters, type: 'array' }).join(''))
  const asCharacters = lettersOf([...text].map(commonInitial).join(''))
  return { asWords, asCharacters: asCharacters === asWords ? '' : asCharacters }
}

/** Whether a text's initials hold these letters, in either reading. */
export function hasInitials(text: string, letters: string): boolean {
  const { asWords, asCharacters } = pinyinInitials(text)
  return asWords.includes(letters) || asCharacters.includes(letters)
}

const firstLetters = { pattern: 'first', toneType: 'none' } as const

const initialOf = new Map<string, string>()

function commonInitial(character: string): string {
  const known = initialOf.get(character)
  if (known !== undefined) return known
  const initial = pinyin(character, firstLetters)
  initialOf.set(character, initial)
  return initial
}
