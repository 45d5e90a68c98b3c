import { err, ok, type Result } from '../../kernel/result'
import type { Packing } from './craft'
import { isChain } from './head'
import { readLine, writeLine, type SignedAct } from './signed-act'

/** Most acts of one segment, and most bytes of its lines: the longest act is a document's text of 400,000 characters. */
export const mostSegmentActs = 1_000
export const mostSegmentBytes = 16 * 1024 * 1024

/** Acts of one chain, without a gap. */
export interface SegmentPlace {
  readonly chain: string
  readonly from: number
  readonly to: number
}

export type SegmentProblem =
  /** Not gzip of lines of signed acts; `line` where one of them is at fault. */
  { readonly kind: 'notASegment'; readonly line: number | null } | { readonly kind: 'tooLarge'; readonly most: number }

/** The same bytes go to headquarters and lie on a stick. Throws where the caller gave more than a segment holds. */
export function packSegment(acts: readonly SignedAct[], packing: Packing): Uint8Array {
  if (acts.length === 0 || acts.length > mostSegmentActs) throw new Error(`a segment of ${acts.length} acts`)
  return packing.pack(acts.map(writeLine).join(''))
}

/** Signed acts in order; nothing is said yet of what they hold. */
export function openSegment(bytes: Uint8Array, packing: Packing): Result<readonly SignedAct[], SegmentProblem> {
  if (bytes.length > mostSegmentBytes) return err({ kind: 'tooLarge', most: mostSegmentBytes })
  const text = packing.unpack(bytes, mostSegmentBytes)
  if (text === null || !text.endsWith('\n')) return err({ kind: 'notASegment', line: null })
  const lines = text.slice(0, -1).split('\n')
  if (lines.length > mostSegmentActs) return err({ kind: 'tooLarge', most: mostSegmentActs })
  const acts: SignedAct[] = []
  for (const [index, line] of lines.entries()) {
    const act = readLine(line)
    if (!act) return err({ kind: 'notASegment', line: index + 1 })
    acts.push(act)
  }
  return ok(acts)
}

/** How many of these acts, from the first, fit into one segment; at least one. */
export function fittingActs(acts: readonly SignedAct[]): number {
  let bytes = 0
  for (const [index, act] of acts.entries()) {
    bytes += mostBytesOf(act)
    if (index === mostSegmentActs || (bytes > mostSegmentBytes && index > 0)) return index
  }
  return acts.length
}

/** UTF-8 takes at most three bytes for one UTF-16 unit. */
const mostBytesOf = (act: SignedAct): number => 3 * act.body.length + 90

const padded = (seq: number): string => String(seq).padStart(10, '0')

/** Below `data/` of a bundle. */
export const segmentPath = ({ chain, from, to }: SegmentPlace): string =>
  `acts/${chain}/${padded(from)}-${padded(to)}.ndjson.gz`

/** Null for every other path, and for one that says fewer than one act or more than a segment holds. */
export function readSegmentPath(path: string): SegmentPlace | null {
  const [, chain, first, last] = /^acts\/([^/]+)\/(\d{10})-(\d{10})\.ndjson\.gz$/.exec(path) ?? []
  if (chain === undefined || !isChain(chain)) return null
  const place = { chain, from: Number(first), to: Number(last) }
  const acts = place.to - place.from + 1
  return place.from >= 1 && acts >= 1 && acts <= mostSegmentActs ? place : null
}
