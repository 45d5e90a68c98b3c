import fs from 'node:fs'
import path from 'node:path'
import type { Witness } from '#shared/contracts/desk-channels'
import { attemptWrite } from '../vault/attempt-write'
import { standsIn, type CheckedJournal } from './checkpoint'
import type { JournalSeal } from './frame'
import { openJournalDisk, type JournalDisk } from './journal-disk'
import { scanJournal } from './journal-scan'
import { folderMark, makeBelow, putAside } from './mirror-folder'
import { whatCopyHolds } from './other-acts'
import { begins, firstOtherBlock } from './whole-segment'

/** A second copy of the segment files, in a folder that an administrator chose (another disk, a stick). */
export interface Mirror {
  /**
   * How far the copy reaches: a witness that the journal itself may not fall behind. Null where it cannot be read. Read
   * from the checkpoint on where the copy holds its act.
   */
  witness(checkpoint: CheckedJournal | null): Witness | null
  /** Copies what the mirror lacks, after the journal was found sound from its first act on. Nothing is copied before. */
  catchUp(): void
  /** Copies the newest frame soon; the acknowledgement does not wait for it. */
  follow(): void
  state(): 'current' | 'behind'
}

export interface MirrorParts {
  /** Folder of the journal of one chain. */
  readonly from: string
  /** Of every chain; it is there or it is not, and is never made. */
  readonly mirrorFolder: string
  /** Folders below it in which the copy of this journal's folder lies; the mirror's own where left out. */
  readonly below?: readonly string[]
  readonly seal: JournalSeal
  /** Branches of the chain that were set aside here; none where left out. */
  readonly parted?: () => readonly JournalDisk[]
}

/** The copy as it was left: who finds it so may go on with it. */
interface LeftThere {
  /** See `folderMark`. */
  readonly folder: string
  /** Bytes of every segment, by name. */
  readonly sizes: ReadonlyMap<string, number>
}

/**
 * What lies in the folder is looked at before it is written over: it may be another stick, or the copy of a branch whose acts
 * stand nowhere else. Such a copy is kept beside the new one, under a number.
 */
export function openMirror({ from, mirrorFolder, below = [], seal, parted = () => [] }: MirrorParts): Mirror {
  const chain = path.basename(from)
  const to = path.join(mirrorFolder, ...below, chain)
  let state: 'current' | 'behind' = 'behind'
  let waiting = false
  let mayCopy = false
  let left: LeftThere | null = null
  const settle = () => {
    const copied = openJournalDisk(to)
    const holds = whatCopyHolds({ copy: copied, own: openJournalDisk(from), parted, seal })
    if (holds !== 'ours') putAside(to, copied.list(), holds === 'onlyThere')
  }
  const copy = () => {
    waiting = false
    try {
      makeBelow(mirrorFolder, ...below, chain)
      const names = openJournalDisk(from).list()
      const isDone = left !== null && isAsLeft(to, left) && copyAll({ names: notFinal(names, left), from, to })
      if (!isDone) {
        settle()
        copyAll({ names, from, to, mayReplace: true })
      }
      left = { folder: folderMark(to), sizes: sizesOf(to, names, isDone ? left : null) }
      state = 'current'
    } catch {
      state = 'behind' // the other disk is gone: told on Today, tried again at the next act and look
      left = null // what comes back may be another disk, which holds nothing yet, or something else
    }
  }
  return {
    witness: checkpoint => {
      if (!fs.existsSync(to)) return null
      const read = attemptWrite(() => {
        const disk = openJournalDisk(to)
        const start = checkpoint && standsIn(disk, seal, checkpoint) ? checkpoint : undefined
        return scanJournal(disk, seal, { start, keepsNewer: true, visit: () => undefined })
      })
      if (!read.ok) return null // the other disk fails: it is behind, and says so
      const report = read.value
      return report.seq === 0 ? null : { chain: seal.chain.toString('hex'), seq: report.seq, hash: report.hash }
    },
    catchUp: () => {
      mayCopy = true
      copy()
    },
    follow: () => {
      state = 'behind'
      if (waiting || !mayCopy) return // a damaged segment would be written over its last good copy
      waiting = true
      setImmediate(copy)
    },
    state: () => (state === 'current' && left && isThere(to, left) ? 'current' : 'behind'),
  }
}

function isThere(to: string, { folder }: LeftThere): boolean {
  try {
    return folderMark(to) === folder
  } catch {
    return false
  }
}

/** A mark may come again by chance, so the segments are looked at too: by their sizes, as they cost no reading. */
const isAsLeft = (to: string, left: LeftThere): boolean =>
  isThere(to, left) && [...left.sizes].every(([name, size]) => sizeOf(to, name) === size)

const sizeOf = (folder: string, name: string): number | undefined =>
  fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.size

function sizesOf(to: string, names: readonly string[], before: LeftThere | null): ReadonlyMap<string, number> {
  return new Map(names.map(name => [name, before?.sizes.get(name) ?? sizeOf(to, name) ?? 0]))
}

/** A segment that has a successor does not change any more. */
const notFinal = (names: readonly string[], { sizes }: LeftThere): readonly string[] => {
  const last = [...sizes.keys()].at(-1) ?? ''
  return names.filter(name => name >= last)
}

interface CopyTask {
  readonly names: readonly string[]
  readonly from: string
  readonly to: string
  /** What lies there was looked at. */
  readonly mayReplace?: boolean
}

/** False where something lies there that does not begin what is to be copied. */
const copyAll = ({ names, from, to, mayReplace = false }: CopyTask): boolean =>
  names.every(name => copySegment(path.join(from, name), path.join(to, name), mayReplace))

/** Whole blocks are compared, so that a segment of 4 MiB costs one write of the part that grew. */
function copySegment(from: string, to: string, mayReplace: boolean): boolean {
  const source = fs.readFileSync(from)
  const known = fs.existsSync(to) ? fs.readFileSync(to) : Buffer.alloc(0)
  if (source.equals(known)) return true
  if (!mayReplace && !begins(known, source)) return false
  const same = firstOtherBlock(known, source)
  const fd = fs.openSync(to, known.length === 0 ? 'w' : 'r+', 0o600)
  try {
    for (let at = same; at < source.length;) at += fs.writeSync(fd, source, at, source.length - at, at)
    if (known.length > source.length) fs.ftruncateSync(fd, source.length)
    fs.fdatasyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
  return true
}
