import type { ScanProblem } from '#shared/application/scans/scans'
import type { ScanMime } from '#shared/contracts/scan-type'
import type { Result } from '#shared/kernel/result'

export type ScanOrder =
  /** Answers the bytes with the watermark drawn on; their type may be another one. */
  | { readonly id: number; readonly kind: 'mark'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'open'; readonly bytes: Uint8Array; readonly mime: ScanMime }
  | {
      readonly id: number
      readonly kind: 'draw'
      readonly page: number
      readonly width: number
      readonly turns: number
    }

export type ScanNews =
  | { readonly id: number; readonly kind: 'marked'; readonly result: Result<Uint8Array, ScanProblem> }
  | { readonly id: number; readonly kind: 'opened'; readonly result: Result<{ readonly pages: number }, ScanProblem> }
  | { readonly id: number; readonly kind: 'drawn'; readonly image: Uint8Array }
  /** The reader itself broke; the worker is of no more use. */
  | { readonly id: number; readonly kind: 'broken' }
