import { describe, expect, it } from 'vitest'
import { successionNote, type ChainFact, type ChainSaying } from '#shared/ledger/exchange/chain-facts'
import { keyHoldersOf } from '#shared/ledger/exchange/key-holders'
import { chainNamed, hlcAt } from '../../../../support/exchange/chain-writer'
import { toyCraft, toyKey } from '../../../../support/exchange/toy-craft'

const office = 'yunhe'
const [a, b, c, hq] = ['a', 'b', 'c', 'hq'].map(chainNamed) as [string, string, string, string]
const keyOf = (chain: string) => toyKey(`holders ${chain}`)
const root = (chain: string) => ({ chain, publicKey: keyOf(chain).publicKey })
const fact = (chain: string, seq: number, says: ChainSaying): ChainFact => ({ chain, seq, hlc: hlcAt(seq), says })
const admits = (chain: string, publicKey = keyOf(chain).publicKey): ChainSaying => ({
  ...{ kind: 'admitted', chain, publicKey, suite: 1, workstation: 'B' },
})
const holders = (...facts: ChainFact[]) =>
  keyHoldersOf({ office, ownChain: a, roots: [root(a), root(hq)], headquarters: [root(hq)], facts }, toyCraft).map(
    ({ chain, isRetired }) => (isRetired ? `${chain} retired` : chain),
  )

describe('machines for which subject keys may be wrapped', () => {
  it('are the others that a machine of the office vouches for', () => {
    expect(holders()).toEqual([])
    expect(holders(fact(a, 3, admits(b)), fact(b, 2, admits(c)))).toEqual([b, c])
  })

  it('are never headquarters, by whatever name or key it comes', () => {
    expect(holders(fact(a, 3, admits(hq)))).toEqual([])
    expect(holders(fact(a, 3, admits(b, keyOf(hq).publicKey)))).toEqual([])
    const unknown: ChainSaying = { kind: 'admitted', chain: hq, publicKey: keyOf(hq).publicKey, suite: 1 }
    const elsewhere = { office, ownChain: a, roots: [root(a)], headquarters: [], facts: [fact(a, 3, unknown)] }
    expect(keyHoldersOf(elsewhere, toyCraft)).toEqual([])
  })

  it('are none that only headquarters admits, also where a machine admitted headquarters', () => {
    expect(holders(fact(hq, 2, admits(b)))).toEqual([])
    expect(holders(fact(a, 3, admits(hq)), fact(hq, 2, admits(b)))).toEqual([])
    expect(holders(fact(hq, 2, admits(b)), fact(a, 4, admits(b)))).toEqual([b])
  })

  it('are no more those that were revoked; one that went on in another chain says so', () => {
    const gone = fact(a, 5, { kind: 'revoked', chain: b, fromSeq: 9 })
    expect(holders(fact(a, 3, admits(b)), gone)).toEqual([])
    const previous = { chain: b, seq: 4, hash: 'ab'.repeat(32) }
    const { publicKey } = keyOf(c)
    const proof = keyOf(b).signNote(successionNote(office, previous, { chain: c, publicKey }))
    const opened = fact(c, 1, { kind: 'opened', publicKey, suite: 1, previous, proof })
    const retired = fact(c, 1, { kind: 'retired', chain: b, atSeq: 4, hash: previous.hash, successor: c })
    expect(holders(fact(a, 3, admits(b)), opened, retired)).toEqual([`${b} retired`, c])
  })
})
