import type { StandardListFact } from '#shared/domain/catalogue/standard-list'
import { foldedWords } from '#shared/domain/folded-words'
import type { ActBody } from '#shared/ledger/act'
import { compareActs } from '#shared/ledger/act-order'
import { readSubject } from '#shared/ledger/subject'

/** The kind of body that each standard list is for, as the last act about it in the order of the ledger says. */
export interface KindsOfBody {
  observe(act: ActBody): void
  /** Before all acts about a list are observed again. */
  forget(listId: string): void
  /** Whether another list that is there is for this kind. */
  isTaken(kindOfBody: string, besides: string): boolean
  /** As JSON, the same for the same acts in any order. */
  kept(): KeptKinds
}

export type KeptKinds = readonly (readonly [listId: string, held: Held])[]

interface Held extends Pick<ActBody, 'hlc' | 'chain' | 'seq'> {
  /** Null: the list was removed. */
  readonly kind: string | null
}

/** Goes on from what was kept. */
export function kindsOfBody(from: KeptKinds = []): KindsOfBody {
  const lists = new Map<string, Held>(from)
  return {
    observe: act => {
      const subject = readSubject(act.subject)
      if (subject?.kind !== 'standardList') return
      const kind = kindAfter(act)
      if (kind === undefined) return
      const before = lists.get(subject.id)
      if (before && compareActs(before, act) > 0) return
      lists.set(subject.id, { kind, hlc: act.hlc, chain: act.chain, seq: act.seq })
    },
    forget: listId => void lists.delete(listId),
    isTaken: (kindOfBody, besides) => {
      const key = foldedWords(kindOfBody)
      return [...lists].some(([id, { kind }]) => id !== besides && kind === key)
    },
    kept: () => [...lists].sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}

/** Of several facts of one act the last one holds; undefined where none says. */
function kindAfter({ facts }: ActBody): string | null | undefined {
  let kind: string | null | undefined
  const said = facts as unknown as readonly StandardListFact[] // their shapes were judged; a newer type says nothing here
  for (const { type, open } of said) {
    if (type === 'standardList.saved@1') kind = foldedWords(open.kindOfBody)
    if (type === 'standardList.removed@1') kind = null
  }
  return kind
}
