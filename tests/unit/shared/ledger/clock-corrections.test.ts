import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockCorrections,
  rangesMoved,
  signedTime,
  type ClockCorrection,
  type Dated,
} from '#shared/ledger/clock-corrections'
import { aheadRunsOf, correctionsFor } from '#shared/ledger/exchange/clock-ahead'
import { hlcAfter, hlcTime, nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { chainNamed, hlcAt } from '../../../support/exchange/chain-writer'

const chain = chainNamed('fast')
const [dayMs, yearMs] = [86_400_000, 365 * 86_400_000]
const start = Date.UTC(2026, 2, 2)
/** Of the branch that a letter names; it stands on the act before it. */
const prevOf = (seq: number, branch = 'a') => `${branch}${seq.toString(16).padStart(7, '0')}`.padEnd(64, '0')
const at = (seq: number, ms: number): Dated => ({ chain, seq, prev: prevOf(seq), hlc: hlcAt(ms) })
const timeOf = (hlc: string) => hlcTime(hlc as Hlc)

describe('where an act is folded', () => {
  const correction = { chain, fromSeq: 3, toSeq: 5, byMs: yearMs, notBefore: hlcAt(start + 2) }
  const clocks = clockCorrections([correction])

  it('is earlier by what was corrected, from the first to the last act of it, in that chain alone', () => {
    const hlcs = [2, 3, 5, 6].map(seq => clocks.placeOf(at(seq, start + yearMs + seq * 1_000)))
    const moved = [0, yearMs, yearMs, 0]
    expect(hlcs.map(timeOf)).toEqual([2, 3, 5, 6].map((seq, n) => start + yearMs + seq * 1_000 - moved[n]!))
    const other = { ...at(4, start + yearMs), chain: chainNamed('other') }
    expect(clocks.placed(other)).toBe(other)
  })

  it('changes nothing of the moment that was signed', () => {
    const act = at(4, start + yearMs + 4_000)
    const placed = clocks.placed(act)
    expect(placed).toEqual({ ...act, hlc: hlcAt(start + 4_000), signedHlc: act.hlc })
    expect(signedTime(placed)).toBe(start + yearMs + 4_000)
    expect(signedTime(act)).toBe(start + yearMs + 4_000)
  })

  it('is never before the act that the chain wrote before it', () => {
    expect(clocks.placeOf(at(3, start + dayMs))).toBe(hlcAfter(hlcAt(start + 2) as Hlc, 1))
    expect(clocks.placeOf(at(4, start + dayMs))).toBe(hlcAfter(hlcAt(start + 2) as Hlc, 2))
    // What is said again stands where it was said first, and not in the order of this chain.
    expect(timeOf(clocks.placeOf({ ...at(4, start + yearMs - dayMs), from: 'f'.repeat(64) }))).toBe(start - dayMs)
  })

  it('leaves an act of another branch of the chain where it is: headquarters has seen the one that stands on other acts', () => {
    const prevs = [3, 4, 5].map(seq => prevOf(seq).slice(0, 8)).join('')
    const ofBranch = clockCorrections([{ ...correction, prevs }])
    const act = at(4, start + yearMs + 4_000)
    expect(ofBranch.placeOf(act)).toBe(hlcAt(start + 4_000))
    expect(ofBranch.placeOf({ ...act, prev: prevOf(4, 'b') })).toBe(act.hlc)
    expect(rangesMoved(clocks, ofBranch)).toHaveLength(2)
  })

  it('leaves an act of a newer form where it is', () => {
    expect(clocks.placeOf({ ...at(4, start), hlc: '' })).toBe('')
  })

  it('is not before 1970, and stays text of the same form', () => {
    const wild = clockCorrections([{ chain, fromSeq: 1, toSeq: 9, byMs: Number.MAX_SAFE_INTEGER }])
    expect(wild.placeOf(at(4, start))).toBe(hlcAt(0))
    expect(hlcAfter(`${'1'.padStart(15, '0')}-fffe` as Hlc, 3)).toBe(`${'2'.padStart(15, '0')}-0001`)
  })
})

const anyCorrection = fc.record({
  chain: fc.constantFrom(chain, chainNamed('other')),
  fromSeq: fc.integer({ min: 1, max: 20 }),
  length: fc.integer({ min: 0, max: 20 }),
  byMs: fc.integer({ min: 0, max: yearMs }),
  notBefore: fc.option(fc.integer({ min: start - dayMs, max: start }).map(hlcAt), { nil: undefined }),
})
const asCorrection = ({ fromSeq, length, notBefore, ...rest }: AnyCorrection): ClockCorrection => ({
  ...{ ...rest, fromSeq, toSeq: fromSeq + length },
  ...(notBefore === undefined ? {} : { notBefore }),
})
type AnyCorrection = typeof anyCorrection extends fc.Arbitrary<infer T> ? T : never

describe('several corrections', () => {
  it('come to one place in whatever order they arrive, and one more never moves an act to a later one', () => {
    fc.assert(
      fc.property(fc.array(anyCorrection, { maxLength: 12 }), fc.integer(), (drawn, salt) => {
        const all = drawn.map(asCorrection)
        const turned = all.map((one, n) => [one, (n * 7 + salt) % 5] as const).sort(([, a], [, b]) => a - b)
        const [before, some, same] = [
          clockCorrections(all.slice(1)),
          clockCorrections(all),
          clockCorrections([...turned, ...turned.slice(0, 3)].map(([one]) => one)),
        ]
        for (let seq = 1; seq <= 40; seq++) {
          const act = at(seq, start + seq * 60_000)
          expect(same.placeOf(act)).toBe(some.placeOf(act))
          expect(some.placeOf(act) <= before.placeOf(act)).toBe(true)
          const isMoved = some.placeOf(act) !== before.placeOf(act)
          const isIn = rangesMoved(before, some).some(({ chain: of, fromSeq, toSeq }) => {
            return of === chain && fromSeq <= seq && seq <= toSeq
          })
          if (isMoved) expect(isIn).toBe(true)
        }
      }),
    )
  })
})

interface Delivered {
  readonly seq: number
  readonly body: string
  readonly act: Dated
}

/** What a machine writes whose clock is set to and fro, in runs that headquarters gets at some time later. */
const anyHistory = fc.array(
  fc.record({
    /** The clock beside the true time, days. */
    ahead: fc.constantFrom(0, 0, 2, 30, 365),
    acts: fc.integer({ min: 1, max: 6 }),
    isAgain: fc.boolean(),
    /** Until headquarters has them, hours. */
    later: fc.integer({ min: 0, max: 200 }),
  }),
  { minLength: 1, maxLength: 12 },
)
type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never

function deliveriesOf(history: History) {
  let [now, last, seq] = [start, null as Hlc | null, 0]
  return history.map(({ ahead, acts, isAgain, later }) => {
    const run = Array.from({ length: acts }, (_, n): Delivered => {
      now += 3_600_000
      const clock = now + ahead * dayMs
      // Of a branch that was left, one of two acts: it was written yesterday, by the same clock.
      const from = isAgain && n % 2 === 1 ? 'f'.repeat(64) : undefined
      const hlc = from === undefined ? (last = nextHlc(last, clock)) : hlcAt(clock - dayMs)
      const act = { chain, seq: ++seq, prev: prevOf(seq), hlc, ...(from === undefined ? {} : { from }) }
      return { seq, body: JSON.stringify(act), act }
    })
    now += later * 3_600_000
    return { run, receivedMs: now }
  })
}

function saidOf(deliveries: ReturnType<typeof deliveriesOf>, from: readonly ClockCorrection[] = []): ClockCorrection[] {
  const said = [...from]
  let last: Dated | null = null
  for (const { run, receivedMs } of deliveries) {
    const runs = aheadRunsOf(chain, run, { nowMs: receivedMs, mostMs: dayMs })
    said.push(...correctionsFor(chain, runs, { known: clockCorrections(said), last }))
    last = run.findLast(({ act }) => act.from === undefined)?.act ?? last
  }
  return said
}

describe('what headquarters says', () => {
  it('keeps a chain in the order of its numbers, also where it was put back and has said it twice', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 12 }), fc.integer({ min: 0, max: 500 }), (history, putBackAt, hours) => {
        const deliveries = deliveriesOf(history)
        const said = saidOf(deliveries)
        const later = deliveries.map(({ run, receivedMs }) => ({ run, receivedMs: receivedMs + hours * 3_600_000 }))
        // Its store was put back: what it had said since is known to the machines, and not to it.
        const again = saidOf(later, saidOf(deliveries.slice(0, putBackAt)))
        for (const clocks of [clockCorrections(said), clockCorrections([...said, ...again])]) {
          let before = ''
          for (const { act } of deliveries.flatMap(({ run }) => run)) {
            if (act.from !== undefined) continue
            const place = clocks.placeOf(act)
            expect(place > before).toBe(true)
            before = place
          }
        }
        const clocks = clockCorrections(said)
        for (const { run, receivedMs } of deliveries)
          for (const { act } of run) expect(timeOf(clocks.placeOf(act)) <= receivedMs + dayMs).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves an act alone that was written before the clock went wrong and is said again among them', () => {
    const acts = [at(4, start + yearMs), { ...at(5, start - dayMs), from: 'f'.repeat(64) }, at(6, start + yearMs + 1)]
    const runs = aheadRunsOf(
      chain,
      acts.map(act => ({ seq: act.seq, body: JSON.stringify(act) })),
      { nowMs: start, mostMs: dayMs },
    )
    const own = at(3, start - 5)
    const said = correctionsFor(chain, runs, { known: clockCorrections([]), last: own })
    expect(said).toEqual([
      { chain, fromSeq: 4, toSeq: 4, byMs: yearMs, prevs: prevOf(4).slice(0, 8), notBefore: own.hlc },
      { chain, fromSeq: 6, toSeq: 6, byMs: yearMs + 1, prevs: prevOf(6).slice(0, 8), notBefore: hlcAt(start) },
    ])
    expect(clockCorrections(said).placeOf(acts[1]!)).toBe(acts[1]!.hlc)
  })
})
