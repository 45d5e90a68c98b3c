import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Head } from '#shared/ledger/exchange/head'
import { missingFor } from '#shared/ledger/exchange/missing-for'
import { chainNamed } from '../../../../support/exchange/chain-writer'

const head = (name: string, seq: number): Head => ({ chain: chainNamed(name), seq, hash: 'ab'.repeat(32) })

describe('what the other side lacks', () => {
  it('is what lies beyond its heads, oldest first, a thousand acts at a time', () => {
    expect(missingFor([head('a', 2_500), head('c', 9)], [head('a', 4_000), head('b', 3), head('c', 4)])).toEqual([
      { chain: chainNamed('b'), after: 0, upTo: 3 },
      { chain: chainNamed('a'), after: 2_500, upTo: 3_500 },
      { chain: chainNamed('a'), after: 3_500, upTo: 4_000 },
    ])
  })

  it('is everything once and nothing else, whatever both hold', () => {
    const vector = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(5_000)), {
      selector: ([name]) => name,
    })
    fc.assert(
      fc.property(vector, vector, (theirs, ours) => {
        const runs = missingFor(
          theirs.map(([name, seq]) => head(name, seq)),
          ours.map(([name, seq]) => head(name, seq)),
        )
        for (const [name, seq] of ours) {
          let at = theirs.find(([other]) => other === name)?.[1] ?? 0
          for (const run of runs.filter(({ chain }) => chain === chainNamed(name))) {
            expect(run.after).toBe(at)
            expect(run.upTo - run.after).toBeLessThanOrEqual(1_000)
            at = run.upTo
          }
          expect(Math.max(at, seq)).toBe(at)
        }
      }),
      { numRuns: 200, seed: 12 },
    )
  })
})
