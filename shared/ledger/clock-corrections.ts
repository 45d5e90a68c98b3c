import { hlcAfter, hlcEarlier, hlcTime, type Hlc } from './hybrid-clock'

/** Acts of a chain whose clock ran ahead, as headquarters says it: it took them by that much before their moment. */
export interface ClockCorrection {
  readonly chain: string
  readonly fromSeq: number
  readonly toSeq: number
  /** Milliseconds. */
  readonly byMs: number
  /** Where the last act of that chain before `fromSeq` is folded: these are folded after it, whatever `byMs` says. */
  readonly notBefore?: string
  /**
   * How the hash begins on which each act of the range stands (`prev`), eight hex digits an act. A chain that parted has two acts
   * of one number, of which headquarters saw one: the other is not meant. Left out by who does not say it.
   */
  readonly prevs?: string
}

/** What an act's place depends on. */
export interface Dated {
  readonly chain: string
  readonly seq: number
  /** 64 hex digits. */
  readonly prev: string
  readonly hlc: string
  readonly from?: string
}

/** An act where it is folded; `signedHlc` is there only where that is not the moment that was signed. */
export type InPlace<A extends Dated> = A & { readonly signedHlc?: string }

/**
 * Where acts are folded. A pure function of the set of corrections, in whatever order they came: where several cover one act
 * the earliest place holds, and a further correction never moves an act to a later one. The acts that a chain itself wrote
 * keep the order of their numbers: within a correction they move by the same time, none before its own step after
 * `notBefore`, and what follows a corrected act was signed later than that one. What is said again (`from`) stands where it
 * was said first, in no order of the chain.
 */
export interface ClockCorrections {
  readonly all: readonly ClockCorrection[]
  placeOf(act: Dated): string
  /** The act itself where it is folded at the moment that it carries. */
  placed<A extends Dated>(act: A): InPlace<A>
}

export function clockCorrections(all: readonly ClockCorrection[]): ClockCorrections {
  const byChain = new Map<string, Ranges>()
  for (const chain of new Set(all.map(one => one.chain))) byChain.set(chain, ranges(all, chain))
  const placeOf = (act: Dated): string => {
    const of = byChain.get(act.chain)
    if (!of || act.hlc === '') return act.hlc // an act of a newer form has no moment that is known
    let place = act.hlc
    for (const correction of covering(of, act.seq)) {
      if (!isMeant(correction, act)) continue
      const earlier = placeBy(correction, act)
      if (earlier < place) place = earlier
    }
    return place
  }
  return {
    all,
    placeOf,
    placed: act => {
      const hlc = placeOf(act)
      return hlc === act.hlc ? act : { ...act, hlc, signedHlc: act.hlc }
    },
  }
}

export const noCorrections = clockCorrections([])

/** The moment that was signed, in milliseconds since 1970: what is shown and printed, wherever the act is folded. */
export const signedTime = ({ hlc, signedHlc = hlc }: { readonly hlc: string; readonly signedHlc?: string }): number =>
  hlcTime(signedHlc as Hlc)

/** Acts that may stand elsewhere by one of these than by the other. */
export function rangesMoved(before: ClockCorrections, after: ClockCorrections): readonly ClockCorrection[] {
  if (before === after) return []
  const [then, now] = [before, after].map(({ all }) => new Map(all.map(one => [textOf(one), one])))
  return [...now!]
    .filter(([text]) => !then!.has(text))
    .map(([, one]) => one)
    .concat([...then!].filter(([text]) => !now!.has(text)).map(([, one]) => one))
}

const textOf = ({ chain, fromSeq, toSeq, byMs, notBefore = '', prevs = '' }: ClockCorrection): string =>
  `${chain} ${fromSeq} ${toSeq} ${byMs} ${notBefore} ${prevs}`

/** Of a `prev` that stands in a correction. */
export const prevSigns = 8

function isMeant({ prevs, fromSeq }: ClockCorrection, { seq, prev }: Dated): boolean {
  const at = (seq - fromSeq) * prevSigns
  return prevs === undefined || prevs.slice(at, at + prevSigns) === prev.slice(0, prevSigns)
}

function placeBy({ fromSeq, byMs, notBefore }: ClockCorrection, { hlc, seq, from }: Dated): string {
  const earlier = hlcEarlier(hlc as Hlc, byMs)
  if (notBefore === undefined || from !== undefined) return earlier
  const least = hlcAfter(notBefore as Hlc, seq - fromSeq + 1)
  return earlier > least ? earlier : least
}

interface Ranges {
  /** By their first act. */
  readonly list: readonly ClockCorrection[]
  /** The last act that one of the list up to this one covers. */
  readonly upTo: readonly number[]
}

function ranges(all: readonly ClockCorrection[], chain: string): Ranges {
  const list = all.filter(one => one.chain === chain).sort((a, b) => a.fromSeq - b.fromSeq)
  let last = 0
  return { list, upTo: list.map(({ toSeq }) => (last = Math.max(last, toSeq))) }
}

function* covering({ list, upTo }: Ranges, seq: number): Generator<ClockCorrection> {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.fromSeq <= seq) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= 0 && upTo[at]! >= seq; at--) if (list[at]!.toSeq >= seq) yield list[at]!
}
