import type { Problem } from '#shared/contracts/problems'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Schedule } from '../vault/auto-lock'
import type { DeskPlace } from './open-desk'

/** What a machine stands on as long as the program runs, and whom it tells. */
export interface WorkstationOptions extends DeskPlace {
  readonly schedule: Schedule
  readonly newId: () => string
  /** What tells this machine from others; left out, no copy of an office is known as one before it meets the original. */
  readonly machineIdentifiers?: () => readonly string[]
  /** The auto-lock struck: the window has to forget what it shows. */
  readonly onTimedLock: () => void
  /** A whole check, while people work, found the journal unsound: it is for reading only from now on. */
  readonly onJournalLocked?: (problem: Problem) => void
  /** Headquarters as it was pinned at enrolment. */
  readonly pinned?: () => ChainRoot | null
  /** Somebody signed in, locked, or wrote: told while the caller waits, so whoever hears only makes a note of it. */
  readonly onChange?: (change: DeskChange) => void
}

export type DeskChange = 'opened' | 'written' | 'closed'
