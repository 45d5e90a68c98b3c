import type { LawPackMissing } from '../domain/decisions/law-pack'
import type { ElementId } from './elements'
import type { LetterKind } from './letter-model'

/** Why a letter was not made. Nothing is printed in part: a letter is whole or refused. */
export type LetterProblem =
  /** A mandatory element is empty (reference 7.1, 7.2). */
  | { readonly kind: 'elementMissing'; readonly letter: LetterKind; readonly element: ElementId }
  /** A reply is dated on a day for which no law pack of the program holds: its remedies are not known. */
  | (LawPackMissing & { readonly letter: LetterKind })
  /** No loaded font has this character: it must be named, never printed as an empty box (ISO 19005-2, 6.2.11.8). */
  | {
      readonly kind: 'characterMissing'
      readonly letter: LetterKind
      readonly character: string
      /** `U+212D4` */
      readonly codePoint: string
      /** The element it stands in; `text` where it stands in words that belong to no single element. */
      readonly element: ElementId | 'text'
    }

/** Why a font file cannot be used for letters. */
export type FontProblem = {
  readonly kind: 'fontUnusable'
  readonly role: FontFileRole
  /** `outlines`: no TrueType outlines; `licence`: OS/2 fsType forbids embedding or subsetting. */
  readonly why: 'unreadable' | 'outlines' | 'licence'
}

export type FontFileRole = 'body' | 'title' | 'heading' | 'userBody' | 'userTitle'
