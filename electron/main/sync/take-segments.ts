import type { Packing } from '#shared/ledger/exchange/craft'
import { openSegment } from '#shared/ledger/exchange/segment'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { meetRun, type Meeting } from './meet-run'

/** What became of the segments that a bundle brought. */
export interface TakenSegments {
  /** Acts that were not here before. */
  readonly came: number
  /** Segments of which everything was here already. */
  readonly known: number
  /** Segments that were not taken, each with a finding. */
  readonly refused: number
}

/**
 * Takes segments in the order in which they come. Those that could not be taken are tried again as long as others bring
 * something: the act that admits their chain, or what lies before them. Ended anywhere and begun again, it takes nothing twice.
 */
export function takeSegments(meeting: Meeting, segments: Iterable<Uint8Array>, packing: Packing): TakenSegments {
  let waiting: (readonly SignedAct[])[] = []
  let [came, known, refused] = [0, 0, 0]
  const take = (acts: readonly SignedAct[]): boolean => {
    const met = meetRun(meeting, acts)
    if (met.ok) came += met.value
    if (met.ok && met.value === 0) known++
    return met.ok
  }
  for (const bytes of segments) {
    const opened = openSegment(bytes, packing)
    if (!opened.ok) {
      refused++
      meeting.tell({ kind: 'refusedHere', by: meeting.by, chain: '', from: 0, why: opened.problem.kind })
    } else if (!take(opened.value)) waiting.push(opened.value)
  }
  for (let before = -1; before !== came && waiting.length > 0;) {
    before = came
    waiting = waiting.filter(acts => !take(acts))
  }
  return { came, known, refused: refused + waiting.length }
}
