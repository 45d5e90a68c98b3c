import type { Problem } from '#shared/contracts/problems'
import type { Witness } from '#shared/contracts/desk-channels'
import { err, ok, type Result } from '#shared/kernel/result'
import { attemptWrite } from '../vault/attempt-write'
import { headerAt, openFrame, sealFrame, type JournalSeal } from './frame'
import type { JournalDisk, JournalFile } from './journal-disk'
import type { FramePlace, FrameTable } from './frame-table'
import { readStored, scanJournal, type ScanReport, type ScanStart, type StoredAct } from './journal-scan'
import { segmentBytes, segmentFileName, segmentHeaderBytes, writeSegmentHeader } from './segment'

export interface JournalOptions {
  readonly disk: JournalDisk
  readonly seal: JournalSeal
  /** Every other record of how far this chain has come: the view, the mirror, snapshots, receipts. */
  readonly witnesses: readonly Witness[]
  /** Of another chain, whose program may be newer than this one. */
  readonly keepsNewer?: boolean
  /** Whether a witness that says more than is here speaks of a branch that was set aside. Asked only of such. */
  readonly isOfParted?: (witness: Witness) => boolean
  /** Where reading begins: what stands before it was checked at an earlier start, and will be again. */
  readonly start?: ScanStart | undefined
  /** Sees each act that is read once, in order, while the journal is opened. */
  readonly visit: (stored: StoredAct) => void
}

/** What makes the next act of the own chain, which forces one writer because `prev` is inside the signed bytes. */
export type ActMaker = (place: { prev: string; seq: number }) => StoredAct

export interface Journal {
  readonly seq: number
  readonly hash: string
  /** Set where the program may only read; it says why. Nothing was cut or repaired. */
  readonly readOnly: Problem | null
  /** Bytes of a torn last frame that were cut at opening. No witness had seen it. */
  readonly tornTailBytes: number
  /** Writes all bodies as one frame and flushes it; afterwards they survive a power cut. Throws where the disk fails. */
  append(makers: readonly ActMaker[]): StoredAct[]
  read(seq: number): StoredAct
  /** The acts after `seq`, frame by frame. */
  framesAfter(seq: number): Generator<StoredAct[]>
  /**
   * After a failed append: zeroes what may have been written behind the last acknowledged frame and flushes that. False
   * where the disk refuses this too. Nobody was told of those bytes, and a frame that a failed flush left in the page
   * cache may be missing on the medium while later ones are there (Linux marks such pages clean).
   */
  undo(): boolean
  close(): void
}

export function openJournal(options: JournalOptions): Journal {
  const report = scanJournal(options.disk, options.seal, options)
  const readOnly = whyReadOnly(report, options) ?? cutTail(options.disk, report)
  return new OpenJournal(options, report, readOnly)
}

/** Null where nothing was torn or it is cut now. Else why not: what stands before it is read, and nothing is written over it. */
function cutTail(disk: JournalDisk, report: ScanReport): Problem | null {
  if (report.end.kind !== 'tornTail') return null
  const cut = attemptWrite(() => zeroFrom(disk, report))
  return cut.ok ? null : cut.problem
}

/** A tail may be cut only if what remains reaches every witness; a bad frame elsewhere is never repaired. */
function whyReadOnly(report: ScanReport, { witnesses, seal, isOfParted }: JournalOptions): Problem | null {
  if (report.end.kind === 'stopped') return report.end.problem
  const chain = seal.chain.toString('hex')
  const ahead = witnesses
    .filter(one => one.chain === chain && one.seq > report.seq && !isOfParted?.(one))
    .sort((a, b) => b.seq - a.seq)[0]
  return ahead ? { kind: 'journalCutShort', lastSeq: report.seq, witnessedSeq: ahead.seq } : null
}

/** Zeroes the end of a segment and makes that durable BEFORE anything is appended over it. */
function zeroFrom(disk: JournalDisk, { segment, offset }: { segment: number; offset: number }): void {
  const file = disk.open(segmentFileName(segment))
  try {
    file.write(Buffer.alloc(Math.max(0, file.readAll().length - offset)), offset)
    file.datasync()
  } finally {
    file.close()
  }
}

const framesKept = 3

type SegmentReader = ReturnType<JournalDisk['openToRead']>

class OpenJournal implements Journal {
  seq: number
  hash: string
  readonly tornTailBytes: number
  readonly #frames: FrameTable
  #segment: number
  #offset: number
  #file: JournalFile | null = null
  #readers = new Map<number, SegmentReader>()
  /** Latest first. Acts of a subject lie in a few frames: whoever goes through subjects in their order opens each once. */
  #lastRead: readonly { readonly firstSeq: number; readonly acts: StoredAct[] }[] = []

  constructor(
    readonly options: JournalOptions,
    report: ScanReport,
    readonly readOnly: Problem | null,
  ) {
    this.seq = report.seq
    this.hash = report.hash
    this.#frames = report.frames
    this.#segment = report.segment
    this.#offset = report.offset
    this.tornTailBytes = !readOnly && report.end.kind === 'tornTail' ? report.end.bytes : 0
  }

  append(makers: readonly ActMaker[]): StoredAct[] {
    if (this.readOnly) throw new Error('append to a read-only journal')
    const place = { prev: this.hash, seq: this.seq }
    const acts = makers.map(make => {
      place.seq++
      const made = make(place)
      place.prev = made.hash
      return made
    })
    const frame = sealFrame(this.options.seal, this.seq + 1, acts)
    const file = this.#fileFor(frame.length)
    file.write(frame, this.#offset)
    file.datasync()
    const { length } = frame
    this.#frames.add({
      segment: this.#segment,
      offset: this.#offset,
      length,
      firstSeq: this.seq + 1,
      count: acts.length,
    })
    this.#offset += length
    this.seq = place.seq
    this.hash = place.prev
    return acts
  }

  #fileFor(length: number): JournalFile {
    const { disk, seal } = this.options
    const isFull = this.#segment === 0 || this.#offset + length > segmentBytes
    if (isFull && (this.#segment === 0 || this.#offset > segmentHeaderBytes)) {
      this.#leaveFile() // before the next one is made: where that fails, nobody may close or write this one again
      this.#segment++
      this.#offset = segmentHeaderBytes
      const header = writeSegmentHeader({ chain: seal.chain, number: this.#segment, firstSeq: this.seq + 1 })
      this.#file = disk.create(
        segmentFileName(this.#segment),
        header,
        Math.max(segmentBytes, segmentHeaderBytes + length),
      )
    }
    return (this.#file ??= disk.open(segmentFileName(this.#segment)))
  }

  /** Its number may be another file's as soon as it is closed. */
  #leaveFile(): void {
    const file = this.#file
    this.#file = null
    file?.close()
  }

  undo(): boolean {
    if (this.readOnly) return true // nothing was written; what stands behind its end is evidence
    const name = segmentFileName(this.#segment)
    try {
      if (this.#segment === 0 || !this.options.disk.list().includes(name)) return true
      this.#leaveFile()
      zeroFrom(this.options.disk, { segment: this.#segment, offset: this.#offset })
      return true
    } catch {
      return false
    }
  }

  read(seq: number): StoredAct {
    const place = this.#placeOf(seq)
    const act = this.#open(place)[seq - place.firstSeq]
    if (!act) throw new Error(`no act ${seq} in its frame`)
    return act
  }

  *framesAfter(seq: number): Generator<StoredAct[]> {
    if (seq >= this.seq) return
    const { length } = this.#frames // what comes while this is read is asked for later
    for (let n = this.#frames.indexOf(seq + 1); n < length; n++) {
      const place = this.#frames.at(n)!
      const acts = this.#open(place)
      yield place.firstSeq > seq ? acts : acts.slice(seq + 1 - place.firstSeq)
    }
  }

  #placeOf(seq: number): FramePlace {
    const place = this.#frames.at(this.#frames.indexOf(seq))
    if (!place) throw new Error(`no act ${seq}`)
    return place
  }

  #open(place: FramePlace): StoredAct[] {
    const { firstSeq } = place
    const known = this.#lastRead.find(frame => frame.firstSeq === firstSeq)
    if (known) return known.acts
    const acts = this.#readFrame(place)
    this.#lastRead = [{ firstSeq, acts }, ...this.#lastRead].slice(0, framesKept)
    return acts
  }

  #readFrame(place: FramePlace): StoredAct[] {
    const bytes = this.#reader(place.segment).read(place.offset, place.length)
    const opened = headerAt(bytes, 0) ? openFrame(this.options.seal, bytes) : null
    if (!opened) throw new Error(`frame of act ${place.firstSeq} changed on disk while the program ran`)
    return opened.map(signed => {
      const read = readStored(signed, this.options.keepsNewer ?? false)
      if (!read.ok) throw new Error(`act ${place.firstSeq} cannot be read`)
      return read.value
    })
  }

  #reader(segment: number): SegmentReader {
    const known = this.#readers.get(segment)
    if (known) return known
    const file = this.options.disk.openToRead(segmentFileName(segment))
    this.#readers.set(segment, file)
    return file
  }

  close(): void {
    this.#leaveFile()
    const readers = [...this.#readers.values()]
    this.#readers.clear()
    for (const file of readers) file.close()
  }
}

/** Answers a disk failure as data; the caller reopens and lets the replay decide what was written. */
export function tryAppend(journal: Journal, makers: readonly ActMaker[]): Result<StoredAct[], unknown> {
  try {
    return ok(journal.append(makers))
  } catch (cause) {
    return err(cause)
  }
}
