import type { SignedBody } from './frame'
import { readStored, type StoredAct } from './journal-scan'

interface Following {
  readonly office: string
  readonly chain: string
  /** After which act they stand. */
  readonly head: { readonly seq: number; readonly hash: string }
}

/**
 * Verified acts of another chain, read. Throws where they are not what the journal may take: what stands in it out of place
 * would be damage at the next start.
 */
export function followingActs(acts: readonly SignedBody[], { office, chain, head }: Following): StoredAct[] {
  let { seq, hash } = head
  return acts.map(signed => {
    const read = readStored(signed, true)
    if (!read.ok) throw new Error(`no act after ${chain}/${seq}`)
    const { act } = read.value
    if (act.office !== office || act.chain !== chain) throw new Error(`an act of another chain than ${chain}`)
    if (act.seq !== seq + 1 || act.prev !== hash) throw new Error(`act ${act.seq} does not follow ${chain}/${seq}`)
    seq = act.seq
    hash = read.value.hash
    return read.value
  })
}
