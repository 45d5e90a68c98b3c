import type { BookletModel, CatalogueEntry, MadeBooklet } from '#shared/letters/booklet/booklet-model'
import type { BookletProblem } from '#shared/letters/booklet/booklet-problem'
import type { PrintedDocument } from '#shared/letters/document/document-model'
import type { LetterModel } from '#shared/letters/letter-model'
import type { LetterProblem } from '#shared/letters/letter-problem'
import type { LetterOptions, MadeLetter } from '#shared/letters/make-letter'
import type { RegisterTable } from '#shared/letters/register-table'
import type { Result } from '#shared/kernel/result'
import type { PageRange } from './draw-pages'

export type LetterMade = Omit<MadeLetter, 'text'>

export type PapersOrder =
  | { readonly id: number; readonly kind: 'make'; readonly model: LetterModel; readonly options: LetterOptions }
  /** Fetches and parses the fonts before the first letter asks for them. */
  | { readonly id: number; readonly kind: 'warm' }
  | {
      readonly id: number
      readonly kind: 'tabulate'
      readonly table: RegisterTable
      readonly options: Pick<LetterOptions, 'mark'>
    }
  /** Rows of a long table, a slice at a time: they go to the end of the first part of the next one. */
  | { readonly id: number; readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly id: number
      readonly kind: 'document'
      readonly document: PrintedDocument
      readonly options: Pick<LetterOptions, 'mark'>
    }
  /** A guide or a leaflet. */
  | {
      readonly id: number
      readonly kind: 'bind'
      readonly booklet: 'guide' | 'leaflet'
      readonly model: BookletModel
      readonly options: Pick<LetterOptions, 'mark'>
    }
  /** A catalogue: opened, then documents in their order, a slice at a time, then closed; one at a time a worker. */
  | {
      readonly id: number
      readonly kind: 'openCatalogue'
      readonly model: BookletModel
      readonly options: Pick<LetterOptions, 'mark'>
    }
  | { readonly id: number; readonly kind: 'documents'; readonly entries: readonly CatalogueEntry[] }
  | { readonly id: number; readonly kind: 'closeCatalogue' }
  | {
      readonly id: number
      readonly kind: 'draw'
      readonly bytes: Uint8Array
      readonly width: number
      /** Landscape pages are turned, as they go through a printer. */
      readonly isUpright?: boolean
      /** Only these, counted from 1; all of them where it is left out. */
      readonly pages?: PageRange
    }

/** On the way to an answer: rows laid out. */
export interface PapersProgress {
  readonly id: number
  readonly kind: 'progress'
  readonly done: number
}

export type PapersNews =
  | {
      readonly id: number
      readonly kind: 'made'
      readonly result: Result<LetterMade, LetterProblem>
    }
  | { readonly id: number; readonly kind: 'warm' }
  | { readonly id: number; readonly kind: 'documentMade'; readonly made: MadeBooklet }
  | { readonly id: number; readonly kind: 'bound'; readonly result: Result<MadeBooklet, BookletProblem> }
  | { readonly id: number; readonly kind: 'taken' }
  | { readonly id: number; readonly kind: 'drawn'; readonly images: readonly Uint8Array[] }
  | { readonly id: number; readonly kind: 'broken'; readonly why: string }
