import { describe, expect, it } from 'vitest'
import { chainFactsOf, type ChainFact } from '#shared/ledger/exchange/chain-facts'
import { correctedClocks } from '#shared/ledger/exchange/corrected-clocks'
import { factShapes } from '#shared/contracts/facts'
import { chainNamed, hlcAt } from '../../../../support/exchange/chain-writer'
import { toyKey } from '../../../../support/exchange/toy-craft'

const [desk, hq, next, enrolled] = ['desk', 'headquarters', 'hq again', 'enrolled'].map(chainNamed) as [
  string,
  string,
  string,
  string,
]
const keyOf = (name: string) => toyKey(name).publicKey

interface By {
  readonly role?: string
  readonly seq?: number
  readonly from?: string
}

const factsIn = (
  chain: string,
  facts: readonly object[],
  { role = 'administrator', seq = 1, from }: By = {},
): ChainFact[] => [
  ...chainFactsOf(
    JSON.stringify({
      ...{ v: 1, office: 'o', chain, seq, prev: '0'.repeat(64), hlc: hlcAt(seq), actor: 'a', role, subject: 'office' },
      ...(from === undefined ? {} : { from }),
      facts,
    }),
  ),
]
const admits = (chain: string, more: object = {}) => ({
  type: 'chain.admitted@1',
  open: { chain, publicKey: keyOf('hq'), suite: 1, workstation: '', windowName: '上级端', ...more },
})
const corrects = (more: object = {}) => ({
  type: 'clock.corrected@1',
  open: { chain: desk, fromSeq: 2, toSeq: 4, byMs: 1_000, notBefore: hlcAt(1), ...more },
})
const opens = (key: string, previous?: string) => ({
  type: 'chain.opened@1',
  open: {
    ...{ publicKey: keyOf(key), suite: 1 },
    ...(previous === undefined
      ? {}
      : { previous: { chain: previous, seq: 1, hash: 'a'.repeat(64) }, proof: toyKey(key).signNote('') }),
  },
})
const said = (facts: readonly ChainFact[], pinned?: readonly string[]) => correctedClocks(facts, pinned).all
const byHeadquarters = { role: 'headquarters' }

describe('a corrected clock', () => {
  const admitted = factsIn(desk, [admits(hq)])

  it('counts where the office has admitted its sayer as headquarters, in whatever order the acts came', () => {
    const correction = factsIn(hq, [corrects()], byHeadquarters)
    const wanted = [{ chain: desk, fromSeq: 2, toSeq: 4, byMs: 1_000, notBefore: hlcAt(1) }]
    expect(said([...admitted, ...correction])).toEqual(wanted)
    expect(said([...correction, ...admitted])).toEqual(wanted)
    expect(said(correction)).toEqual([])
    expect(said(correction, [hq])).toEqual(wanted)
  })

  it('counts for nothing in any other chain of the office', () => {
    const machine = factsIn(desk, [admits(enrolled, { workstation: 'B' })])
    expect(said([...admitted, ...machine, ...factsIn(enrolled, [corrects()])])).toEqual([])
    expect(said([...admitted, ...factsIn(desk, [corrects()])])).toEqual([])
    expect(said([...admitted, ...factsIn(enrolled, [corrects()], byHeadquarters)])).toEqual([])
  })

  it('counts for nothing from a machine that headquarters has enrolled, which it admits under no code either', () => {
    const machine = factsIn(hq, [admits(enrolled, { publicKey: keyOf('machine'), windowName: '' })], byHeadquarters)
    expect(said([...admitted, ...machine, ...factsIn(enrolled, [corrects()])])).toEqual([])
    expect(said([...admitted, ...machine, ...factsIn(hq, [corrects()], { ...byHeadquarters, seq: 2 })])).toHaveLength(1)
  })

  it('counts in the chain in which headquarters goes on, under its own key alone', () => {
    const facts = [...admitted, ...factsIn(hq, [opens('hq')], byHeadquarters)]
    const correction = factsIn(next, [corrects()], { ...byHeadquarters, seq: 2 })
    expect(said([...correction, ...factsIn(next, [opens('hq', hq)]), ...facts])).toHaveLength(1)
    expect(said([...correction, ...factsIn(next, [opens('machine', hq)]), ...facts])).toEqual([])
    // The opening claims the key; the act that admits the chain names the one that verifies its acts.
    const claimed = [
      ...factsIn(next, [opens('hq', hq)]),
      ...factsIn(desk, [admits(next, { publicKey: keyOf('machine'), workstation: 'B' })]),
    ]
    expect(said([...correction, ...claimed, ...facts])).toEqual([])
  })

  it('counts for nothing where headquarters only says again what somebody else had written', () => {
    const again = { ...byHeadquarters, seq: 2, from: 'f'.repeat(64) }
    expect(said([...admitted, ...factsIn(hq, [corrects()], again)])).toEqual([])
  })

  it('of another form is none', () => {
    const wrong: Record<string, unknown>[] = [
      { chain: 'x' },
      { fromSeq: 0 },
      { toSeq: 1 },
      { byMs: -1 },
      { byMs: 1.5 },
      { byMs: '1' },
    ]
    // Fewer acts marked than it covers, and marks that are none: it cannot be known which acts are meant.
    wrong.push({ prevs: 'ab'.repeat(8) }, { prevs: 'x'.repeat(24) }, { prevs: 7 })
    for (const more of wrong) expect(said(factsIn(hq, [corrects(more)]), [hq])).toEqual([])
    expect(said(factsIn(hq, [corrects({ notBefore: 'x' })]), [hq])).toEqual([
      { chain: desk, fromSeq: 2, toSeq: 4, byMs: 1_000 },
    ])
    const prevs = 'ab'.repeat(12)
    expect(said(factsIn(hq, [corrects({ prevs })]), [hq])).toMatchObject([{ prevs }])
    expect(factShapes['clock.corrected@1'].open.safeParse(corrects({ prevs }).open).success).toBe(true)
    expect(factShapes['clock.corrected@1'].open.safeParse(corrects({ notBefore: 'x' }).open).success).toBe(false)
  })
})
