import { ok, type Result } from '#shared/kernel/result'
import { noPreviousHash, parseActBody, placeNewerAct, type ActBody, type ActProblem } from '#shared/ledger/act'
import type { Problem } from '#shared/contracts/problems'
import { FrameTable } from './frame-table'
import type { JournalDisk } from './journal-disk'
import { hasFrameFrom, hashOfBody, headerAt, openFrame, type JournalSeal, type SignedBody } from './frame'
import { isAllZero, readWhole } from './whole-segment'
import { readSegmentHeader, segmentFileName, segmentHeaderBytes, segmentVersion } from './segment'

/** An act as read back: its parsed body, exact bytes, signature and hash. */
export interface StoredAct extends SignedBody {
  readonly act: ActBody
  readonly hash: string
  /** Of a newer form, kept unread: `act` says where it stands and nothing else. */
  readonly isNewer?: true
}

export type ScanEnd =
  /** Nothing but zeros follows. */
  | { readonly kind: 'clean' }
  /** The last thing in the last segment is not a whole frame and no frame follows it. */
  | { readonly kind: 'tornTail'; readonly bytes: number }
  | { readonly kind: 'stopped'; readonly problem: Problem }

export interface ScanReport {
  readonly frames: FrameTable
  readonly seq: number
  readonly hash: string
  /** Number of the last segment read, and the offset at which the next frame belongs. */
  readonly segment: number
  readonly offset: number
  readonly end: ScanEnd
}

/** What is known of the journal's beginning: the scan goes on behind its last frame. */
export interface ScanStart {
  readonly seq: number
  readonly hash: string
  readonly frames: FrameTable
}

export interface ScanTask {
  /** Another chain may be written by a newer program: what cannot be read is kept all the same. */
  readonly keepsNewer?: boolean | undefined
  readonly visit: (stored: StoredAct) => void
  readonly start?: ScanStart | undefined
  /** Looks no further than this act, which ends a frame: what follows may be half written. */
  readonly until?: number
}

interface Scan {
  readonly seal: JournalSeal
  readonly keepsNewer: boolean
  readonly visit: (stored: StoredAct) => void
  readonly until: number
  readonly frames: FrameTable
  seq: number
  hash: string
}

/** Walks the journal: seal, numbering and hash chain of every act. Signatures are audited elsewhere. */
export function scanJournal(disk: JournalDisk, seal: JournalSeal, task: ScanTask): ScanReport {
  const scan = beginScan(seal, task)
  const begin = endOf(scan.frames)
  const names = disk.list()
  let last = { segment: 0, offset: segmentHeaderBytes }
  for (const [index, name] of names.entries()) {
    const number = index + 1
    if (number < begin.segment && name === segmentFileName(number)) continue
    const offset = number === begin.segment ? begin.offset : segmentHeaderBytes
    const read = readSegment(scan, readWhole(disk, name), { name, number, offset, isLast: number === names.length })
    last = { segment: number, offset: read.offset }
    if (read.end) return report(scan, last, read.end)
  }
  return report(scan, last, { kind: 'clean' })
}

function beginScan(seal: JournalSeal, { visit, start, until = Infinity, keepsNewer = false }: ScanTask): Scan {
  if (!start) return { seal, keepsNewer, visit, until, frames: new FrameTable(), seq: 0, hash: noPreviousHash }
  return { seal, keepsNewer, visit, until, frames: start.frames.copy(), seq: start.seq, hash: start.hash }
}

interface SegmentPlace {
  readonly name: string
  readonly number: number
  /** Where reading begins. */
  readonly offset: number
  readonly isLast: boolean
}

/** `end` is missing where the scan goes on with the next segment. */
function readSegment(scan: Scan, bytes: Buffer, place: SegmentPlace): { offset: number; end?: ScanEnd } {
  const { name, number, isLast } = place
  const broken = name === segmentFileName(number) ? headerProblem(scan, bytes, number) : damageAt(scan, number, 0)
  if (broken) return { offset: 0, end: { kind: 'stopped', problem: broken } }
  const { offset, problem } = scanSegment(scan, bytes, place)
  if (problem) return { offset, end: { kind: 'stopped', problem } }
  if (scan.seq >= scan.until) return { offset, end: { kind: 'clean' } }
  const rest = bytes.subarray(offset)
  if (isAllZero(rest)) return { offset }
  if (isLast && !hasFrameFrom(bytes, offset + 1)) return { offset, end: { kind: 'tornTail', bytes: rest.length } }
  return { offset, end: { kind: 'stopped', problem: damageAt(scan, number, offset) } }
}

/** Where the frame after these belongs, unless a new segment begins. */
function endOf(frames: FrameTable): { segment: number; offset: number } {
  const last = frames.at(frames.length - 1)
  return last
    ? { segment: last.segment, offset: last.offset + last.length }
    : { segment: 1, offset: segmentHeaderBytes }
}

const report = (scan: Scan, last: { segment: number; offset: number }, end: ScanEnd): ScanReport => ({
  frames: scan.frames,
  seq: scan.seq,
  hash: scan.hash,
  ...last,
  end,
})

function headerProblem(scan: Scan, bytes: Buffer, number: number): Problem | null {
  const header = readSegmentHeader(bytes)
  if (header && header.version > segmentVersion) return { kind: 'journalNewer', version: header.version }
  if (!header || header.number !== number || !header.chain.equals(scan.seal.chain)) return damageAt(scan, number, 0)
  // In the segment in which the scan begins anew, frames before the start were counted already.
  const isBegun = scan.frames.at(scan.frames.length - 1)?.segment === number
  const fits = isBegun ? header.firstSeq <= scan.seq : header.firstSeq === scan.seq + 1
  return fits ? null : damageAt(scan, number, 0)
}

const damageAt = (scan: Scan, segment: number, offset: number): Problem => ({
  kind: 'journalDamaged',
  damage: { segment, offset, firstBadSeq: scan.seq + 1 },
})

function scanSegment(
  scan: Scan,
  bytes: Buffer,
  { number: segment, offset: from }: SegmentPlace,
): { offset: number; problem?: Problem } {
  let offset = from
  for (let header = headerAt(bytes, offset); header && scan.seq < scan.until; header = headerAt(bytes, offset)) {
    const acts = openFrame(scan.seal, bytes.subarray(offset, offset + header.length))
    // A right CRC over a broken seal is no torn write: somebody changed it, or the key is another office's.
    if (!acts || acts.length !== header.count || header.firstSeq !== scan.seq + 1) {
      return { offset, problem: damageAt(scan, segment, offset) }
    }
    for (const signed of acts) {
      const problem = acceptBody(scan, signed, () => damageAt(scan, segment, offset))
      if (problem) return { offset, problem }
    }
    scan.frames.add({ segment, offset, ...header })
    offset += header.length
  }
  return { offset }
}

function acceptBody(scan: Scan, signed: SignedBody, damage: () => Problem): Problem | null {
  const read = readStored(signed, scan.keepsNewer)
  if (!read.ok) {
    return read.problem.kind === 'newerAct' ? { kind: 'journalNewer', version: read.problem.version } : damage()
  }
  const { act, hash } = read.value
  if (act.seq !== scan.seq + 1 || act.prev !== scan.hash || act.chain !== scan.seal.chain.toString('hex'))
    return damage()
  scan.hash = hash
  scan.seq = act.seq
  scan.visit(read.value)
  return null
}

/** One act of a frame, or why it is none that can be kept here. */
export function readStored({ body, signature }: SignedBody, keepsNewer: boolean): Result<StoredAct, ActProblem> {
  const text = body.toString()
  const parsed = parseActBody(text)
  const hash = () => hashOfBody(body).toString('hex')
  if (parsed.ok) return ok({ act: parsed.value, body, signature, hash: hash() })
  const act = keepsNewer && parsed.problem.kind === 'newerAct' ? placeNewerAct(text) : null
  return act ? ok({ act, body, signature, hash: hash(), isNewer: true }) : parsed
}
