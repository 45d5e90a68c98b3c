import { noPreviousHash } from '#shared/ledger/act'
import { chainFactsOf, type ChainFact } from '#shared/ledger/exchange/chain-facts'
import { trustedChains, type ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { ok } from '#shared/kernel/result'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { hashOfAct, type TestMachine } from './test-machine'

export interface MachineLedger extends ExchangeLedger {
  /** The chains that this machine has written, newest first. */
  readonly machines: readonly TestMachine[]
  /** How many acts of all chains it holds. */
  readonly size: number
}

/** What a machine's ledger offers to the exchange, kept in memory, with real keys and signatures. */
export function machineLedger(first: TestMachine, roots: readonly ChainRoot[]): MachineLedger {
  const machines = [first]
  const held = new Map<string, SignedAct[]>()
  const own = () => machines[0]!
  const actsOf = (chain: string): readonly SignedAct[] => (chain === own().chain ? own().acts : (held.get(chain) ?? []))
  const chains = () => [own().chain, ...held.keys()]
  const headOf = (chain: string): Head => {
    const acts = actsOf(chain)
    const last = acts.at(-1)
    return last ? { chain, seq: acts.length, hash: hashOfAct(last.body) } : emptyHead(chain)
  }
  const trusted = (more: readonly ChainFact[]) => {
    const facts = chains().flatMap(chain => actsOf(chain).flatMap(({ body }) => chainFactsOf(body)))
    return trustedChains({ office: first.office, roots, facts: [...facts, ...more] }, nodeCraft)
  }
  return {
    ...{ office: first.office, machines },
    get ownChain() {
      return own().chain
    },
    get size() {
      return chains().reduce((sum, chain) => sum + actsOf(chain).length, 0)
    },
    heads: () =>
      chains()
        .map(headOf)
        .filter(({ seq }) => seq > 0),
    hashAt(chain, seq) {
      const act = actsOf(chain)[seq - 1]
      return seq === 0 ? noPreviousHash : act ? hashOfAct(act.body) : null
    },
    read: (chain, after, limit) => actsOf(chain).slice(after, after + limit),
    keyOf(chain, opening) {
      const found = trusted(opening ? [opening] : []).get(chain)
      return found ? { publicKey: found.publicKey, revokedFrom: found.revokedFrom } : null
    },
    take(chain, acts) {
      held.set(chain, [...(held.get(chain) ?? []), ...acts])
      return ok(headOf(chain))
    },
    rollOver(at) {
      const old = own()
      machines.unshift(old.successor(at))
      held.set(old.chain, old.acts.slice(0, at.seq))
      return ok(headOf(own().chain))
    },
    setAside() {
      throw new Error('no branch of another in these tests')
    },
  }
}
