import type { ActBody, PlainFact } from '#shared/ledger/act'
import { nextHlc, type Hlc } from '#shared/ledger/hybrid-clock'
import { hashOfBody } from './frame'
import type { ActMaker } from './journal'
import type { StoredAct } from './journal-scan'
import { sealFact, type PersonalSealer } from './personal-parts'
import type { SaidAgain } from './said-again'

/** What an act asks for before it is one. */
export interface ProposedAct {
  readonly actor: string
  readonly role: string
  readonly subject: string
  readonly facts: readonly PlainFact[]
}

/** Whose acts they are, and the key that says so. */
export interface Signer {
  readonly office: string
  readonly chain: string
  readonly sign: (hash: Buffer) => Buffer
}

export interface MakingParts {
  readonly signer: Signer
  readonly sealer: PersonalSealer
  readonly now: () => number
  /** The moment of the act after which the first one sorts. */
  readonly before: Hlc | null
}

/** Acts out of what is proposed: each at a later moment than the one before it, sealed and signed when its place is known. */
export function makeActs(
  proposed: readonly ProposedAct[],
  { signer, sealer, now, before }: MakingParts,
): readonly ActMaker[] {
  let hlc = before
  return proposed.map(({ actor, role, subject, facts }): ActMaker => place => {
    hlc = nextHlc(hlc, now())
    const sealed = facts.map(fact => sealFact(fact, subject, sealer))
    return signed(signer, { ...place, hlc, actor, role, subject, facts: sealed })
  })
}

/** The same acts at another place, each with the moment that it had. */
export const makeAgain = (acts: readonly SaidAgain[], signer: Signer): readonly ActMaker[] =>
  acts.map(
    (act): ActMaker =>
      place =>
        signed(signer, { ...place, ...act }),
  )

function signed({ office, chain, sign }: Signer, said: Omit<ActBody, 'v' | 'office' | 'chain'>): StoredAct {
  const act: ActBody = { v: 1, office, chain, ...said }
  const body = Buffer.from(JSON.stringify(act))
  const hash = hashOfBody(body)
  return { act, body, hash: hash.toString('hex'), signature: sign(hash) }
}
