import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainFactsOf, successionNote, type ChainFact, type ChainSaying } from '#shared/ledger/exchange/chain-facts'
import { trustedChains } from '#shared/ledger/exchange/chain-trust'
import { chainNamed, chainWriter, hlcAt } from '../../../../support/exchange/chain-writer'
import { toyCraft, toyKey } from '../../../../support/exchange/toy-craft'

const office = 'yunhe'
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(chainNamed) as [string, string, string, string]
const keyOf = (chain: string) => toyKey(`trust ${chain}`)
const roots = [{ chain: a, publicKey: keyOf(a).publicKey }]
const fact = (chain: string, seq: number, says: ChainSaying): ChainFact => ({ chain, seq, hlc: hlcAt(seq), says })
const admits = (chain: string): ChainSaying => ({
  kind: 'admitted',
  chain,
  publicKey: keyOf(chain).publicKey,
  suite: 1,
})
const opens = (chain: string, previous: string, by = keyOf(previous)): ChainFact => {
  const from = { chain: previous, seq: 4, hash: 'ab'.repeat(32) }
  const { publicKey } = keyOf(chain)
  const proof = by.signNote(successionNote(office, from, { chain, publicKey }))
  return fact(chain, 1, { kind: 'opened', publicKey, suite: 1, previous: from, proof })
}
const trust = (...facts: ChainFact[]) => trustedChains({ office, roots, facts }, toyCraft)
const limits = (...facts: ChainFact[]) =>
  Object.fromEntries([...trust(...facts)].map(([chain, { revokedFrom }]) => [chain, revokedFrom]))

describe('the chains of an office', () => {
  it('are those that a trusted one admitted', () => {
    expect(limits(fact(c, 2, admits(d)), fact(a, 9, admits(b)), fact(b, 3, admits(c)))).toEqual({
      ...{ [a]: null, [b]: null, [c]: null, [d]: null },
    })
    expect(limits(fact(b, 3, admits(c)))).toEqual({ [a]: null })
    expect(trust(fact(a, 9, admits(b))).get(b)).toEqual({
      ...{ chain: b, publicKey: keyOf(b).publicKey, revokedFrom: null, retired: null },
      admittedBy: { kind: 'act', chain: a, seq: 9 },
    })
  })

  it('go on under a new key where the old key signed for it, and under no other', () => {
    expect(limits(opens(b, a))).toEqual({ [a]: null, [b]: null })
    expect(limits(opens(b, a, keyOf(c)))).toEqual({ [a]: null })
    expect(limits(fact(b, 1, { kind: 'opened', publicKey: keyOf(b).publicKey, suite: 1 }))).toEqual({ [a]: null })
  })

  it('admit nobody with what they say after their revocation, nor by their key', () => {
    const revoked = fact(a, 20, { kind: 'revoked', chain: b, fromSeq: 5 })
    expect(limits(fact(a, 1, admits(b)), fact(b, 4, admits(c)), fact(b, 5, admits(d)), revoked)).toEqual({
      ...{ [a]: null, [b]: 5, [c]: null },
    })
    expect(limits(fact(a, 1, admits(b)), opens(c, b), revoked)).toEqual({ [a]: null, [b]: 5 })
    expect(limits(fact(a, 1, admits(b)), opens(c, b), fact(a, 8, admits(c)), revoked)).toMatchObject({ [c]: null })
  })

  it('are not revoked by somebody who is not trusted', () => {
    expect(limits(fact(c, 1, { kind: 'revoked', chain: a, fromSeq: 1 }))).toEqual({ [a]: null })
  })

  it('stay good to their end where a machine has left them', () => {
    const retired = { kind: 'retired', chain: a, atSeq: 7, hash: 'ab'.repeat(32), successor: b } as const
    const told = trust(opens(b, a), fact(b, 1, retired)).get(a)
    expect(told).toMatchObject({ revokedFrom: null, retired: { atSeq: 7, successor: b } })
  })

  it('are the same in whatever order the acts came', () => {
    const chain = fc.constantFrom(a, b, c, d)
    const says: fc.Arbitrary<ChainSaying> = fc.oneof(
      chain.map(admits),
      fc.record({ kind: fc.constant('revoked' as const), chain, fromSeq: fc.integer({ min: 1, max: 9 }) }),
    )
    const any = fc.oneof(
      fc.tuple(chain, fc.integer({ min: 1, max: 9 }), says).map(([by, seq, said]) => fact(by, seq, said)),
      fc.tuple(chain, chain).map(([next, previous]) => opens(next, previous)),
    )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (facts, dice) => {
        const mixed = facts
          .map(one => ({ one, at: dice.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ one }) => one)
        const distinct = (list: readonly ChainFact[]) => [
          ...new Map(list.map(one => [`${one.chain} ${one.seq} ${JSON.stringify(one.says)}`, one])).values(),
        ]
        // Two acts of one place do not occur: a ledger holds one of them.
        const onePlace = (list: readonly ChainFact[]) => {
          const chosen = new Map<string, ChainFact>()
          for (const one of distinct(facts)) chosen.set(`${one.chain} ${one.seq}`, one)
          return list.filter(one => [...chosen.values()].includes(one))
        }
        expect([...trust(...onePlace(mixed))].sort()).toEqual([...trust(...onePlace(facts))].sort())
      }),
      { numRuns: 200, seed: 12 },
    )
  })
})

describe('what an act says of chains', () => {
  const by = chainWriter({ office, chain: a, key: keyOf(a) })
  const first = by.write({ facts: [{ type: 'chain.opened@1', open: { publicKey: 'k', suite: 1 } }] })

  it('is read from its open facts about the office', () => {
    expect(chainFactsOf(first.body)).toEqual([
      { chain: a, seq: 1, hlc: hlcAt(1_700_000_000_000), says: { kind: 'opened', publicKey: 'k', suite: 1 } },
    ])
  })

  it.each([
    ['an opening that is not the first act', { type: 'chain.opened@1', open: { publicKey: 'k', suite: 1 } }],
    ['another suite', { type: 'chain.admitted@1', open: { chain: b, publicKey: 'k', suite: 2 } }],
    ['no chain', { type: 'chain.revoked@1', open: { chain: 'x', fromSeq: 1 } }],
    ['another fact', { type: 'note.added@1', open: { text: '"chain.' } }],
  ])('is not %s', (_name, said) => {
    expect(chainFactsOf(by.write({ facts: [said] }).body)).toEqual([])
  })

  it('is not what an act about something else says', () => {
    const facts = [{ type: 'chain.revoked@1', open: { chain: a, fromSeq: 1 } }]
    expect(chainFactsOf(by.write({ facts, subject: 'request:x' }).body)).toEqual([])
  })
})
