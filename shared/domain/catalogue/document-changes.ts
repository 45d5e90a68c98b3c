import { valueIn } from './changed-unseen'
import { isPublic, withChanges, type CataloguedDocument } from './document'
import type {
  ChangedFields,
  ChangedWords,
  DocumentDetails,
  DocumentFact,
  DocumentFields,
  DocumentWords,
  ReplacedValues,
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
/** Whether it says something of what the document says, and is sealed where that is not public. */
export const isWord = (name: string): boolean => (wordNames as readonly string[]).includes(name)

/** The fact that takes a document into the catalogue, with its words where they belong. `text` is its body, if it has one. */
export function catalogueDocument(details: DocumentDetails, text?: string): DocumentFact {
  const fields = partOf(details, name => !isWord(name)) as unknown as DocumentFields // what is left are the fields
  const words = partOf(details, isWord) as unknown as DocumentWords // and these are the words
  const all: WordsAndText = text ? { ...words, text } : words
  return isPublic({ details, isWithdrawn: false })
    ? { type: 'document.catalogued@1', open: { ...fields, words: all } }
    : { type: 'document.catalogued@1', open: fields, personal: { words: all } }
}

export interface DocumentBefore extends Pick<CataloguedDocument, 'details' | 'isWithdrawn' | 'text'> {
  /** '' where it has none. Needed where it becomes public, since it then says all of its words again. */
  readonly body: string
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
  const replaced = { ofSet: replacedIn(before, set), ofWords: replacedIn(before, words) }
  if (!isPublicAs(after, before)) {
    if (Object.keys(words).length === 0) return { type: 'document.changed@1', open: withBase(open, replaced.ofSet) }
    const personal = withBase({ words }, replaced.ofWords)
    return { type: 'document.changed@1', open: withBase(open, replaced.ofSet), personal }
  }
  const said = Object.keys(words).length > 0 ? { ...open, words } : open
  if (isPublic(before))
    return { type: 'document.changed@1', open: withBase(said, { ...replaced.ofSet, ...replaced.ofWords }) }
  // It becomes public, and what its words were before that is nobody's to read.
  const personal = withBase({}, replaced.ofWords)
  return { type: 'document.changed@1', open: withBase(said, replaced.ofSet), ...(personal.base ? { personal } : {}) }
}

/** What stands now where the change would write. */
const replacedIn = (before: DocumentBefore, change: object): ReplacedValues =>
  Object.fromEntries(Object.keys(change).map(name => [name, valueIn(before, name)]))

const withBase = <Part extends object>(part: Part, base: ReplacedValues): Part & { readonly base?: ReplacedValues } =>
  Object.keys(base).length > 0 ? { ...part, base } : part

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
    return text === undefined || text === before.body ? kept : { ...kept, text: text === '' ? null : text }
  }
  const whole = text ?? before.body
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
