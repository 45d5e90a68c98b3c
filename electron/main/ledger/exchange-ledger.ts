import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import { trustedChains, type ChainRoot, type TrustedChain } from '#shared/ledger/exchange/chain-trust'
import type { Proof } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { mostSegmentBytes } from '#shared/ledger/exchange/segment'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import type { SignedBody } from './frame'
import type { Head, Ledger } from './ledger'

export interface ExchangeParts {
  readonly ledger: Ledger
  /** SPKI (DER), base64, of the key that signs here. */
  readonly publicKey: string
  readonly proof: Proof
  /** Headquarters as it was pinned at enrolment; null where this machine was enrolled nowhere. The same object until it changes. */
  readonly pinned?: () => ChainRoot | null
  readonly rollOver: (at: Head) => Result<Head, Problem>
  readonly setAside: (at: Head) => Result<Head, Problem>
}

/** This machine's ledger as the exchange sees it, for as long as the desk is open. A roll-over ends it: ask for another. */
export function exchangeLedger(parts: ExchangeParts): ExchangeLedger {
  const { ledger, publicKey, proof, pinned = () => null, rollOver, setAside } = parts
  const { office, chain: ownChain } = ledger
  let trusted: Reckoned | null = null
  const trustOn = (facts: readonly ChainFact[]) => {
    const headquarters = pinned()
    const roots = [...rootsOf({ chain: ownChain, publicKey }, facts), ...(headquarters ? [headquarters] : [])]
    return trustedChains({ office, roots, facts }, proof)
  }
  const trustedNow = (): ReadonlyMap<string, TrustedChain> => {
    const [from, of] = [ledger.chainFacts, pinned()]
    if (trusted?.from !== from.length || trusted.of !== of) trusted = { from: from.length, of, chains: trustOn(from) }
    return trusted.chains
  }
  return {
    office,
    ownChain,
    heads: () => ledger.heads.filter(({ seq }) => seq > 0),
    hashAt: (chain, seq) => ledger.hashAt(seq, chain),
    read: (chain, after, limit) =>
      signedActs(ledger.signedAfter(chain, after, { acts: limit, bytes: mostSegmentBytes })),
    keyOf: (chain, opening) =>
      trustedNow().get(chain) ?? (opening && trustOn([...ledger.chainFacts, opening]).get(chain)) ?? null,
    take: (chain, acts) => ledger.take(chain, acts.map(bytesOf)),
    rollOver,
    setAside,
  }
}

interface Reckoned {
  readonly from: number
  readonly of: ChainRoot | null
  readonly chains: ReadonlyMap<string, TrustedChain>
}

/**
 * Trusted without an act of somebody else: the chain of this machine, and those that it wrote before, which say their own
 * keys. The founding chain of an office that this machine joined is named by its own first act.
 */
export function rootsOf(own: ChainRoot, facts: readonly ChainFact[]): ChainRoot[] {
  const roots = [own]
  for (;;) {
    const last = openingOf(roots.at(-1)!.chain, facts)
    const before = last?.previous && openingOf(last.previous.chain, facts)
    if (!last?.previous || !before || roots.some(({ chain }) => chain === last.previous?.chain)) return roots
    roots.push({ chain: last.previous.chain, publicKey: before.publicKey })
  }
}

function openingOf(chain: string, facts: readonly ChainFact[]) {
  for (const fact of facts) if (fact.chain === chain && fact.says.kind === 'opened') return fact.says
  return null
}

const signedActs = (acts: readonly SignedBody[]): SignedAct[] =>
  acts.map(({ body, signature }) => ({ body: body.toString(), signature: signature.toString('base64') }))

const bytesOf = ({ body, signature }: SignedAct): SignedBody => ({
  body: Buffer.from(body),
  signature: Buffer.from(signature, 'base64'),
})
