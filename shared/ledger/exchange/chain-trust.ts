import { compareActs } from '../act-order'
import { successionNote, type ChainFact, type ChainOpened, type ChainRetired } from './chain-facts'
import type { Proof } from './craft'

/** A chain that is trusted without an act: the founding chain, pinned at enrolment, and headquarters' own. */
export interface ChainRoot {
  readonly chain: string
  readonly publicKey: string
}

export type AdmittedBy =
  | { readonly kind: 'pinned' }
  | { readonly kind: 'act'; readonly chain: string; readonly seq: number }
  /** Its own first act, signed for by the key of the chain it goes on for. */
  | { readonly kind: 'succession'; readonly chain: string }

export interface TrustedChain {
  readonly chain: string
  readonly publicKey: string
  readonly admittedBy: AdmittedBy
  /** From this act on nothing counts; null while it is trusted. */
  readonly revokedFrom: number | null
  readonly retired: Pick<ChainRetired, 'atSeq' | 'hash' | 'successor'> | null
}

export interface TrustGround {
  readonly office: string
  readonly roots: readonly ChainRoot[]
  readonly facts: readonly ChainFact[]
}

/**
 * Which chains of an office are trusted, by whom and how far: a pure function of the set of facts, so that everybody who
 * holds the same acts trusts the same chains. What a chain says counts as far as the chain itself is trusted. A revocation
 * once found stays, also where the two chains revoke each other: then a person must decide.
 */
export function trustedChains(ground: TrustGround, proof: Proof): ReadonlyMap<string, TrustedChain> {
  const facts = [...ground.facts].sort(compareActs)
  const isProven = provenSuccessions(ground.office, proof)
  let revoked: Revocations = new Map()
  for (;;) {
    const trusted = admitted({ ...ground, facts }, revoked, isProven)
    const more = revocations(facts, trusted, revoked)
    if (!more) return withEnds(trusted, facts)
    revoked = more
  }
}

type Revocations = ReadonlyMap<string, number>
type Trusted = Map<string, TrustedChain>

/**
 * Whoever is admitted may admit others, until nobody is added. Of two keys for one chain the first in the order of the
 * facts holds. The key of a revoked chain opens no other: whoever stole it could open as many as he likes.
 */
function admitted({ roots, facts }: TrustGround, revoked: Revocations, isProven: IsProven): Trusted {
  const trusted: Trusted = new Map()
  const add = (chain: string, publicKey: string, admittedBy: AdmittedBy): void => {
    const revokedFrom = revoked.get(chain) ?? null
    trusted.set(chain, { chain, publicKey, admittedBy, revokedFrom, retired: null })
  }
  for (const { chain, publicKey } of roots) add(chain, publicKey, { kind: 'pinned' })
  for (let before = -1; before !== trusted.size;) {
    before = trusted.size
    for (const fact of facts) {
      const next = admission(fact, trusted, isProven)
      if (next && !trusted.has(next.chain)) add(next.chain, next.publicKey, next.by)
    }
  }
  return trusted
}

interface Admission {
  readonly chain: string
  readonly publicKey: string
  readonly by: AdmittedBy
}

function admission(fact: ChainFact, trusted: Trusted, isProven: IsProven): Admission | null {
  const { chain, says } = fact
  const named = namedIn(fact, trusted)
  if (named) return named
  if (says.kind !== 'opened' || !says.previous) return null
  const previous = trusted.get(says.previous.chain)
  if (!previous || previous.revokedFrom !== null || !isProven(chain, says, previous.publicKey)) return null
  return { chain, publicKey: says.publicKey, by: { kind: 'succession', chain: previous.chain } }
}

/** What a chain that is trusted says of another: that it is admitted, or was the office's first. */
function namedIn(fact: ChainFact, trusted: Trusted): Admission | null {
  const { chain, seq, says } = fact
  if (!counts(fact, trusted)) return null
  const by = { kind: 'act', chain, seq } as const
  if (says.kind === 'admitted') return { chain: says.chain, publicKey: says.publicKey, by }
  return says.kind === 'opened' && says.root && !trusted.has(says.root.chain) ? { ...says.root, by } : null
}

const counts = ({ chain, seq }: ChainFact, trusted: Trusted): boolean => {
  const by = trusted.get(chain)
  return by !== undefined && (by.revokedFrom === null || seq < by.revokedFrom)
}

/** Null where nothing is added to what was found before. */
function revocations(facts: readonly ChainFact[], trusted: Trusted, before: Revocations): Revocations | null {
  const found = new Map(before)
  let isMore = false
  for (const fact of facts) {
    const { says } = fact
    if (says.kind !== 'revoked' || !counts(fact, trusted)) continue
    if (says.fromSeq >= (found.get(says.chain) ?? Infinity)) continue
    found.set(says.chain, says.fromSeq)
    isMore = true
  }
  return isMore ? found : null
}

function withEnds(trusted: Trusted, facts: readonly ChainFact[]): Trusted {
  for (const fact of facts) {
    const { says } = fact
    const of = says.kind === 'retired' ? trusted.get(says.chain) : undefined
    if (says.kind !== 'retired' || !of || of.retired || !counts(fact, trusted)) continue
    const { atSeq, hash, successor } = says
    trusted.set(of.chain, { ...of, retired: { atSeq, hash, ...(successor === undefined ? {} : { successor }) } })
  }
  return trusted
}

type IsProven = (chain: string, opened: ChainOpened, previousKey: string) => boolean

/** The same signature is asked for in every round: verified once. */
function provenSuccessions(office: string, proof: Proof): IsProven {
  const known = new Map<string, boolean>()
  return (chain, { previous, publicKey, proof: signature }, previousKey) => {
    if (!previous || signature === undefined) return false
    const note = successionNote(office, previous, { chain, publicKey })
    const asked = `${previousKey} ${signature} ${note}`
    const before = known.get(asked)
    if (before !== undefined) return before
    const isGood = proof.verifyNote(previousKey, note, signature)
    known.set(asked, isGood)
    return isGood
  }
}
