import type { Post } from '#shared/domain/people/person-facts'
import type { ActBody } from '#shared/ledger/act'
import { compareActs } from '#shared/ledger/act-order'

/** The posts that each person holds: those of the last act about them in the order of the ledger, whenever it came. */
export interface HeldPosts {
  readonly size: number
  note(personId: string, posts: readonly Post[], by: ActBody): void
  /** Before all acts about a person are noted again. */
  forget(personId: string): void
  /** Undefined for a stranger; empty for who has left. */
  of(personId: string): readonly Post[] | undefined
  administrators(): readonly string[]
  /** As JSON, the same for the same acts in any order. */
  kept(): KeptPosts
}

export type KeptPosts = readonly (readonly [personId: string, held: Held])[]

interface Held extends Pick<ActBody, 'hlc' | 'chain' | 'seq'> {
  readonly posts: readonly Post[]
}

/** Goes on from what was kept. */
export function heldPosts(from: KeptPosts = []): HeldPosts {
  const people = new Map<string, Held>(from)
  return {
    get size() {
      return people.size
    },
    note: (personId, posts, by) => {
      const before = people.get(personId)
      // Of several facts of one act the last one holds.
      if (before && compareActs(before, by) > 0) return
      people.set(personId, { posts, hlc: by.hlc, chain: by.chain, seq: by.seq })
    },
    forget: personId => void people.delete(personId),
    of: personId => people.get(personId)?.posts,
    administrators: () => [...people].flatMap(([id, { posts }]) => (posts.includes('administrator') ? id : [])),
    kept: () => [...people].sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}
