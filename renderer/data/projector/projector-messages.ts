import type { Witness } from '#shared/contracts/desk-channels'

/** Page to worker. The first is always `open`; the rest are done one after another. */
export type ProjectorOrder =
  | {
      readonly kind: 'open'
      /** 32 bytes; the worker forgets them when it ends. */
      readonly rowsKey: Uint8Array
      /** Whole address of the acts, `app://.../ledger/acts`. */
      readonly actsUrl: string
    }
  /** Take in what the journals have, at least act `seq` of the own chain; null: whatever is new, of any chain. */
  | { readonly kind: 'pull'; readonly id: number; readonly seq: number | null }
  /** A row of this database could not be opened: build the view again, unless that has happened since. */
  | { readonly kind: 'viewDamaged'; readonly database: string }

/** Worker to page. */
export type ProjectorNews =
  | Progress
  /** Read rows from this database from now on. Comes after `open` and again after every rebuild. */
  | {
      readonly kind: 'viewReady'
      readonly database: string
      /** Of the own chain. */
      readonly applied: Witness | null
      readonly poisonActs: number
    }
  | { readonly kind: 'pulled'; readonly id: number; readonly answer: PullAnswer }
  /** An order other than a pull failed; the view stays as it was. */
  | { readonly kind: 'failed'; readonly failure: ProjectorFailure }

/** A rebuild on its way. Acts are read first, which is quick, and then written; both count up to `of`. */
export interface Progress {
  readonly kind: 'progress'
  readonly phase: 'reading' | 'writing'
  readonly applied: number
  readonly of: number
}

export type PullAnswer =
  /** `applied` of the own chain stands at the asked seq or beyond, unless the journal itself ends before. */
  { readonly ok: true; readonly applied: Witness | null } | { readonly ok: false; readonly failure: ProjectorFailure }

export interface ProjectorFailure {
  /** `storage`: the database refused (full disk, broken profile). `locked`: the vault closed meanwhile. */
  readonly why: 'locked' | 'unreachable' | 'storage'
  /** Name of the error, for the log; never its text, which may quote a row. */
  readonly errorName: string
}
