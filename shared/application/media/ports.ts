import type { BundlePreview, BundleResult, BundleStep } from '../../contracts/bundle-channels'
import type { HowFar } from '../../contracts/how-far'
import type { BundleLockWish, ExpectedSize, ShownMedium, UnseenEnd } from '../../contracts/media-channels'
import type { Problem } from '../../contracts/problems'
import type { CivilDate } from '../../domain/calendar/civil-date'
import type { MediumOut } from '../../domain/media/media-book'
import type { ExportOf } from '../../domain/media/media-facts'
import type { Post } from '../../domain/people/person-facts'
import type { Result } from '../../kernel/result'
import type { PaperProblem, TablePaper } from '../desk'
import type { RegisterSheet } from '../registers/export-register'

export type { BundlePreview, BundleResult, BundleStep, BundleWho } from '../../contracts/bundle-channels'
export type { HowFar } from '../../contracts/how-far'
export type { ExpectedSize, ShownMedium, UnseenEnd } from '../../contracts/media-channels'

/** One file of an export. Paths are ASCII, below `data/`, and hold nothing of a person. */
export type ExportFile =
  | { readonly kind: 'bytes'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'table'; readonly path: string; readonly sheet: Pick<RegisterSheet, 'columns' | 'rows'> }
  /** A scan or an attachment that main holds sealed. */
  | { readonly kind: 'sealed'; readonly path: string; readonly subject: string; readonly digest: string }
  /** 交换包: main writes it, of what the receiver is not known to have. */
  | ({ readonly kind: 'bundle' } & BundleWish)

export interface BundleWish {
  readonly to: 'machines' | 'headquarters'
  readonly isWhole: boolean
  readonly lock: BundleLockWish
}

/** Bundles that came on a medium. Nothing is used before all of it was checked and a person said so. */
export interface BundlesIn {
  find(mediumId: string): Promise<Result<readonly FoundBundle[], Problem>>
  take(
    mediumId: string,
    of: { readonly name: string; readonly passphrase?: string },
  ): Promise<Result<BundlePreview, Problem>>
  /** Name of the export that the program was opened with; told once. */
  offered(): Promise<Result<string | null, Problem>>
  /** What an import left that was ended in the middle. */
  waiting(): Promise<Result<BundlePreview | null, Problem>>
  /** Resolves when the screens show what came. */
  apply(role: Post): Promise<Result<BundleResult, Problem>>
  discard(): Promise<Result<void, Problem>>
  /** How far a check or an import is, also one that was begun before this page was opened; null where none goes on. */
  progress(): Promise<Result<BundleStep | null, Problem>>
  /** A check leaves nothing; an import ends with its segment, and the next one goes on there. */
  cancel(): Promise<Result<void, Problem>>
}

export interface FoundBundle {
  readonly name: string
  readonly parts: number
  readonly bytes: number
  /** It went out from this machine: there is nothing in it to be taken in, unless this machine was put back since. */
  readonly isOwn: boolean
}

export interface ExportOrder {
  readonly mediumId: string
  readonly of: ExportOf
  readonly isMasked: boolean
  readonly approvalId?: string
  readonly mediumNo: string
  readonly receiver: string
  readonly holder: string
  readonly role: Post
}

export interface ExportDone {
  readonly folder: string
  readonly digest: string
  readonly files: number
  readonly bytes: number
  /** False: the system must be asked to eject it before it is pulled. */
  readonly mayBePulled: boolean
}

export interface ExportProgressNews {
  readonly phase: 'packing' | 'writing' | 'comparing' | 'naming'
  readonly files: number
  readonly doneBytes: number
  readonly totalBytes: number | null
  readonly remainingSeconds: number | null
  /** Total and remaining time are the most that it may be. */
  readonly isAtMost: boolean
}

/** Main's side of sticks and folders. What lies there under its name is whole and recorded. */
export interface MediaExchange {
  list(): Promise<Result<readonly ShownMedium[], Problem>>
  /** Null where the person cancelled. */
  chooseFolder(): Promise<Result<string | null, Problem>>
  /** Refused where the medium has no room for the least of what is expected. */
  begin(order: ExportOrder & { readonly expected: ExpectedSize | null }): Promise<Result<string, Problem>>
  bundleSize(wish: BundleWish): Promise<Result<ExpectedSize, Problem>>
  send(exportId: string, file: ExportFile): Promise<Result<void, Problem>>
  /** Resolves when the register shows it. */
  finish(exportId: string): Promise<Result<ExportDone, Problem>>
  cancel(exportId: string): Promise<Result<void, Problem>>
  progress(exportId: string): Promise<Result<ExportProgressNews | null, Problem>>
  /** How the last export or import ended, where the desk was locked before anybody saw it. */
  unseenEnd(): Promise<Result<UnseenEnd | null, Problem>>
  forgetEnd(): Promise<Result<void, Problem>>
  verify(
    mediumId: string,
    folder: string,
  ): Promise<Result<{ readonly isWhole: boolean; readonly files: number }, Problem>>
  verifyProgress(mediumId: string, folder: string): Promise<Result<HowFar | null, Problem>>
  cancelVerify(mediumId: string, folder: string): Promise<Result<void, Problem>>
  removeLeftover(mediumId: string, name: string): Promise<Result<void, Problem>>
  /** The head's approval of one unmasked export. */
  approve(of: ExportOf, reason: string): Promise<Result<string, Problem>>
  acknowledge(of: {
    readonly exportId: string
    readonly on: CivilDate
    readonly how: 'paper' | 'medium'
    readonly receivedBy: string
    readonly role: Post
  }): Promise<Result<void, Problem>>
  reportMissing(of: {
    readonly exportId: string
    readonly on: CivilDate
    readonly reason: string
    readonly role: Post
  }): Promise<Result<void, Problem>>
  readonly bundles: BundlesIn
  /** 介质交接单 of a line of the register. */
  slip(medium: MediumOut): Promise<Result<TablePaper, PaperProblem>>
}
