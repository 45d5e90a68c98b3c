import { isPublic, withChanges, type CataloguedDocument } from './document'
import type {
  ChangedFields,
  ChangedWords,
  DocumentDetails,
  DocumentFact,
  DocumentFields,
  DocumentWords,
  WordsAndText,
} from './document-facts'

const wordNames = [
  'title',
  'docNo',
  'abstract',
  'keywords',
  'legalBasis',
  'closedBecause',
] as const satisfies readonly (keyof DocumentWords)[]
const isWord = (name: string): boolean => (wordNames as readonly string[]).includes(name)

/** The fact that takes a document into the catalogue, with its words where they belong. `text` is its body, if it has one. */
export function catalogueDocument(details: DocumentDetails, text?: string): DocumentFact {
  const fields = partOf(details, name => !isWord(name)) as unknown as DocumentFields // what is left are the fields
  const words = partOf(details, isWord) as unknown as DocumentWords // and these are the words
  const all: WordsAndText = text ? { ...words, text } : words
  return isPublic({ details, isWithdrawn: false })
    ? { type: 'document.catalogued@1', open: { ...fields, words: all } }
    : { type: 'document.catalogued@1', open: fields, personal: { words: all } }
}

export interface DocumentBefore {
  readonly details: DocumentDetails
  readonly isWithdrawn: boolean
  /** Its body; '' where it has none. Needed where it becomes public, since it then says all of its words again. */
  readonly text: string
}

export interface DocumentEdit {
  readonly set?: ChangedFields
  readonly words?: Omit<ChangedWords, 'text'>
  /** The whole new body; '' takes it away. Missing: it stays. */
  readonly text?: string
}

/** The fact that makes one document into another; null where nothing would change. */
export function changeDocument(before: DocumentBefore, edit: DocumentEdit): DocumentFact | null {
  const after = withChanges(before.details, { ...edit.set, ...edit.words })
  const set = differences(before.details, after, name => !isWord(name)) as ChangedFields
  const words = wordsSaid(before, after, edit)
  if (Object.keys(set).length === 0 && Object.keys(words).length === 0) return null
  const open = Object.keys(set).length > 0 ? { set } : {}
  if (Object.keys(words).length === 0) return { type: 'document.changed@1', open }
  return isPublicAs(after, before)
    ? { type: 'document.changed@1', open: { ...open, words } }
    : { type: 'document.changed@1', open, personal: { words } }
}

/** Back from `after` to `before`: the reverse of an edit, as an edit. */
export function reverseOf(before: DocumentDetails, after: DocumentDetails): DocumentEdit {
  const set = differences(after, before, name => !isWord(name)) as ChangedFields
  const words = differences(after, before, isWord) as Omit<ChangedWords, 'text'>
  return { set, words }
}

const isPublicAs = (details: DocumentDetails, { isWithdrawn }: Pick<CataloguedDocument, 'isWithdrawn'>): boolean =>
  isPublic({ details, isWithdrawn })

function wordsSaid(before: DocumentBefore, after: DocumentDetails, { text }: DocumentEdit): ChangedWords {
  const becomesPublic = !isPublic(before) && isPublicAs(after, before)
  if (!becomesPublic) {
    const words = differences(before.details, after, isWord) as ChangedWords
    // A reason that the new attribute makes meaningless goes by itself, and is never said in clear.
    const { closedBecause, ...others } = words
    const kept = closedBecause === null && after.attribute === 'PROACTIVE' ? others : words
    return text === undefined || text === before.text ? kept : { ...kept, text: text === '' ? null : text }
  }
  const whole = text ?? before.text
  const { closedBecause: _reason, ...words } = partOf(after, isWord)
  return { ...words, ...(whole === '' ? {} : { text: whole }) }
}

function differences(from: object, to: object, isMeant: (name: string) => boolean): Record<string, unknown> {
  const before = from as Record<string, unknown>
  const after = to as Record<string, unknown>
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(isMeant)
  const changed = names.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(changed.map(name => [name, after[name] ?? null]))
}

const partOf = (details: DocumentDetails, isMeant: (name: string) => boolean): Record<string, unknown> =>
  Object.fromEntries(Object.entries(details).filter(([name, value]) => isMeant(name) && value !== undefined))
