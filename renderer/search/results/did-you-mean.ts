import { indexAt, textAt } from '../bytes/text-arena'
import type { Snapshot } from '../index/snapshot'
import type { Segment } from '../segment/segment'
import { isDeleted } from '../store/deleted-docs'
import { fold } from '../text/fold'
import { breakMark, separatorMark } from '../text/folded-character'

/**
 * Pieces of titles that share many pairs of characters with words that found nothing, best first: 政府信息公幵 ->
 * 政府信息公开. Folded text. Looks through all titles once a pair; only for when there is no hit.
 */
export function didYouMean(typed: string, { segments }: Snapshot, most = 3): readonly string[] {
  const wanted = [...fold(typed)]
  const pairs = new Set(pairsOf(wanted))
  if (wanted.length < shortest || pairs.size === 0) return []
  const proposals = new Map<string, number>()
  for (const segment of segments) {
    for (const title of likelyTitles(segment, pairs)) {
      const piece = closestPiece([...title], wanted)
      if (!piece || piece.likeness < leastLikeness) continue
      proposals.set(piece.text, Math.max(piece.likeness, proposals.get(piece.text) ?? 0))
    }
  }
  proposals.delete(wanted.join(''))
  return [...proposals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([text]) => text)
}

const shortest = 3
const titlesLookedAt = 20
/** Shared characters in order, by the characters of the longer one. */
const leastLikeness = 0.66

/** The titles that have most of the pairs. */
function likelyTitles({ columns, deleted }: Segment, pairs: Iterable<string>): string[] {
  const shared = new Map<number, number>()
  for (const pair of pairs) {
    for (const doc of docsWith(columns.titles, pair)) shared.set(doc, (shared.get(doc) ?? 0) + 1)
  }
  return [...shared]
    .filter(([doc]) => !deleted || !isDeleted(deleted, doc))
    .sort((a, b) => b[1] - a[1])
    .slice(0, titlesLookedAt)
    .map(([doc]) => textAt(columns.titles, doc))
}

const pairsOf = (letters: readonly string[]): string[] =>
  letters.slice(1).map((letter, at) => (letters[at] as string) + letter)

function* docsWith(arena: { joined: string; starts: Uint32Array }, pair: string): Generator<number> {
  let doc = -1
  for (let at = arena.joined.indexOf(pair); at >= 0; at = arena.joined.indexOf(pair, at + 1)) {
    const here = indexAt(arena, at)
    if (here !== doc) yield (doc = here)
  }
}

/** The piece of a title, as long as what was typed or one character off, that is most like it. */
function closestPiece(title: readonly string[], wanted: readonly string[]): { text: string; likeness: number } | null {
  let best: { text: string; likeness: number } | null = null
  for (const length of [wanted.length, wanted.length - 1, wanted.length + 1]) {
    for (let from = 0; from + length <= title.length; from++) {
      const piece = title.slice(from, from + length)
      if (piece.some(isMark)) continue // a proposal does not run over a full stop
      const likeness = likenessOf(piece, wanted)
      if (!best || likeness > best.likeness) best = { text: piece.join(''), likeness }
    }
  }
  return best
}

const isMark = (letter: string): boolean => letter === breakMark || letter === separatorMark

/** Of two pieces that share as many characters, the one that has more of them in their places: a slip is in one place. */
function likenessOf(piece: readonly string[], wanted: readonly string[]): number {
  const inPlace = piece.filter((letter, at) => letter === wanted[at]).length
  return commonInOrder(piece, wanted) / Math.max(piece.length, wanted.length) + inPlace / 1000
}

/** Length of the longest common subsequence. */
function commonInOrder(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const letter of a) {
    const next = [0]
    b.forEach((other, i) => {
      next.push(letter === other ? (row[i] as number) + 1 : Math.max(row[i + 1] as number, next[i] as number))
    })
    row = next
  }
  return row[b.length] as number
}
