import type { Json } from '#shared/ledger/act'
import { toyCraft, type ToyKey } from './toy-craft'
import { emptyHead, type Head } from '#shared/ledger/exchange/head'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'

export interface WrittenFact {
  readonly type: string
  readonly open: Json
  readonly base?: Json
}

export interface ActWish {
  readonly facts?: readonly WrittenFact[]
  readonly subject?: string
  readonly ms?: number
  readonly hlc?: string
  readonly from?: string
  readonly actor?: string
  /** Of the form of the act; 2 is one that no program knows yet. */
  readonly v?: number
}

/** Writes the acts of one chain, and can go back as a restored backup does. */
export interface ChainWriter {
  readonly chain: string
  readonly key: ToyKey
  readonly head: Head
  write(wish?: ActWish): SignedAct
  /** A writer of the same chain and key that goes on from here by itself. */
  copy(): ChainWriter
}

export const hlcAt = (ms: number): string => `${String(ms).padStart(15, '0')}-0000`

export function chainWriter(of: { office: string; chain: string; key: ToyKey }, from?: Head): ChainWriter {
  let head = from ?? emptyHead(of.chain)
  return {
    ...of,
    get head() {
      return head
    },
    write: (wish = {}) => {
      const { acts, last } = signedActs(of, head, [wish])
      head = last
      return acts[0]!
    },
    copy: () => chainWriter(of, head),
  }
}

/** Bodies as a program of ours writes them, after `head`. */
export function signedActs(
  { office, chain, key }: { office: string; chain: string; key: ToyKey },
  head: Head,
  wishes: readonly ActWish[],
): { readonly acts: readonly SignedAct[]; readonly last: Head } {
  let last = head
  const acts = wishes.map(wish => {
    const { facts = [{ type: 'note.added@1', open: {} }], subject = 'office', ms = 1_700_000_000_000 + last.seq } = wish
    const { hlc = hlcAt(ms), from, actor = 'clerk' } = wish
    const place = { v: wish.v ?? 1, office, chain, seq: last.seq + 1, prev: last.hash, hlc }
    const body = JSON.stringify({
      ...place,
      actor,
      role: 'clerk',
      ...(from === undefined ? {} : { from }),
      subject,
      facts,
    })
    const hash = toyCraft.hashOf(body)
    last = { chain, seq: place.seq, hash }
    return { body, signature: key.sign(hash) }
  })
  return { acts, last }
}

/** 32 hex digits, as a chain has them. */
export const chainNamed = (name: string): string => Buffer.from(name.padEnd(16, '.')).toString('hex').slice(0, 32)
