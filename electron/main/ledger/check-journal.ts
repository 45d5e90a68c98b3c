import type { Problem } from '#shared/contracts/problems'
import { dropCheckpoint, readCheckpoint, sealCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint'
import type { FrameTable } from './frame-table'
import type { JournalDisk } from './journal-disk'
import { scanJournal } from './journal-scan'
import { LedgerIndex, type KeptIndex, type Onlooker } from './ledger-index'

/** What a whole check needs, as it goes to a thread of its own. */
export interface JournalCheck {
  /** Folder of the segments and of the checkpoint. */
  readonly folder: string
  /** 32 hex digits. */
  readonly chain: string
  /** Keys of journal and snapshots, in memory that the asking thread zeroes at lock. */
  readonly journalKey: Uint8Array
  readonly checkpointKey: Uint8Array
  /** The last act when the journal was opened. What is appended after it is the asking thread's own. */
  readonly head: { readonly seq: number; readonly hash: string }
  /** Act of the checkpoint that the ledger was opened from; 0 where it was read whole. */
  readonly from: number
}

export type CheckAnswer =
  { readonly kind: 'sound'; readonly acts: number } | { readonly kind: 'unsound'; readonly problem: Problem }

interface CheckParts {
  readonly disk: JournalDisk
  /** Of the kinds that the ledger has, fresh: they draw their conclusions from the first act on. */
  readonly onlookers: readonly Onlooker[]
}

/**
 * Reads the whole journal up to `head` and compares all that was concluded from it with the checkpoint that the
 * program started from. Sound: the checkpoint is written anew. Not sound: it goes, so that the next start reads the
 * journal whole and says before the first screen what is wrong.
 */
export function checkJournal(check: JournalCheck, { disk, onlookers }: CheckParts): CheckAnswer {
  const { folder, chain, journalKey, checkpointKey, head, from } = check
  const seal = { key: checkpointKey, chain }
  const known = readCheckpoint(folder, seal)
  const index = new LedgerIndex(onlookers)
  let then: KeptIndex | null = null
  const scan = scanJournal(
    disk,
    {
      key: Buffer.from(journalKey.buffer, journalKey.byteOffset, journalKey.byteLength),
      chain: Buffer.from(chain, 'hex'),
    },
    {
      until: head.seq,
      visit: ({ act }) => {
        index.observe(act)
        if (act.seq === known?.seq) then = index.kept()
      },
    },
  )
  const problem = problemOf(scan, head) ?? (known?.seq === from && !isSame(known, then, scan.frames) ? broken : null)
  if (problem) {
    attempt(() => dropCheckpoint(folder))
    return { kind: 'unsound', problem }
  }
  const sealed = sealCheckpoint(seal, { ...head, frames: scan.frames, index: index.kept() })
  attempt(() => writeCheckpoint(folder, sealed))
  return { kind: 'sound', acts: head.seq }
}

/** A full disk keeps the old checkpoint, and the journal is what was found all the same. */
function attempt(write: () => void): void {
  try {
    write()
  } catch {
    // The next start reads more, or says the same once more.
  }
}

/** The program concluded something else than it wrote down: no act may be judged by that. */
const broken: Problem = { kind: 'journalBroken' }

function problemOf(scan: ReturnType<typeof scanJournal>, head: JournalCheck['head']): Problem | null {
  if (scan.end.kind === 'stopped') return scan.end.problem
  if (scan.seq < head.seq) return { kind: 'journalCutShort', lastSeq: scan.seq, witnessedSeq: head.seq }
  if (scan.hash === head.hash) return null
  return { kind: 'journalDamaged', damage: { segment: scan.segment, offset: scan.offset, firstBadSeq: head.seq } }
}

function isSame(known: Checkpoint, then: KeptIndex | null, frames: FrameTable): boolean {
  if (then === null || known.index.text !== then.text) return false
  const places = frames.cells.subarray(0, known.frames.cells.length)
  return isEqual(known.index.seqs, then.seqs) && isEqual(known.frames.cells, places)
}

const isEqual = (a: Uint32Array, b: Uint32Array): boolean => bytesOf(a).equals(bytesOf(b))
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)
