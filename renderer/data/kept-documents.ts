import type { DocumentLine, KeptLines } from '#shared/application/catalogue-ports'
import type { Watch } from '#shared/application/ports'
import { lineOfDocument, listKeyOf, type DocumentRow } from './document-rows'
import { keptRows, takeChanged, type KeptState, type KeptStep } from './kept-rows'
import type { ViewDatabase } from './schema'
import type { View } from './view'

/** Rows read in one task: public ones are read as they are, closed ones must be opened. */
const publicAtOnce = 2_000
const closedAtOnce = 200
const changedAtOnce = 500

/**
 * The lines of the whole catalogue, latest first: read once, in slices by key, when somebody first asks; the first slice is
 * told at once and the list grows. After that only documents that were written anew are read. Kept until the view is closed,
 * because closed documents are among them; nobody listening, nothing is read.
 */
export const keptDocuments = (view: Pick<View, 'read' | 'onShown'>): Watch<KeptLines> =>
  keptRows<Kept, KeptLines>(view, {
    tables: ['documents', 'closedDocuments'],
    nothing: nothingKept,
    hasWork: ({ phase, changed }) => phase !== 'whole' || changed.size > 0,
    read: kept => (kept.phase === 'whole' ? readChanged(view, kept) : readSlice(view, kept)),
    tell: linesOf,
    known: (_kept, told) => told,
  })

interface Entry {
  readonly key: string
  readonly line: DocumentLine
}

interface Kept extends KeptState {
  phase: 'closed' | 'public' | 'whole'
  /** Where the next slice begins. */
  after: string | null
  /** Latest first, as far as they were read. */
  closed: Entry[]
  public: Entry[]
  /** Public ones that were there when the list was last told. */
  told: number
}

const nothingKept = (): Kept => ({
  ...{ database: null, phase: 'closed', after: null, closed: [], public: [], changed: new Set(), told: 0 },
})

type Step = KeptStep<Kept>

const readSlice = (view: Pick<View, 'read'>, kept: Kept): Promise<Step> =>
  view.read(async db => {
    kept.database ??= db.name // before the rows: what is written from here on may be missing among them
    return kept.phase === 'closed' ? closedSlice(db, kept.after) : publicSlice(db, kept.after)
  })

async function closedSlice(db: ViewDatabase, after: string | null): Promise<Step> {
  const rows = await db.closedDocuments
    .where('id')
    .above(after ?? '')
    .limit(closedAtOnce)
    .toArray()
  return {
    database: db.name,
    take: kept => {
      kept.closed.push(...rows.map(entryOf))
      kept.after = rows.at(-1)?.id ?? null
      if (rows.length < closedAtOnce) {
        kept.closed.sort(latestFirst)
        Object.assign(kept, { phase: 'public', after: null })
      }
      return false
    },
  }
}

async function publicSlice(db: ViewDatabase, after: string | null): Promise<Step> {
  const rows = await (after === null ? db.documents.orderBy('listKey') : db.documents.where('listKey').above(after))
    .limit(publicAtOnce)
    .toArray()
  return {
    database: db.name,
    take: kept => {
      for (const row of rows) kept.public.push(entryOf(row))
      kept.after = rows.at(-1)?.listKey ?? null
      if (rows.length < publicAtOnce) kept.phase = 'whole'
      return isWorthTelling(kept)
    },
  }
}

/** The first slice, then whenever there are twice as many, and the whole: telling costs as much as there is to tell. */
function isWorthTelling(kept: Kept): boolean {
  if (kept.phase !== 'whole' && kept.public.length < 2 * kept.told) return false
  kept.told = kept.public.length
  return true
}

const readChanged = (view: Pick<View, 'read'>, kept: Kept): Promise<Step> =>
  takeChanged(kept, changedAtOnce, asked =>
    view.read(async (db): Promise<Step> => {
      const open = entriesOf(await db.documents.bulkGet([...asked]))
      const closed = entriesOf(await db.closedDocuments.bulkGet([...asked]))
      const isAsked = new Set(asked)
      return {
        database: db.name,
        take: now => {
          now.public = exchanged(now.public, isAsked, open)
          now.closed = exchanged(now.closed, isAsked, closed)
          return now.changed.size === 0
        },
      }
    }),
  )

const entriesOf = (rows: readonly (DocumentRow | undefined)[]): Entry[] =>
  rows.flatMap(row => (row ? [entryOf(row)] : [])).sort(latestFirst)

const entryOf = (row: DocumentRow): Entry => ({
  key: listKeyOf(row.document.details.documentDate, row.id),
  line: lineOfDocument(row),
})

const exchanged = (entries: Entry[], gone: ReadonlySet<string>, instead: readonly Entry[]): Entry[] =>
  merged(
    entries.filter(({ line }) => !gone.has(line.documentId)),
    instead,
  )

/** While the public ones are still being read, only those closed ones that come before the last of them. */
function linesOf({ phase, public: open, closed }: Kept): KeptLines {
  const isWhole = phase === 'whole'
  const last = open.at(-1)?.key
  const shown = isWhole || last === undefined ? closed : closed.filter(({ key }) => key < last)
  return { lines: merged(open, shown).map(({ line }) => line), isWhole }
}

/** Two lists in order become one in order. */
function merged(one: readonly Entry[], other: readonly Entry[]): Entry[] {
  if (other.length === 0) return [...one]
  const all: Entry[] = []
  let at = 0
  for (const entry of one) {
    while (at < other.length && latestFirst(other[at]!, entry) < 0) all.push(other[at++]!)
    all.push(entry)
  }
  while (at < other.length) all.push(other[at++]!)
  return all
}

const latestFirst = (a: Entry, b: Entry): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
