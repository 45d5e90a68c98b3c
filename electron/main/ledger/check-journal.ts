import type { Problem } from '#shared/contracts/problems'
import type { ActBody } from '#shared/ledger/act'
import { dropCheckpoint, readCheckpoint, sealCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint'
import type { FrameTable } from './frame-table'
import type { JournalDisk } from './journal-disk'
import { scanJournal, type ScanReport, type ScanStart } from './journal-scan'
import { LedgerIndex, type KeptIndex, type Onlooker, type ReadAct } from './ledger-index'
import { readScanned } from './read-scanned'

interface CheckedHead {
  readonly seq: number
  readonly hash: string
}

/** What a whole check needs, as it goes to a thread of its own. */
export interface JournalCheck {
  /** Folder of the segments of the own chain and of the checkpoint. */
  readonly folder: string
  /** 32 hex digits. */
  readonly chain: string
  /** Keys of journals and snapshots, in memory that the asking thread zeroes at lock. */
  readonly journalKey: Uint8Array
  readonly checkpointKey: Uint8Array
  /** The last act when the journal was opened. What is appended after it is the asking thread's own. */
  readonly head: CheckedHead
  /** The journals of other chains, likewise. */
  readonly others?: readonly (CheckedHead & { readonly chain: string; readonly folder: string })[]
  /** Act of the checkpoint that the ledger was opened from; 0 where it was read whole. */
  readonly from: number
}

export type CheckAnswer =
  | { readonly kind: 'sound'; readonly acts: number }
  | { readonly kind: 'unsound'; readonly problem: Problem }

interface CheckParts {
  readonly openDisk: (folder: string) => JournalDisk
  /** Of the kinds that the ledger has, fresh: they draw their conclusions from the first act on. */
  readonly onlookers: readonly Onlooker[]
}

/**
 * Reads the whole journals up to their heads and compares all that was concluded from them with the checkpoint that the
 * program started from. Sound: the checkpoint is written anew. Not sound: it goes, so that the next start reads the
 * journals whole and says before the first screen what is wrong.
 */
export function checkJournal(check: JournalCheck, { openDisk, onlookers }: CheckParts): CheckAnswer {
  const { folder, chain, checkpointKey, head, from, others = [] } = check
  const seal = { key: checkpointKey, chain }
  const found = readCheckpoint(folder, seal)
  const known = found?.seq === from ? found : null
  const index = new LedgerIndex(chain, onlookers)
  const journals = [{ ...head, chain, folder }, ...others].map(journal =>
    journalScan(check, { journal, openDisk, index }),
  )
  // Up to what the checkpoint says, then on: which chain's acts come first makes no difference to what is kept.
  const before = known && readKnown(journals, known, index)
  const scans = journals.map((journal, n) => ({ ...journal, scan: journal.upTo(journal.head.seq, before?.scans[n]) }))
  const problem = problemOfAll(scans) ?? (before && !isSame(before, scans) ? broken : null)
  if (problem) {
    attempt(() => dropCheckpoint(folder))
    return { kind: 'unsound', problem }
  }
  index.settleClocks(
    readerOf(
      journals,
      scans.map(({ scan }) => scan),
    ),
  )
  const [own, ...rest] = scans.map(({ head: { chain, seq, hash }, scan: { frames } }) => ({ chain, seq, hash, frames }))
  const sealed = sealCheckpoint(seal, { ...own!, others: rest, index: index.kept() })
  attempt(() => writeCheckpoint(folder, sealed))
  return { kind: 'sound', acts: scans.reduce((sum, { head: { seq } }) => sum + seq, 0) }
}

interface KnownRead {
  readonly known: Checkpoint
  readonly scans: readonly ScanReport[]
  /** What was concluded from the same acts. */
  readonly kept: KeptIndex
}

function readKnown(journals: readonly JournalScan[], known: Checkpoint, index: LedgerIndex): KnownRead {
  const scans = journals.map(journal => journal.upTo(journal.knownSeq(known)))
  index.settleClocks(readerOf(journals, scans))
  return { known, scans, kept: index.kept() }
}

interface JournalScan {
  readonly head: CheckedHead & { readonly chain: string }
  /** Where the checkpoint says that this journal ended. */
  knownSeq(known: Checkpoint): number
  /** Reads on from an earlier reading, or from the first act. */
  upTo(seq: number, from?: ScanStart): ScanReport
  /** Single acts of what such a reading has found. */
  reader(found: ScanReport): (seq: number) => ActBody | null
}

interface ScanParts {
  readonly journal: CheckedHead & { readonly chain: string; readonly folder: string }
  readonly openDisk: CheckParts['openDisk']
  readonly index: LedgerIndex
}

function journalScan({ journalKey, chain: own }: JournalCheck, { journal, openDisk, index }: ScanParts): JournalScan {
  const { chain, folder } = journal
  const key = Buffer.from(journalKey.buffer, journalKey.byteOffset, journalKey.byteLength)
  const seal = { key, chain: Buffer.from(chain, 'hex') }
  const disk = openDisk(folder)
  const keepsNewer = chain !== own
  return {
    head: journal,
    reader: ({ frames, seq }) => readScanned({ disk, seal, keepsNewer, frames, seq }),
    knownSeq: known =>
      Math.min(journal.seq, chain === own ? known.seq : (known.others.find(one => one.chain === chain)?.seq ?? 0)),
    upTo: (until, start) =>
      scanJournal(disk, seal, {
        ...{ until, start, keepsNewer },
        visit: ({ act, isNewer }) => (isNewer ? undefined : index.observe(act)),
      }),
  }
}

function readerOf(journals: readonly JournalScan[], found: readonly ScanReport[]): ReadAct {
  const readers = new Map(journals.map(({ head, reader }, n) => [head.chain, reader(found[n]!)]))
  return (chain, seq) => readers.get(chain)?.(seq) ?? null
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

interface Scanned {
  readonly head: JournalScan['head']
  readonly scan: ScanReport
}

const problemOfAll = (scans: readonly Scanned[]): Problem | null =>
  scans.map(problemOf).find(one => one !== null) ?? null

function problemOf({ head, scan }: Scanned): Problem | null {
  if (scan.end.kind === 'stopped') return scan.end.problem
  if (scan.seq < head.seq) return { kind: 'journalCutShort', lastSeq: scan.seq, witnessedSeq: head.seq }
  if (scan.hash === head.hash) return null
  return { kind: 'journalDamaged', damage: { segment: scan.segment, offset: scan.offset, firstBadSeq: head.seq } }
}

function isSame({ known, kept }: KnownRead, scans: readonly Scanned[]): boolean {
  if (known.index.text !== kept.text || !isEqual(known.index.seqs, kept.seqs)) return false
  const framesOf = (chain: string) => scans.find(({ head }) => head.chain === chain)?.scan.frames
  const [own, ...others] = [scans[0]!.scan.frames, ...known.others.map(({ chain }) => framesOf(chain))]
  return isPrefix(known.frames, own) && known.others.every(({ frames }, n) => isPrefix(frames, others[n]))
}

const isPrefix = (known: FrameTable, now: FrameTable | undefined): boolean =>
  now !== undefined && isEqual(known.cells, now.cells.subarray(0, known.cells.length))

const isEqual = (a: Uint32Array, b: Uint32Array): boolean => bytesOf(a).equals(bytesOf(b))
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Buffer => Buffer.from(buffer, byteOffset, byteLength)
