import type { ActBody } from '#shared/ledger/act'
import type { Onlooker } from './ledger-index'

/** What the acts say of the keys of the office's chains. */
export interface ChainBook extends Onlooker {
  /** Null for a chain of which no act says a key. */
  keyOf(chain: string): ChainKey | null
  /** Where this chain goes on from another, as its first act says. */
  previousOf(chain: string): { readonly chain: string; readonly seq: number; readonly hash: string } | null
}

export interface ChainKey {
  /** SPKI (DER), base64. */
  readonly publicKey: string
  /** Acts from this seq on do not count; null where none of them was revoked. */
  readonly revokedFrom: number | null
}

type Opened = NonNullable<ReturnType<ChainBook['previousOf']>>

/**
 * A chain says its key in its first act; another one that admits it says the same. Where the two differ, what the chain
 * says of itself counts: its acts were taken only because they were verified by that key.
 */
export function chainBook(): ChainBook {
  const own = new Map<string, string>()
  const admitted = new Map<string, string>()
  const revoked = new Map<string, number>()
  const previous = new Map<string, Opened>()
  const maps = { own, admitted, revoked, previous }
  const reset = (): void => {
    for (const map of Object.values(maps)) map.clear()
  }
  const noteOpened = (chain: string, { publicKey, previous: before }: Said): void => {
    if (publicKey) own.set(chain, publicKey)
    if (publicKey && before) previous.set(chain, before)
  }
  const noteOther = (type: string, { chain = '', publicKey = '', fromSeq }: Said): void => {
    const known = admitted.get(chain)
    // Of two that admit one chain with different keys the same one is taken on every machine.
    if (type === 'chain.admitted@1' && (known === undefined || publicKey < known)) admitted.set(chain, publicKey)
    if (type === 'chain.revoked@1' && fromSeq) revoked.set(chain, Math.min(fromSeq, revoked.get(chain) ?? Infinity))
  }
  const observe = ({ chain, seq, facts }: ActBody): void => {
    for (const { type, open } of facts) {
      if (type === 'chain.opened@1' && seq === 1) noteOpened(chain, open as Said)
      else if (type.startsWith('chain.')) noteOther(type, open as Said)
    }
  }
  return {
    observe,
    reset,
    keyOf: chain => {
      const publicKey = own.get(chain) ?? admitted.get(chain)
      return publicKey === undefined ? null : { publicKey, revokedFrom: revoked.get(chain) ?? null }
    },
    previousOf: chain => previous.get(chain) ?? null,
    kept: (): Kept => ({
      own: inOrder(own),
      admitted: inOrder(admitted),
      revoked: inOrder(revoked),
      previous: inOrder(previous),
    }),
    restore: kept => {
      reset()
      const from = kept as Kept
      for (const [chain, key] of from.own) own.set(chain, key)
      for (const [chain, key] of from.admitted) admitted.set(chain, key)
      for (const [chain, seq] of from.revoked) revoked.set(chain, seq)
      for (const [chain, before] of from.previous) previous.set(chain, before)
    },
  }
}

interface Said {
  readonly chain?: string
  readonly publicKey?: string
  readonly fromSeq?: number
  readonly previous?: Opened
}

type Pairs<T> = readonly (readonly [chain: string, value: T])[]

interface Kept {
  readonly own: Pairs<string>
  readonly admitted: Pairs<string>
  readonly revoked: Pairs<number>
  readonly previous: Pairs<Opened>
}

const inOrder = <T>(map: ReadonlyMap<string, T>): Pairs<T> => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
