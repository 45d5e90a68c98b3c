import Dexie from 'dexie'
import type { RequestRecord, Watch } from '#shared/application/ports'
import { changedKeys, type ChangedParts } from './changed-keys'
import { recordOf } from './record-of'
import type { ViewDatabase } from './schema'
import type { View } from './view'

/** Rows opened in one task of the window: far below 50 ms also where none was opened before. */
const rowsAtOnce = 50

/**
 * Every request, latest receipt first: read once, in slices, when somebody first asks, and kept until the view is
 * closed. After that only rows that were written anew are read, so an act costs one row and not all of them. Nobody
 * listening, nothing is read; what changed meanwhile is read when somebody listens again.
 */
export function keptRequests(view: Pick<View, 'read' | 'onShown'>): Watch<readonly RequestRecord[]> {
  const listeners = new Set<(records: readonly RequestRecord[]) => void>()
  let kept = nothingKept()
  let isWorking = false
  let isFollowing = false

  const tell = (): void => {
    for (const listener of [...listeners]) if (listeners.has(listener)) listener(kept.records)
  }
  const hasWork = (): boolean => listeners.size > 0 && (kept.after !== null || kept.changed.size > 0)
  const work = async (): Promise<void> => {
    if (isWorking) return
    isWorking = true
    try {
      while (hasWork()) {
        const before = kept
        const read = await (kept.after === null ? readChanged(view, kept) : readSlice(view, kept, kept.after))
        if (kept !== before) continue // closed, or another database is the view now
        if (read.database !== kept.database) kept = nothingKept()
        else if (take(kept, read)) tell()
      }
    } finally {
      isWorking = false
    }
  }
  const follow = (): void => {
    isFollowing = true
    const hear = (parts: ChangedParts): void => {
      if (kept.database === null) return
      const changed = changedKeys(parts, kept.database, ['requests'])
      if (changed === 'many') kept = { ...nothingKept(), records: kept.records }
      else for (const key of changed) kept.changed.add(key)
      void work()
    }
    Dexie.on.storagemutated.subscribe(hear)
    const stop = view.onShown(database => {
      kept = nothingKept()
      if (database !== null) return void work()
      isFollowing = false
      Dexie.on.storagemutated.unsubscribe(hear)
      stop()
    })
  }
  return listener => {
    const own: typeof listener = records => listener(records) // the same function may watch twice
    listeners.add(own)
    if (!isFollowing) follow()
    if (kept.isWhole && kept.changed.size === 0) own(kept.records)
    void work()
    return () => void listeners.delete(own)
  }
}

interface Entry {
  readonly key: string
  readonly record: RequestRecord
}

interface Kept {
  database: string | null
  /** Id of the last row read; null when all were. */
  after: string | null
  isWhole: boolean
  /** Sorted once all are read. */
  entries: Entry[]
  records: readonly RequestRecord[]
  readonly changed: Set<string>
}

const nothingKept = (): Kept => ({
  ...{ database: null, after: '', isWhole: false, entries: [], records: [], changed: new Set() },
})

interface Read {
  readonly database: string
  /** Ids that were asked for by name; undefined for a slice. */
  readonly asked?: ReadonlySet<string>
  readonly records: readonly RequestRecord[]
}

const readSlice = (view: Pick<View, 'read'>, kept: Kept, after: string): Promise<Read> =>
  view.read(async db => {
    kept.database ??= db.name // before the rows: what is written from here on may be missing among them
    const rows = await db.requests.where('id').above(after).limit(rowsAtOnce).toArray()
    return { database: db.name, records: rows.map(recordOf) }
  })

function readChanged(view: Pick<View, 'read'>, kept: Kept): Promise<Read> {
  const asked = new Set([...kept.changed].slice(0, rowsAtOnce))
  for (const id of asked) kept.changed.delete(id)
  const read = view.read(async db => ({ database: db.name, asked, records: await recordsOf(db, [...asked]) }))
  return read.catch((error: unknown) => {
    for (const id of asked) kept.changed.add(id)
    throw error
  })
}

const recordsOf = async (db: ViewDatabase, ids: readonly string[]): Promise<RequestRecord[]> =>
  (await db.requests.bulkGet([...ids])).flatMap(row => (row ? recordOf(row) : []))

/** True where there is something to tell. */
function take(kept: Kept, { asked, records }: Read): boolean {
  if (asked === undefined) {
    for (const record of records) kept.entries.push({ key: sortKey(record), record })
    const isLast = records.length < rowsAtOnce
    kept.after = isLast ? null : records.at(-1)!.requestId
    if (!isLast) return false
    kept.entries.sort(latestFirst)
    kept.isWhole = true
  } else {
    const entries = kept.entries.filter(({ record }) => !asked.has(record.requestId))
    for (const record of records) insert(entries, { key: sortKey(record), record })
    kept.entries = entries
  }
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
