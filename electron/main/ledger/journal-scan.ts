import { parseActBody, noPreviousHash, type ActBody } from '#shared/ledger/act'
import type { Problem } from '#shared/contracts/problems'
import type { JournalDisk } from './journal-disk'
import { hasFrameFrom, hashOfBody, headerAt, openFrame, type JournalSeal } from './frame'
import { readSegmentHeader, segmentFileName, segmentHeaderBytes, segmentVersion } from './segment'

/** An act as read back: its parsed body, exact bytes and hash. */
export interface StoredAct {
  readonly act: ActBody
  readonly body: Buffer
  readonly hash: string
}

/** Where a frame lies. `length` covers header and payload, in bytes. */
export interface FramePlace {
  readonly segment: number
  readonly offset: number
  readonly length: number
  readonly firstSeq: number
  readonly count: number
}

export type ScanEnd =
  /** Nothing but zeros follows. */
  | { readonly kind: 'clean' }
  /** The last thing in the last segment is not a whole frame and no frame follows it. */
  | { readonly kind: 'tornTail'; readonly bytes: number }
  | { readonly kind: 'stopped'; readonly problem: Problem }

export interface ScanReport {
  readonly frames: readonly FramePlace[]
  readonly seq: number
  readonly hash: string
  /** Number of the last segment read, and the offset at which the next frame belongs. */
  readonly segment: number
  readonly offset: number
  readonly end: ScanEnd
}

interface Scan {
  readonly seal: JournalSeal
  readonly visit: (stored: StoredAct) => void
  frames: FramePlace[]
  seq: number
  hash: string
}

/** Walks the whole journal: seal, numbering and hash chain of every act. Signatures are audited elsewhere. */
export function scanJournal(disk: JournalDisk, seal: JournalSeal, visit: (stored: StoredAct) => void): ScanReport {
  const scan: Scan = { seal, visit, frames: [], seq: 0, hash: noPreviousHash }
  const names = disk.list()
  let last = { segment: 0, offset: segmentHeaderBytes }
  for (const [index, name] of names.entries()) {
    const number = index + 1
    const file = disk.openToRead(name)
    const bytes = file.readAll()
    file.close()
    const isLast = number === names.length
    const broken = name === segmentFileName(number) ? headerProblem(scan, bytes, number) : damageAt(scan, number, 0)
    if (broken) return report(scan, { segment: number, offset: 0 }, { kind: 'stopped', problem: broken })
    const read = scanSegment(scan, bytes, number)
    last = { segment: number, offset: read.offset }
    if (read.problem) return report(scan, last, { kind: 'stopped', problem: read.problem })
    const rest = bytes.subarray(read.offset)
    if (isAllZero(rest)) continue
    if (isLast && !hasFrameFrom(bytes, read.offset + 1))
      return report(scan, last, { kind: 'tornTail', bytes: rest.length })
    return report(scan, last, { kind: 'stopped', problem: damageAt(scan, number, read.offset) })
  }
  return report(scan, last, { kind: 'clean' })
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
  const fits =
    header && header.number === number && header.chain.equals(scan.seal.chain) && header.firstSeq === scan.seq + 1
  return fits ? null : damageAt(scan, number, 0)
}

const damageAt = (scan: Scan, segment: number, offset: number): Problem => ({
  kind: 'journalDamaged',
  damage: { segment, offset, firstBadSeq: scan.seq + 1 },
})

function scanSegment(scan: Scan, bytes: Buffer, segment: number): { offset: number; problem?: Problem } {
  let offset = segmentHeaderBytes
  for (let header = headerAt(bytes, offset); header; header = headerAt(bytes, offset)) {
    const acts = openFrame(scan.seal, bytes.subarray(offset, offset + header.length))
    // A right CRC over a broken seal is no torn write: somebody changed it, or the key is another office's.
    if (!acts || acts.length !== header.count || header.firstSeq !== scan.seq + 1) {
      return { offset, problem: damageAt(scan, segment, offset) }
    }
    for (const { body } of acts) {
      const problem = acceptBody(scan, body, () => damageAt(scan, segment, offset))
      if (problem) return { offset, problem }
    }
    scan.frames.push({ segment, offset, ...header })
    offset += header.length
  }
  return { offset }
}

function acceptBody(scan: Scan, body: Buffer, damage: () => Problem): Problem | null {
  const parsed = parseActBody(body.toString())
  if (!parsed.ok) {
    return parsed.problem.kind === 'newerAct' ? { kind: 'journalNewer', version: parsed.problem.version } : damage()
  }
  const act = parsed.value
  if (act.seq !== scan.seq + 1 || act.prev !== scan.hash || act.chain !== scan.seal.chain.toString('hex'))
    return damage()
  scan.hash = hashOfBody(body).toString('hex')
  scan.seq = act.seq
  scan.visit({ act, body, hash: scan.hash })
  return null
}

const zeros = Buffer.alloc(1 << 16)
function isAllZero(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += zeros.length) {
    const part = bytes.subarray(at, at + zeros.length)
    if (!part.equals(zeros.subarray(0, part.length))) return false
  }
  return true
}
