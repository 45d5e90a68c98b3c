import type { LetterModel } from '#shared/letters/letter-model'
import type { LetterProblem } from '#shared/letters/letter-problem'
import type { LetterOptions, MadeLetter } from '#shared/letters/make-letter'
import type { RegisterTable } from '#shared/letters/register-table'
import type { Result } from '#shared/kernel/result'

export type LetterMade = Omit<MadeLetter, 'text'>

export type PapersOrder =
  | { readonly id: number; readonly kind: 'make'; readonly model: LetterModel; readonly options: LetterOptions }
  /** Fetches and parses the fonts before the first letter asks for them. */
  | { readonly id: number; readonly kind: 'warm' }
  | {
      readonly id: number
      readonly kind: 'tabulate'
      readonly table: RegisterTable
      readonly options: LetterOptions
    }
  | {
      readonly id: number
      readonly kind: 'draw'
      readonly bytes: Uint8Array
      readonly width: number
      /** Landscape pages are turned, as they go through a printer. */
      readonly isUpright?: boolean
    }

export type PapersNews =
  | {
      readonly id: number
      readonly kind: 'made'
      readonly result: Result<LetterMade, LetterProblem>
    }
  | { readonly id: number; readonly kind: 'warm' }
  | { readonly id: number; readonly kind: 'drawn'; readonly images: readonly Uint8Array[] }
  | { readonly id: number; readonly kind: 'broken'; readonly why: string }
