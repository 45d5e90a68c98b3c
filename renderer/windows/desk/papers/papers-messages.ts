import type { LetterModel } from '#shared/letters/letter-model'
import type { LetterProblem } from '#shared/letters/letter-problem'
import type { Result } from '#shared/kernel/result'

/** What a paper that is not for use says on every page. */
export type PaperMark = 'training'

export type PapersOrder =
  | { readonly id: number; readonly kind: 'make'; readonly model: LetterModel; readonly mark?: PaperMark }
  | { readonly id: number; readonly kind: 'draw'; readonly bytes: Uint8Array; readonly width: number }

export type PapersNews =
  | {
      readonly id: number
      readonly kind: 'made'
      readonly result: Result<{ bytes: Uint8Array; pages: number }, LetterProblem>
    }
  | { readonly id: number; readonly kind: 'drawn'; readonly images: readonly Uint8Array[] }
  | { readonly id: number; readonly kind: 'broken'; readonly why: string }
