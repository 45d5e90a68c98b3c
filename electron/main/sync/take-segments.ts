import type { Packing } from '#shared/ledger/exchange/craft'
import { openSegment } from '#shared/ledger/exchange/segment'
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

/** Asks for a segment, by its place in their order; or so many acts were met, and something else may be done. */
export type TakingTurn = { readonly wants: number } | { readonly met: number }

/** For what it asked: a segment, or that no more is to be taken. */
export type TakingAnswer = Uint8Array | 'stop' | undefined

/**
 * Takes segments in the order in which they come. Those that could not be taken are tried again as long as others bring
 * something: the act that admits their chain, or what lies before them. Ended anywhere and begun again, it takes nothing twice.
 */
export function takeSegments(meeting: Meeting, segments: readonly Uint8Array[], packing: Packing): TakenSegments {
  const taking = segmentsInTurns(meeting, segments.length, packing)
  for (let turn = taking.next(); ;) {
    if (turn.done) return turn.value
    turn = taking.next('wants' in turn.value ? segments[turn.value.wants] : undefined)
  }
}

/** From this act of a segment on it was not taken yet. */
interface Rest {
  readonly segment: number
  readonly from: number
}

/**
 * The same in turns. It asks for each segment when its turn has come, and once more where it is tried again: of however many
 * there are, the acts of one are in memory. Told to stop, it takes no further one.
 */
export function* segmentsInTurns(
  meeting: Meeting,
  count: number,
  packing: Packing,
): Generator<TakingTurn, TakenSegments, TakingAnswer> {
  let rests: readonly Rest[] = Array.from({ length: count }, (_, segment) => ({ segment, from: 0 }))
  let [came, known, refused] = [0, 0, 0]
  /** What is left of it; null: nothing, or it can never be taken. */
  function* take(bytes: Uint8Array, { segment, from }: Rest): Generator<TakingTurn, Rest | null, TakingAnswer> {
    const opened = openSegment(bytes, packing)
    if (!opened.ok) {
      refused++
      meeting.tell({ kind: 'refusedHere', by: meeting.by, chain: '', from: 0, why: opened.problem.kind })
      return null
    }
    const before = came
    for (let at = from; at < opened.value.length; at += actsInTurn) {
      const some = opened.value.slice(at, at + actsInTurn)
      const met = meetRun(meeting, some)
      if (!met.ok) return { segment, from: at }
      came += met.value
      yield { met: some.length }
    }
    if (came === before) known++
    return null
  }
  // Once more in any case: what was put in order without bringing an act may let others in.
  for (let [pass, before] = [0, came]; rests.length > 0 && (pass < 2 || before !== came); pass++) {
    before = came
    const again: Rest[] = []
    for (const rest of rests) {
      const bytes = yield { wants: rest.segment }
      if (!(bytes instanceof Uint8Array)) return { came, known, refused }
      const left = yield* take(bytes, rest)
      if (left) again.push(left)
    }
    rests = again
  }
  return { came, known, refused: refused + rests.length }
}
