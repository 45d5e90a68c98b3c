import type { RequestRecord, Watch } from '#shared/application/ports'
import { keptRows, takeChanged, type KeptState, type KeptStep } from './kept-rows'
import { recordOf } from './record-of'
import type { ViewDatabase } from './schema'
import type { View } from './view'

/** Rows opened in one task of the window: far below 50 ms also where none was opened before. */
const rowsAtOnce = 50

/** Every request, latest receipt first. An act costs one row and not all of them. */
export const keptRequests = (view: Pick<View, 'read' | 'onShown'>): Watch<readonly RequestRecord[]> =>
  keptRows<Kept, readonly RequestRecord[]>(view, {
    tables: ['requests'],
    nothing: before => ({ ...nothingKept(), records: before?.records ?? [] }),
    hasWork: ({ after, changed }) => after !== null || changed.size > 0,
    read: kept => (kept.after === null ? readChanged(view, kept) : readSlice(view, kept, kept.after)),
    tell: ({ records }) => records,
    known: ({ isWhole, changed, records }) => (isWhole && changed.size === 0 ? records : undefined),
  })

interface Entry {
  readonly key: string
  readonly record: RequestRecord
}

interface Kept extends KeptState {
  /** Id of the last row read; null when all were. */
  after: string | null
  isWhole: boolean
  /** Sorted once all are read. */
  entries: Entry[]
  records: readonly RequestRecord[]
}

const nothingKept = (): Kept => ({
  ...{ database: null, after: '', isWhole: false, entries: [], records: [], changed: new Set() },
})

type Step = KeptStep<Kept>

const readSlice = (view: Pick<View, 'read'>, kept: Kept, after: string): Promise<Step> =>
  view.read(async db => {
    kept.database ??= db.name // before the rows: what is written from here on may be missing among them
    const rows = await db.requests.where('id').above(after).limit(rowsAtOnce).toArray()
    const records = rows.map(recordOf)
    return { database: db.name, take: now => takeSlice(now, records) }
  })

const readChanged = (view: Pick<View, 'read'>, kept: Kept): Promise<Step> =>
  takeChanged(kept, rowsAtOnce, asked =>
    view.read(async (db): Promise<Step> => {
      const records = await recordsOf(db, [...asked])
      return { database: db.name, take: now => takeChanges(now, new Set(asked), records) }
    }),
  )

const recordsOf = async (db: ViewDatabase, ids: readonly string[]): Promise<RequestRecord[]> =>
  (await db.requests.bulkGet([...ids])).flatMap(row => (row ? recordOf(row) : []))

function takeSlice(kept: Kept, records: readonly RequestRecord[]): boolean {
  for (const record of records) kept.entries.push({ key: sortKey(record), record })
  const isLast = records.length < rowsAtOnce
  kept.after = isLast ? null : records.at(-1)!.requestId
  if (!isLast) return false
  kept.entries.sort(latestFirst)
  kept.isWhole = true
  return isToldAnew(kept)
}

function takeChanges(kept: Kept, asked: ReadonlySet<string>, records: readonly RequestRecord[]): boolean {
  const entries = kept.entries.filter(({ record }) => !asked.has(record.requestId))
  for (const record of records) insert(entries, { key: sortKey(record), record })
  kept.entries = entries
  return isToldAnew(kept)
}

function isToldAnew(kept: Kept): boolean {
  kept.records = kept.entries.map(({ record }) => record)
  return kept.changed.size === 0
}

/** The same number on two machines is told apart by id, so that the order is one and the same everywhere. */
const sortKey = ({ requestId, request }: RequestRecord): string =>
  `${request.receivedOn ?? request.arrivedOn}\0${request.requestNo}\0${requestId}`

const latestFirst = (a: Entry, b: Entry): number => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0)

function insert(entries: Entry[], entry: Entry): void {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (latestFirst(entries[middle]!, entry) < 0) low = middle + 1
    else high = middle
  }
  entries.splice(low, 0, entry)
}
