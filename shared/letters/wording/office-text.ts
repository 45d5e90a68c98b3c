import { placesLost, slotsOf, textAt, type WordedLetter, type WordingSlot } from '../../domain/wording/office-wording'
import type { OfficeWording } from '../../domain/wording/office-wording'

export interface Worded {
  readonly letter: WordedLetter
  /** The office's own text of this letter; missing: the program's. */
  readonly wording?: OfficeWording
}

/** The text of a place of the letter with its elements filled in, each once: what an element says is not read as a place. */
export const worded = (
  { letter, wording }: Worded,
  slot: WordingSlot,
  elements: Readonly<Record<string, string>>,
): string => fill(textAt(letter, slot, wording), elements)

/** The same, in the fields between its semicolons; a semicolon inside an element does not part it. */
export const wordedFields = (
  { letter, wording }: Worded,
  slot: WordingSlot,
  elements: Readonly<Record<string, string>>,
): string[] =>
  textAt(letter, slot, wording)
    .replace(/[。；;]+$/u, '')
    .split(/[；;]/u)
    .map(field => fill(field, elements).trim())
    .filter(field => field !== '')

const fill = (text: string, elements: Readonly<Record<string, string>>): string =>
  text.replace(/\{([^{}]*)\}/gu, (place, name: string) => elements[name] ?? place)

/** Elements that this wording would lose: a letter is refused for them whatever is recorded. */
export const elementsLost = ({ letter, wording }: Worded): readonly string[] =>
  slotsOf(letter).flatMap(slot => placesLost(slot, textAt(letter, slot, wording)))
