import type { Packing } from '#shared/ledger/exchange/craft'
import { openSegment } from '#shared/ledger/exchange/segment'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { meetRun, type Meeting } from './meet-run'
import { actsInTurn } from './turns'

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
  const taking = segmentsInTurns(meeting, segments, packing)
  for (;;) {
    const turn = taking.next()
    if (turn.done) return turn.value
  }
}

/** The same, with a place after every few acts where something else may be done. */
export function* segmentsInTurns(
  meeting: Meeting,
  segments: Iterable<Uint8Array>,
  packing: Packing,
): Generator<void, TakenSegments> {
  let waiting: (readonly SignedAct[])[] = []
  let [came, known, refused] = [0, 0, 0]
  function* take(acts: readonly SignedAct[]): Generator<void, readonly SignedAct[]> {
    const before = came
    for (let at = 0; at < acts.length; at += actsInTurn) {
      const met = meetRun(meeting, acts.slice(at, at + actsInTurn))
      if (!met.ok) return acts.slice(at)
      came += met.value
      yield
    }
    if (came === before) known++
    return []
  }
  for (const bytes of segments) {
    const opened = openSegment(bytes, packing)
    if (!opened.ok) {
      refused++
      meeting.tell({ kind: 'refusedHere', by: meeting.by, chain: '', from: 0, why: opened.problem.kind })
      continue
    }
    const left = yield* take(opened.value)
    if (left.length > 0) waiting.push(left)
  }
  for (let before = -1; before !== came && waiting.length > 0;) {
    before = came
    const again: typeof waiting = []
    for (const acts of waiting) {
      const left = yield* take(acts)
      if (left.length > 0) again.push(left)
    }
    waiting = again
  }
  return { came, known, refused: refused + waiting.length }
}
