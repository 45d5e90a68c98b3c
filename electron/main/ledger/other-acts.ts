import { framesFrom, hashOfBody, openFrame, type JournalSeal } from './frame'
import type { JournalDisk } from './journal-disk'
import { readSegmentHeader, segmentVersion } from './segment'
import { begins, readWhole } from './whole-segment'

/**
 * What a copy of a journal holds beside the journal itself. `ours`: nothing. `parted`: acts of a branch that was set aside
 * here, or segments that the journal does not have. `onlyThere`: acts that may lie nowhere else.
 */
export type CopyHolds = 'ours' | 'parted' | 'onlyThere'

export interface CopyOf {
  readonly copy: JournalDisk
  readonly own: JournalDisk
  /** Branches of the chain that were set aside here. */
  readonly parted: () => readonly JournalDisk[]
  readonly seal: JournalSeal
}

/**
 * Judged by acts and not by bytes, because a journal may be sealed anew; bytes that begin ours need no second look. Damage
 * hides nothing: every frame that can be read counts, wherever it lies. Throws where a disk does not give it back.
 */
export function whatCopyHolds({ copy, own, parted, seal }: CopyOf): CopyHolds {
  const ownNames = new Set(own.list())
  const others = copy.list().filter(name => !ownNames.has(name) || !begins(readWhole(copy, name), readWhole(own, name)))
  if (others.length === 0) return 'ours'
  const known = hashesIn(own, seal)
  if (others.every(name => isKnown(readWhole(copy, name), seal, known)))
    return others.every(name => ownNames.has(name)) ? 'ours' : 'parted'
  for (const branch of parted()) for (const hash of hashesIn(branch, seal)) known.add(hash)
  return others.every(name => isKnown(readWhole(copy, name), seal, known)) ? 'parted' : 'onlyThere'
}

function hashesIn(disk: JournalDisk, seal: JournalSeal): Set<string> {
  const hashes = new Set<string>()
  for (const name of disk.list())
    for (const frame of framesFrom(readWhole(disk, name), 0))
      for (const { body } of openFrame(seal, frame) ?? []) hashes.add(hashOfBody(body).toString('hex'))
  return hashes
}

function isKnown(segment: Buffer, seal: JournalSeal, known: ReadonlySet<string>): boolean {
  if ((readSegmentHeader(segment)?.version ?? 0) > segmentVersion) return false
  for (const frame of framesFrom(segment, 0)) {
    const acts = openFrame(seal, frame)
    if (!acts?.every(({ body }) => known.has(hashOfBody(body).toString('hex')))) return false
  }
  return true
}
