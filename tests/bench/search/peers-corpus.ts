import { createDice } from '../../support/search/dice'
import { makeDocument } from '../../support/search/corpus'
import { queryKinds } from '../../support/search/sample-queries'

/** One corpus for ours and for every peer. */
export const peersCorpus = { seed: 1, length: 1900 } as const

const kinds = ['character', 'word', 'phrase', 'title', 'number', 'rare', 'both'] as const
const ofAKind = 14

/** One list of questions for ours and for every peer; those kinds that all of them have an answer for. */
export function peerLines(count: number): readonly string[] {
  const dice = createDice(6)
  return kinds.flatMap(kind =>
    Array.from({ length: ofAKind }, () => queryKinds[kind](dice, makeDocument(dice.under(count), peersCorpus))),
  )
}

export type PeerFigures = { readonly name: string } & (
  | {
      readonly state: 'finished'
      readonly buildSeconds: number
      /** Milliseconds a question, count and best 20. */
      readonly p50: number
      readonly p95: number
      /** Documents that all questions together found; who finds others than ours misses some, or finds too many. */
      readonly found: number | null
      /** Of memory, or on the disk. */
      readonly mb: number | null
    }
  /** Stopped; so many documents were in. */
  | { readonly state: 'not finished'; readonly built: number | null }
  | { readonly state: 'missing'; readonly why: string }
)
