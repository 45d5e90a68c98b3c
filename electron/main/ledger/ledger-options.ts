import type { Problem } from '#shared/contracts/problems'
import type { PlainAct } from '#shared/ledger/act'
import type { Checkpoint } from './checkpoint'
import type { JournalSeal } from './frame'
import type { JournalDisk } from './journal-disk'
import type { Onlooker } from './ledger-index'
import type { ProposedAct } from './make-acts'
import type { Mirror } from './mirror'
import type { OtherChains } from './other-chains'
import type { PersonalSealer } from './personal-parts'

/** Refuses what role, state or four eyes forbid; sees every act that is in the journal. */
export interface Authority extends Onlooker {
  judge(proposed: readonly ProposedAct[], acts: { of(subject: string): readonly PlainAct[] }): Problem | null
}

export interface LedgerOptions {
  readonly disk: JournalDisk
  readonly seal: JournalSeal
  readonly office: string
  readonly sign: (hash: Buffer) => Buffer
  readonly sealer: PersonalSealer
  readonly authority: Authority
  readonly now: () => number
  /** A reason why nothing new may be written now (disk nearly full, clock behind), or null. */
  readonly holdBack: (trustedAt: number | null) => Problem | null
  /** A reason why not even what others wrote may be taken in now (disk nearly full), or null. */
  readonly noRoom?: () => Problem | null
  readonly mirror?: Mirror
  /** Left out, the ledger knows no chain but its own. */
  readonly others?: OtherChains
  /** Hears of every act as the authority does; decides nothing. */
  readonly onlooker?: Onlooker
  /** What an earlier whole check found. Whoever gives one sees to it that the journal is checked whole after all. */
  readonly checkpoint?: Checkpoint | null
}
