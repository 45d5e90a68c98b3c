import type { ActBody } from '#shared/ledger/act'
import { openFrame, type JournalSeal } from './frame'
import type { FramePlace, FrameTable } from './frame-table'
import type { JournalDisk } from './journal-disk'
import { readStored } from './journal-scan'
import { segmentFileName } from './segment'

export interface ScannedJournal {
  readonly disk: JournalDisk
  readonly seal: JournalSeal
  readonly keepsNewer: boolean
  readonly frames: FrameTable
  /** Of the last act that was scanned. */
  readonly seq: number
}

/** Single acts of a journal that a scan has found sound; null beyond what was scanned. */
export function readScanned({
  disk,
  seal,
  keepsNewer,
  frames,
  seq: last,
}: ScannedJournal): (seq: number) => ActBody | null {
  let kept: { readonly firstSeq: number; readonly acts: readonly ActBody[] } | null = null
  const actsIn = ({ segment, offset, length, firstSeq }: FramePlace): readonly ActBody[] => {
    if (kept?.firstSeq === firstSeq) return kept.acts
    const file = disk.openToRead(segmentFileName(segment))
    try {
      const acts = (openFrame(seal, file.read(offset, length)) ?? []).map(signed => {
        const read = readStored(signed, keepsNewer)
        if (!read.ok) throw new Error(`act ${firstSeq} changed on disk while it was checked`)
        return read.value.act
      })
      kept = { firstSeq, acts }
      return acts
    } finally {
      file.close()
    }
  }
  return seq => {
    const place = seq <= last ? frames.at(frames.indexOf(seq)) : null
    return place ? (actsIn(place)[seq - place.firstSeq] ?? null) : null
  }
}
