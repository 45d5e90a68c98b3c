import fs from 'node:fs'
import path from 'node:path'
import { openBox, sealBox } from '../vault/sealed-box'
import { FrameTable } from './frame-table'
import { hashOfBody, headerAt, openFrame, type JournalSeal } from './frame'
import type { JournalDisk } from './journal-disk'
import type { KeptIndex } from './ledger-index'
import { segmentFileName } from './segment'

/*
 * checkpoint.dat = AES-256-GCM under the office's key of snapshots, bound to the chain, of
 *   head length u32 | head as JSON, padded to 4 | frames u32 (5 each) of every journal | seqs u32
 * What a whole check of the journals found out, up to their last acts. It goes with the journal's folder and not with its
 * mirror; without it, or where it does not open, the journal is read whole before the first screen.
 */

/** What a journal holds up to and with act `seq`, as a whole check found it. */
export interface CheckedJournal {
  readonly seq: number
  readonly hash: string
  readonly frames: FrameTable
}

/** The own journal, beside it those of other chains, and what all of them say. */
export interface Checkpoint extends CheckedJournal {
  readonly others: readonly (CheckedJournal & { readonly chain: string })[]
  readonly index: KeptIndex
}

export interface CheckpointSeal {
  /** The office's key of snapshots. */
  readonly key: Uint8Array
  /** 32 hex digits. */
  readonly chain: string
}

/** Raise it whenever an onlooker of the ledger would keep something else: then the journal is read whole once. */
export const checkpointVersion = 8

const fileName = 'checkpoint.dat'

export function sealCheckpoint({ key, chain }: CheckpointSeal, checkpoint: Checkpoint): Buffer {
  const { others, index } = checkpoint
  const head: Head = {
    ...headOf(checkpoint),
    others: others.map(other => ({ chain: other.chain, ...headOf(other) })),
    seqs: index.seqs.length,
    text: index.text,
  }
  const text = Buffer.from(JSON.stringify(head))
  const numbers = [...[checkpoint, ...others].map(({ frames }) => frames.cells), index.seqs]
  const plain = Buffer.alloc(4 + padded(text.length) + numbers.reduce((sum, { byteLength }) => sum + byteLength, 0))
  plain.writeUInt32LE(text.length, 0)
  text.copy(plain, 4)
  let at = 4 + padded(text.length)
  for (const { buffer, byteOffset, byteLength } of numbers) {
    Buffer.from(buffer, byteOffset, byteLength).copy(plain, at)
    at += byteLength
  }
  return sealBox(key, aadOf(chain), plain)
}

/** Null where there is none that can be read, or none that this program wrote for this chain. */
export function readCheckpoint(folder: string, { key, chain }: CheckpointSeal): Checkpoint | null {
  const sealed = readSealed(path.join(folder, fileName))
  const plain = sealed && openBox(key, aadOf(chain), sealed)
  if (!plain) return null
  const length = plain.readUInt32LE(0)
  const head = JSON.parse(plain.toString('utf8', 4, 4 + length)) as Head
  let at = 4 + padded(length)
  const next = (count: number): Uint32Array => numbersAt(plain, (at += 4 * count) - 4 * count, count)
  const journalOf = ({ seq, hash, frames }: JournalHead) => ({ seq, hash, frames: new FrameTable(next(frames)) })
  const own = journalOf(head)
  const others = head.others.map(other => ({ chain: other.chain, ...journalOf(other) }))
  return { ...own, others, index: { text: head.text, seqs: next(head.seqs) } }
}

function readSealed(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch {
    return null // the journal is read whole then, and says more where the disk is at fault
  }
}

/** Whole under its name or not at all; a power cut leaves the one before. */
export function writeCheckpoint(folder: string, sealed: Uint8Array): void {
  const part = path.join(folder, `${fileName}.part`)
  const fd = fs.openSync(part, 'w', 0o600)
  try {
    fs.writeFileSync(fd, sealed)
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
  fs.renameSync(part, path.join(folder, fileName))
}

/** The next start reads the journal whole. */
export function dropCheckpoint(folder: string): void {
  fs.rmSync(path.join(folder, fileName), { force: true })
}

/** Whether a journal still has, where the checkpoint says, the frame that ends with the checkpoint's act. */
export function standsIn(disk: JournalDisk, seal: JournalSeal, { seq, hash, frames }: CheckedJournal): boolean {
  const place = frames.at(frames.length - 1)
  if (!place || !disk.list().includes(segmentFileName(place.segment))) return false
  const file = disk.openToRead(segmentFileName(place.segment))
  try {
    const bytes = file.read(place.offset, place.length)
    const header = headerAt(bytes, 0)
    const acts = header && openFrame(seal, bytes)
    const last = acts?.at(-1)
    if (!header || !last || header.firstSeq + header.count - 1 !== seq) return false
    return acts!.length === header.count && hashOfBody(last.body).toString('hex') === hash
  } finally {
    file.close()
  }
}

interface JournalHead {
  readonly seq: number
  readonly hash: string
  /** Numbers that follow, not bytes. */
  readonly frames: number
}

interface Head extends JournalHead {
  readonly others: readonly (JournalHead & { readonly chain: string })[]
  readonly seqs: number
  readonly text: string
}

const headOf = ({ seq, hash, frames }: CheckedJournal): JournalHead => ({ seq, hash, frames: frames.cells.length })

const aadOf = (chain: string): string => JSON.stringify(['checkpoint', checkpointVersion, chain])

const padded = (length: number): number => (length + 3) & ~3

/** A copy, because a view of 4-byte numbers must begin at a multiple of 4. */
function numbersAt(plain: Buffer, at: number, count: number): Uint32Array {
  const out = new Uint32Array(count)
  Buffer.from(out.buffer).set(plain.subarray(at, at + 4 * count))
  return out
}
