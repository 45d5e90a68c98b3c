/** Where a chain ended for whoever says it; 64 zeros for seq 0. */
export interface ChainEnd {
  readonly chain: string
  readonly seq: number
  readonly hash: string
}

/**
 * What the office says of the chains of its machines. `publicKey`: SPKI (DER), base64. The exchange reads the same words
 * (shared/ledger/exchange/chain-facts.ts) to know whose acts it may take.
 */
export type ChainFact =
  /**
   * First act of a chain; `proof`: the key of the chain it goes on for signs that it does. `root`: the founding chain of the
   * office, where this machine joined one that stood already.
   */
  | {
      readonly type: 'chain.opened@1'
      readonly open: {
        readonly publicKey: string
        readonly suite: 1
        readonly previous?: ChainEnd
        readonly proof?: string
        readonly root?: { readonly chain: string; readonly publicKey: string }
      }
    }
  /** A machine of the office whose acts are taken from now on. */
  | {
      readonly type: 'chain.admitted@1'
      readonly open: {
        readonly chain: string
        readonly publicKey: string
        readonly suite: 1
        /** Code and name of its workstation. */
        readonly workstation: string
        readonly windowName: string
      }
    }
  /** The machine writes there no more: a restored backup, a cloned disk, a machine that was given away. */
  | {
      readonly type: 'chain.retired@1'
      readonly open: {
        readonly chain: string
        readonly atSeq: number
        readonly hash: string
        readonly successor?: string
      }
    }
  /** Nothing counts from this act on: the machine was stolen, or somebody else has its key. */
  | { readonly type: 'chain.revoked@1'; readonly open: { readonly chain: string; readonly fromSeq: number } }

/** One chain, as far as acts of the office tell of it. */
export interface OfficeChain {
  readonly chain: string
  readonly workstation?: string
  readonly windowName?: string
  readonly retired?: { readonly atSeq: number; readonly successor?: string }
  readonly revokedFrom?: number
}

export type ChainProblem =
  | { readonly kind: 'chainAlreadyAdmitted' }
  | { readonly kind: 'chainAlreadyRetired' }
  /** From an act on that the earlier one covers already. */
  | { readonly kind: 'chainAlreadyRevoked'; readonly fromSeq: number }

/** The founding machine was admitted by no act: one that was makes two. Headquarters has no workstation. */
export const hasSeveralMachines = (chains: readonly OfficeChain[]): boolean =>
  chains.some(
    ({ workstation, retired, revokedFrom }) =>
      isWindow(workstation) && retired === undefined && revokedFrom === undefined,
  )

const isWindow = (workstation: string | undefined): boolean => /^[A-Z]$/u.test(workstation ?? '')

export const isChainFact = (fact: { readonly type: string }): fact is ChainFact => fact.type.startsWith('chain.')

/** Why the chains as they stand do not admit this fact. */
export function chainProblem(chains: readonly OfficeChain[], fact: ChainFact): ChainProblem | undefined {
  const known = fact.type === 'chain.opened@1' ? undefined : chains.find(({ chain }) => chain === fact.open.chain)
  switch (fact.type) {
    case 'chain.admitted@1':
      return known?.workstation === undefined ? undefined : { kind: 'chainAlreadyAdmitted' }
    case 'chain.retired@1':
      return known?.retired && { kind: 'chainAlreadyRetired' }
    case 'chain.revoked@1': {
      const before = known?.revokedFrom ?? Infinity
      return before <= fact.open.fromSeq ? { kind: 'chainAlreadyRevoked', fromSeq: before } : undefined
    }
    default:
      return undefined
  }
}

/** In the order in which they were first told of. */
export function chainsAfter(chains: readonly OfficeChain[], fact: ChainFact): readonly OfficeChain[] {
  switch (fact.type) {
    case 'chain.admitted@1': {
      const { chain, workstation, windowName } = fact.open
      return withChain(chains, { chain, workstation, windowName })
    }
    case 'chain.retired@1': {
      const { chain, atSeq, successor } = fact.open
      return withChain(chains, { chain, retired: { atSeq, ...(successor === undefined ? {} : { successor }) } })
    }
    case 'chain.revoked@1':
      return withChain(chains, { chain: fact.open.chain, revokedFrom: fact.open.fromSeq })
    default:
      return chains
  }
}

function withChain(chains: readonly OfficeChain[], news: OfficeChain): readonly OfficeChain[] {
  if (!chains.some(({ chain }) => chain === news.chain)) return [...chains, news]
  return chains.map(one => (one.chain === news.chain ? { ...one, ...news } : one))
}
