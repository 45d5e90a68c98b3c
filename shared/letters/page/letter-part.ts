/** What a paragraph of a letter is about, so that a screen can show which words a question or a setting makes. */
export type LetterPart =
  | 'opening'
  | 'search'
  | 'decision'
  | 'published'
  | 'withheld'
  | 'reasons'
  | 'remedy'
  | 'closing'
  | 'contact'

/** One line of such a paragraph where it stands on its page, pt from the lower left corner. */
export interface PartLine {
  readonly about: LetterPart
  /** Starts at 1. */
  readonly page: number
  readonly box: readonly [x: number, y: number, width: number, height: number]
}
