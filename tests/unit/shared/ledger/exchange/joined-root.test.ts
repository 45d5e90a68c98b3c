import { expect, it } from 'vitest'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import { chainFactsOf } from '#shared/ledger/exchange/chain-facts'
import { trustedChains } from '#shared/ledger/exchange/chain-trust'
import { keyHoldersOf } from '#shared/ledger/exchange/key-holders'
import type { Proof } from '#shared/ledger/exchange/craft'

const [founding, joined, third, stranger] = ['a', 'b', 'c', 'd'].map(sign => sign.repeat(32)) as [
  string,
  string,
  string,
  string,
]
const keyOf = (chain: string): string => `key of ${chain.slice(0, 1)}`
const proof: Proof = { hashOf: body => body, verifyHash: () => false, verifyNote: () => false }

let moment = 0
const fact = (chain: string, says: ChainFact['says'], seq = 1): ChainFact => ({
  ...{ chain, seq, hlc: `${String(++moment).padStart(15, '0')}-0000`, says },
})
const opened = (chain: string, root?: string): ChainFact =>
  fact(chain, {
    ...{ kind: 'opened', publicKey: keyOf(chain), suite: 1 },
    ...(root ? { root: { chain: root, publicKey: keyOf(root) } } : {}),
  })
const admitted = (by: string, chain: string, seq = 2): ChainFact =>
  fact(by, { kind: 'admitted', chain, publicKey: keyOf(chain), suite: 1, workstation: 'B' }, seq)
const revoked = (by: string, chain: string, fromSeq: number): ChainFact =>
  fact(by, { kind: 'revoked', chain, fromSeq }, 9)

const trust = (root: string, ...facts: ChainFact[]) =>
  trustedChains({ office: 'o', roots: [{ chain: root, publicKey: keyOf(root) }], facts }, proof)

it('a machine that joined trusts the founding chain by its own first act, and through it everybody that it admits', () => {
  const facts = [opened(founding), admitted(founding, joined), opened(joined, founding), admitted(founding, third, 3)]
  expect([...trust(joined, ...facts).keys()].sort()).toEqual([founding, joined, third])
  expect([...trust(joined, ...facts.slice(0, 2), opened(joined)).keys()]).toEqual([joined]) // without the root, nobody
  const holders = keyHoldersOf(
    { office: 'o', ownChain: joined, roots: [{ chain: joined, publicKey: keyOf(joined) }], facts, headquarters: [] },
    proof,
  )
  expect(holders.map(({ chain }) => chain).sort()).toEqual([founding, third])
})

it('a root that a stranger names is nobody, nor one that a revoked chain names', () => {
  const facts = [opened(founding), admitted(founding, joined)]
  expect(trust(founding, ...facts, opened(stranger, third)).has(third)).toBe(false)
  expect(trust(founding, ...facts, opened(joined, third)).has(third)).toBe(true)
  expect(trust(founding, ...facts, opened(joined, third), revoked(founding, joined, 1)).has(third)).toBe(false)
})

it('a root is read from a first act alone, and only in its own form', () => {
  const body = (open: object, seq = 1) =>
    JSON.stringify({
      ...{ v: 1, office: 'o', chain: joined, seq, prev: '0'.repeat(64), hlc: `${'0'.repeat(15)}-0000` },
      ...{ actor: 'p', role: 'administrator', subject: 'office', facts: [{ type: 'chain.opened@1', open }] },
    })
  const root = { chain: founding, publicKey: keyOf(founding) }
  const open = { publicKey: keyOf(joined), suite: 1, root }
  expect(chainFactsOf(body(open))[0]?.says).toEqual({ kind: 'opened', ...open })
  expect(chainFactsOf(body(open, 2))).toEqual([])
  for (const wrong of [{ chain: 'x', publicKey: 'k' }, { chain: founding }, [], 'a'])
    expect(chainFactsOf(body({ ...open, root: wrong }))[0]?.says).not.toHaveProperty('root')
})
