import type { Problem } from '../../contracts/problems'
import type { ScanMime } from '../../contracts/scan-type'
import type { DocumentId } from '../../domain/catalogue/document-facts'
import type { Post } from '../../domain/people/person-facts'
import type { RequestId, ScanKind } from '../../domain/requests/request-facts'
import type { Result } from '../../kernel/result'

/** A file that may become a scan. Its name is data: it is shown, and kept sealed as the title. */
export interface ScanFile {
  readonly name: string
  readonly bytes: number
  /** Known to main, which reads it itself; missing for a file that was dropped on the window. */
  readonly sourceId?: string
  /** Bytes from `from` up to `to`, of a dropped file. */
  readonly read?: (from: number, to: number) => Promise<Uint8Array>
}

/** `off`: no folder of the scanner is set. `missing`: it is set and not there now. */
export interface WatchedScans {
  readonly state: 'off' | 'missing' | 'ready'
  readonly files: readonly ScanFile[]
}

export interface NewScan {
  readonly requestId: RequestId
  readonly kind: ScanKind
  readonly title: string
  readonly file: ScanFile
}

/** A file that belongs to a document of the catalogue. */
export interface NewAttachment {
  readonly documentId: DocumentId
  /** The post under which it is added. */
  readonly role: Post
  readonly title: string
  readonly file: ScanFile
}

export interface AddedScan {
  /** It was here already, damaged: the bytes stand again, and no act was written. */
  readonly isMended: boolean
  /** False where the scanner's file could not be moved away: it is still in the folder. */
  readonly isPutAway: boolean
}

/** Beside what main answers: what the window's own reader cannot do with a file. */
export type ScanProblem =
  | Problem
  /** `protected`: a password. `damaged`: not what its first bytes say. */
  | { readonly kind: 'scanNotShown'; readonly why: 'protected' | 'damaged' }
  /** An extract of somebody's identity that the watermark cannot be drawn on: it is not taken in without. */
  | { readonly kind: 'scanNotMarked'; readonly why: 'protected' | 'damaged' | 'text' }

export type OpenScan =
  | {
      readonly kind: 'pages'
      readonly pages: number
      /** Page `page` (from 0) as PNG, `width` pixels wide before it is turned by `turns` quarters clockwise. */
      draw(
        page: number,
        look: { readonly width: number; readonly turns: number },
      ): Promise<Result<Uint8Array, ScanProblem>>
      close(): void
    }
  | { readonly kind: 'text'; readonly text: string; close(): void }

export interface ScanSteps {
  /** Bytes sealed so far, of how many. */
  onProgress(done: number, total: number): void
  isCancelled(): boolean
}

/** 材料: scans of a request, taken in piece by piece and read inside the program only. */
export interface Scans {
  /** The operating system's dialog; no files where it was cancelled. */
  pick(): Promise<Result<readonly ScanFile[], Problem>>
  watched(): Promise<Result<WatchedScans, Problem>>
  /** An extract of identity is watermarked first. Resolves when the bytes are on the medium and the act is written. */
  add(scan: NewScan, steps: ScanSteps): Promise<Result<AddedScan | 'cancelled', ScanProblem>>
  /** The same for a document: sealed, recorded, never marked. */
  attach(attachment: NewAttachment, steps: ScanSteps): Promise<Result<AddedScan | 'cancelled', ScanProblem>>
  openAttachment(
    documentId: DocumentId,
    attachment: { readonly digest: string; readonly mime: ScanMime },
  ): Promise<Result<OpenScan, ScanProblem>>
  open(
    requestId: RequestId,
    scan: { readonly digest: string; readonly mime: ScanMime },
  ): Promise<Result<OpenScan, ScanProblem>>
}
