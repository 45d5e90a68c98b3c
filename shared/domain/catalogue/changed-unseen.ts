import type { CataloguedDocument } from './document'
import type { DocumentFact } from './document-facts'

type Change = Extract<DocumentFact, { readonly type: 'document.changed@1' }>
/** What a change is held against. */
type Standing = Pick<CataloguedDocument, 'details' | 'text'>
type Values = Readonly<Record<string, unknown>>

/** Names whose value is another than the one that this change says it replaces: somebody else was faster. */
export function staleNames(change: Change, standing: Standing): readonly string[] {
  const base = replacedBy(change)
  return Object.keys(base).filter(name => !isSame(base[name], valueIn(standing, name)))
}

/** Of those, what the change replaced unseen; not where both wrote the same. */
export function overwrittenBy(change: Change, standing: Standing): readonly string[] {
  const said = saidBy(change)
  return staleNames(change, standing).filter(name => name in said && !isSame(valueIn(standing, name), said[name]))
}

/** Whether the change writes over what stands there, and says so: whoever does that has seen it. */
export function isSeen(name: string, standing: Standing, change: Change): boolean {
  const base = replacedBy(change)
  return name in base && isSame(base[name], valueIn(standing, name))
}

/** Null where nothing is there. Names are those of fields and words; of a text, the act that brought it. */
export function valueIn({ details, text }: Standing, name: string): unknown {
  if (name === 'text') return text && { chain: text.chain, seq: text.seq }
  return (details as object as Values)[name] ?? null
}

const replacedBy = ({ open, personal }: Change): Values => ({ ...open.base, ...personal?.base })
const saidBy = ({ open, personal }: Change): Values => ({ ...open.set, ...open.words, ...personal?.words })
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
