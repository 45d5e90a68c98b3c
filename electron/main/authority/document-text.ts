import { textIn } from '#shared/domain/catalogue/document'
import type { PlainAct } from '#shared/ledger/act'

/**
 * The text of a document that the act at this place brought, among the document's acts. Null where there is no such act, it
 * brought none, or its words do not open here: erased, or the key has not come from the machine that wrote it.
 */
export function textOfAct(
  acts: readonly PlainAct[],
  place: { readonly chain: string; readonly seq: number },
): string | null {
  const act = acts.find(({ chain, seq }) => chain === place.chain && seq === place.seq)
  return (act && textIn(act.facts)) ?? null
}
