import path from 'node:path'
import type { Problem } from '#shared/contracts/problems'
import { officeAuthority } from '../authority/office-authority'
import { blobIndex } from '../ledger/blob-index'
import { checkJournal, type CheckAnswer, type JournalCheck } from '../ledger/check-journal'
import { readCheckpoint, type Checkpoint } from '../ledger/checkpoint'
import { openJournalDisk } from '../ledger/journal-disk'
import type { Head, Ledger } from '../ledger/ledger'
import { otherChainsFolder } from '../ledger/other-chains'
import type { RunCheck } from '../ledger/run-check'
import type { OpenKeys } from '../vault/open-keys'

export interface JournalCareOptions {
  /** Folder of the office. */
  readonly folder: string
  readonly runCheck: RunCheck
  /** Shorter journals are read whole before the first screen, which takes less than a tenth of a second. */
  readonly leastActs?: number
}

export interface JournalCare {
  /** From where this start may read on, or null: then it reads the journal whole. */
  checkpoint(keys: OpenKeys): Checkpoint | null
  /** Checks the whole journal beside the work that goes on. Answers what stops it. */
  start(parts: Care): () => void
}

interface Care {
  readonly keys: OpenKeys
  readonly ledger: Ledger
  readonly onSound: () => void
  readonly onUnsound: (problem: Problem) => void
  /** Somebody waits for the answer: short journals are read whole once more too. */
  readonly isAsked?: boolean
}

const leastActsChecked = 5_000

/** The journal of an office that is large: opened from a checkpoint, checked whole in a thread after that. */
export function journalCare({ folder, runCheck, leastActs = leastActsChecked }: JournalCareOptions): JournalCare {
  const folderOf = ({ chain }: OpenKeys): string => path.join(folder, 'journal', chain)
  return {
    checkpoint: keys => readCheckpoint(folderOf(keys), { key: keys.snapshots, chain: keys.chain }),
    start: ({ keys, ledger, onSound, onUnsound, isAsked = false }) => {
      const isShort = !isAsked && ledger.actCount < leastActs && ledger.uncheckedUpTo === 0
      if (ledger.readOnly || isShort) return () => undefined
      const journalKey = sharedCopy(keys.journal)
      const checkpointKey = sharedCopy(keys.snapshots)
      const [{ seq, hash }, ...others] = ledger.heads as [Head, ...Head[]] // the own one is always there
      const check: JournalCheck = {
        ...{ folder: folderOf(keys), chain: keys.chain, journalKey, checkpointKey },
        head: { seq, hash },
        others: others.map(other => ({ ...other, folder: path.join(otherChainsFolder(folder), other.chain) })),
        from: ledger.uncheckedUpTo,
      }
      const forget = (): void => {
        journalKey.fill(0)
        checkpointKey.fill(0)
      }
      const hear = (answer: CheckAnswer): void => {
        forget()
        if (answer.kind === 'sound') return onSound()
        ledger.lockUnsound(answer.problem)
        onUnsound(answer.problem)
      }
      // A check that could not be made in its thread is made here: an unread journal is not taken for a sound one.
      const running = runCheck(check, answer => hear(answer.kind === 'failed' ? checkHere(check) : answer))
      return () => {
        running.stop()
        forget()
      }
    },
  }
}

function checkHere(check: JournalCheck): CheckAnswer {
  try {
    return checkJournal(check, {
      openDisk: openJournalDisk,
      onlookers: [officeAuthority(() => ''), blobIndex()],
    })
  } catch {
    return { kind: 'unsound', problem: { kind: 'journalBroken' } } // the disk does not give it back
  }
}

/** Both threads see one block of memory, so that zeroing it here takes the key from both. */
function sharedCopy(key: Uint8Array): Uint8Array {
  const shared = new Uint8Array(new SharedArrayBuffer(key.length))
  shared.set(key)
  return shared
}
