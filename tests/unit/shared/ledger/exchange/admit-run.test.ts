import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noPreviousHash } from '#shared/ledger/act'
import { admitRun, type KnownChain } from '#shared/ledger/exchange/admit-run'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import { readRun, type LinkedAct, type Run } from '#shared/ledger/exchange/run'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { chainNamed, chainWriter } from '../../../../support/exchange/chain-writer'
import { toyCraft, toyKey } from '../../../../support/exchange/toy-craft'

const chain = chainNamed('admitted')
const key = toyKey('admitted')
const writer = () => chainWriter({ office: 'yunhe', chain, key })
const chainOf = (length: number): SignedAct[] => {
  const by = writer()
  return Array.from({ length }, () => by.write())
}
const runOf = (acts: readonly SignedAct[]): Run => {
  const run = readRun(acts, toyCraft)
  if (!run.ok) throw new Error('no run')
  return run.value
}

/** Somebody who holds the first acts of a chain. */
function holder(acts: readonly SignedAct[], revokedFrom: number | null = null): KnownChain {
  const linked: readonly LinkedAct[] = acts.length === 0 ? [] : runOf(acts).acts
  const head: Head = acts.length === 0 ? emptyHead(chain) : runOf(acts).last
  const hashAt = (seq: number) => (seq === 0 ? noPreviousHash : (linked[seq - 1]?.hash ?? null))
  return { office: 'yunhe', publicKey: key.publicKey, head, revokedFrom, hashAt }
}

const decide = (acts: readonly SignedAct[], known: KnownChain | null) => admitRun(runOf(acts), known, toyCraft)

describe('a run that arrives', () => {
  const acts = chainOf(30)

  it('is taken whole where it follows the head', () => {
    const admitted = decide(acts.slice(10, 20), holder(acts.slice(0, 10)))
    expect(admitted).toMatchObject({ ok: true, value: { known: 0, head: { chain, seq: 20 } } })
    expect(admitted.ok && admitted.value.fresh.map(({ seq }) => seq)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20])
  })

  it('adds nothing where it came before', () => {
    const held = holder(acts.slice(0, 20))
    expect(decide(acts.slice(5, 15), held)).toEqual({ ok: true, value: { fresh: [], head: held.head, known: 10 } })
  })

  it('10 to 30 after 1 to 20 adds ten', () => {
    const admitted = decide(acts.slice(9, 30), holder(acts.slice(0, 20)))
    expect(admitted).toMatchObject({ ok: true, value: { known: 11, head: { seq: 30 } } })
    expect(admitted.ok && admitted.value.fresh.length).toBe(10)
  })

  it('is sent again from the head where acts between are missing', () => {
    const held = holder(acts.slice(0, 10))
    expect(decide(acts.slice(12, 15), held)).toEqual({ ok: false, problem: { kind: 'gap', head: held.head } })
  })

  it('names the first act of another branch, and all of that branch', () => {
    const by = writer()
    Array.from({ length: 10 }, () => by.write())
    const other = by.copy()
    const held = [...acts.slice(0, 10), ...Array.from({ length: 5 }, () => by.write({ ms: 1 }))]
    const theirs = Array.from({ length: 7 }, () => other.write({ ms: 2 }))
    const answer = decide([...acts.slice(5, 10), ...theirs], holder(held))
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'fork', seq: 11 } })
    expect(!answer.ok && answer.problem.kind === 'fork' && answer.problem.acts.map(({ seq }) => seq)).toEqual([
      11, 12, 13, 14, 15, 16, 17,
    ])
    // What begins after the parting shows it by the hash of the act before.
    expect(decide(theirs.slice(2), holder(held))).toMatchObject({ ok: false, problem: { kind: 'fork', seq: 12 } })
  })

  it('is no fork where the chain itself did not sign it: nobody else makes a machine give up its chain', () => {
    const forger = chainWriter({ office: 'yunhe', chain, key: toyKey('forger') }, runOf(acts.slice(0, 10)).last)
    const forged = [forger.write({ ms: 5 })]
    expect(decide(forged, holder(acts))).toEqual({ ok: false, problem: { kind: 'badSignature', seq: 11 } })
  })

  it('stores nothing where one signature in the middle is bad', () => {
    const altered = acts.map((act, index) => (index === 14 ? { ...act, signature: acts[3]!.signature } : act))
    expect(decide(altered.slice(10, 20), holder(acts.slice(0, 10)))).toEqual({
      ok: false,
      problem: { kind: 'badSignature', seq: 15 },
    })
  })

  it('of a chain nobody admitted, or of another office, is refused', () => {
    expect(decide(acts, null)).toEqual({ ok: false, problem: { kind: 'unknownChain' } })
    expect(decide(acts, { ...holder([]), office: 'qingshan' })).toEqual({ ok: false, problem: { kind: 'wrongOffice' } })
  })

  it('is refused from the revoked act on, and what came before it is taken', () => {
    const held = holder(acts.slice(0, 5), 12)
    expect(decide(acts.slice(0, 11), held)).toMatchObject({ ok: true, value: { head: { seq: 11 } } })
    const answer = decide(acts.slice(0, 15), held)
    expect(answer).toMatchObject({ ok: false, problem: { kind: 'revoked', fromSeq: 12 } })
    expect(!answer.ok && answer.problem.kind === 'revoked' && answer.problem.acts.map(({ seq }) => seq)).toEqual([
      12, 13, 14, 15,
    ])
    expect(decide(acts.slice(0, 15), holder(acts.slice(0, 15), 12))).toMatchObject({ ok: true }) // held before it was known
  })
})

describe('acts that are no run', () => {
  const acts = chainOf(6)
  it.each([
    ['one left out', [...acts.slice(0, 2), ...acts.slice(3)], 3],
    ['two swapped', [acts[0]!, acts[2]!, acts[1]!], 2],
    ['none', [], 0],
    ['no JSON', [acts[0]!, { ...acts[1]!, body: '{' }], 2],
    ['no number', [{ ...acts[0]!, body: acts[0]!.body.replace('"seq":1', '"seq":"1"') }], 1],
    ['a first act that follows something', [{ ...acts[0]!, body: acts[0]!.body.replace(/0{64}/, 'a'.repeat(64)) }], 1],
  ])('%s', (_name, broken, at) => {
    expect(readRun(broken, toyCraft)).toEqual({ ok: false, problem: { kind: 'brokenChain', at } })
  })
})

describe('whatever way acts arrive', () => {
  const acts = chainOf(40)

  it('every way of cutting, repeating and mixing a chain ends in the same acts', () => {
    const cut = fc.record({ from: fc.nat(39), length: fc.integer({ min: 1, max: 12 }) })
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 40 }), cuts => {
        let held: SignedAct[] = []
        for (const { from, length } of cuts) {
          const admitted = decide(acts.slice(from, from + length), holder(held))
          if (admitted.ok) held = [...held, ...admitted.value.fresh.map(({ signed }) => signed)]
          else expect(admitted.problem).toEqual({ kind: 'gap', head: holder(held).head })
          expect(held).toEqual(acts.slice(0, held.length))
        }
      }),
      { numRuns: 200, seed: 12 },
    )
  })

  it('one altered sign of one body is never taken', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(), fc.nat(93), (which, where, sign) => {
        const body = acts[which]!.body
        const at = where % body.length
        const altered = `${body.slice(0, at)}${String.fromCharCode(33 + sign)}${body.slice(at + 1)}`
        if (altered === body) return
        const run = readRun(
          acts.slice(0, 10).map((act, index) => (index === which ? { ...act, body: altered } : act)),
          toyCraft,
        )
        expect(run.ok && admitRun(run.value, holder([]), toyCraft).ok).toBe(false)
      }),
      { numRuns: 300, seed: 12 },
    )
  })
})
