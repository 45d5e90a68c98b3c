import { openJournal } from './journal'
import { openJournalDisk } from './journal-disk'
import type { Ledger } from './ledger'

export interface CopiedActs {
  readonly chain: string
  readonly upTo: number
  /** Where the journal of them is written; nothing lies there yet. */
  readonly folder: string
  /** Key of the office's journals. */
  readonly key: Buffer
}

/** Acts of one frame of the copy: few flushes for a long journal. */
const atOnce = { acts: 500, bytes: 16 << 20 }

/** Writes a journal of the first acts of a chain, byte for byte, and flushes it. */
export function copyActs(ledger: Ledger, { chain, upTo, folder, key }: CopiedActs): void {
  const seal = { key, chain: Buffer.from(chain, 'hex') }
  const copy = openJournal({
    ...{ disk: openJournalDisk(folder), seal, keepsNewer: true, witnesses: [] },
    visit: () => undefined,
  })
  try {
    while (copy.seq < upTo) {
      const acts = ledger.signedAfter(chain, copy.seq, { ...atOnce, acts: Math.min(atOnce.acts, upTo - copy.seq) })
      // Reading came upon damage: the journal ends before its head.
      if (acts.length === 0) throw Object.assign(new Error('acts that were there are not'), { code: 'EIO' })
      copy.append(acts.map(act => () => act))
    }
  } finally {
    copy.close() // Windows would not remove it at the next attempt
  }
}
