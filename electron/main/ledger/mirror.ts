import fs from 'node:fs'
import path from 'node:path'
import type { Witness } from '#shared/contracts/desk-channels'
import { attemptWrite } from '../vault/attempt-write'
import { standsIn, type CheckedJournal } from './checkpoint'
import type { JournalSeal } from './frame'
import { openJournalDisk } from './journal-disk'
import { scanJournal } from './journal-scan'
import { makeBelow } from './mirror-folder'

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
  /** Keeps the copy that is there under another name, and begins a new one: it is of a branch that was set aside. */
  putAside(): void
}

export interface MirrorParts {
  /** Folder of the journal of one chain. */
  readonly from: string
  /** Of every chain; it is there or it is not, and is never made. */
  readonly mirrorFolder: string
  /** Folders below it in which the copy of this journal's folder lies; the mirror's own where left out. */
  readonly below?: readonly string[]
  readonly seal: JournalSeal
}

export function openMirror({ from, mirrorFolder, below = [], seal }: MirrorParts): Mirror {
  const chain = path.basename(from)
  const to = path.join(mirrorFolder, ...below, chain)
  let state: 'current' | 'behind' = 'behind'
  let waiting = false
  let mayCopy = false
  let firstOpen = ''
  const copy = () => {
    waiting = false
    try {
      makeBelow(mirrorFolder, ...below, chain)
      const names = openJournalDisk(from).list()
      // A segment that has a successor does not change any more.
      for (const name of names.filter(one => one >= firstOpen)) copySegment(path.join(from, name), path.join(to, name))
      firstOpen = names.at(-1) ?? ''
      state = 'current'
    } catch {
      state = 'behind' // the other disk is gone: told on Today, tried again at the next act and look
      firstOpen = '' // what comes back may be another disk, which holds nothing yet
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
    state: () => state,
    putAside: () => {
      const aside = fs.readdirSync(path.dirname(to)).filter(name => name.startsWith(`${chain}.`)).length
      fs.renameSync(to, `${to}.${aside + 1}`)
    },
  }
}

/** Whole blocks are compared, so that a segment of 4 MiB costs one write of the part that grew. */
function copySegment(from: string, to: string): void {
  const source = fs.readFileSync(from)
  const known = fs.existsSync(to) ? fs.readFileSync(to) : Buffer.alloc(0)
  if (source.equals(known)) return
  let same = 0
  while (same < known.length && source.subarray(same, same + 4096).equals(known.subarray(same, same + 4096)))
    same += 4096
  const fd = fs.openSync(to, known.length === 0 ? 'w' : 'r+', 0o600)
  try {
    for (let at = same; at < source.length;) at += fs.writeSync(fd, source, at, source.length - at, at)
    fs.fdatasyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}
