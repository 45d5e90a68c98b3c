import Dexie, { type Table } from 'dexie'
import { type BundleRow, poisonOf } from '../rows'
import type { ViewDatabase } from '../schema'
import type { ActBatch } from './act-batch'
import { readSubject, subjectOf } from '#shared/ledger/subject'
import { writeDocuments } from './write-documents'
import { type KnownView, planBatch, type ViewChange } from './plan-batch'
import { highestSerials } from './series-serials'

/** An incremental batch; every act touches one bundle and one row, so this stays below what wakes every query. */
export const incrementalActs = 40

/** Dexie marks a whole table as changed from 50 rows a call, which re-runs every live query on it. */
const finePut = 49

/**
 * Takes a batch in: rows and `applied` in one transaction, so a kill leaves both or neither. `fresh` says that no
 * subject of the batch is in the database yet, as in a rebuild, and spares looking.
 */
export async function applyBatch(db: ViewDatabase, batch: ActBatch, options: { fresh?: boolean } = {}): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const known = await readKnown(db, batch, options.fresh ?? false)
    const isThere = (subject: string): boolean => (known.bundles.get(subject)?.length ?? 0) > 0
    await writeChange(db, planBatch(batch, known), { atOnce: options.fresh ? Infinity : finePut, isThere })
    if (batch.applied) await db.meta.put({ key: 'applied', chains: batch.applied })
  })
}

async function readKnown(db: ViewDatabase, { acts }: ActBatch, fresh: boolean): Promise<KnownView> {
  const subjects = fresh ? [] : [...new Set(acts.map(({ act }) => act.subject))]
  const bundles = await Promise.all(subjects.map(async subject => [subject, await readParts(db, subject)] as const))
  const series = await db.series.bulkGet([...highestSerials(acts.map(({ act }) => act)).keys()])
  return {
    bundles: new Map(bundles),
    series: new Map(series.flatMap(row => (row ? [[row.name, row.last] as const] : []))),
    poison: await poisonOf(db.meta),
    // A subject without a bundle has no row either: both are written in one transaction.
    texts: await readTexts(
      db,
      bundles.flatMap(([subject, parts]) => (parts.length > 0 ? subject : [])),
    ),
  }
}

/** Of documents that are in the view already, wherever their text lies. */
async function readTexts(db: ViewDatabase, subjects: readonly string[]): Promise<KnownView['texts']> {
  const documents = subjects.flatMap(subject => {
    const place = readSubject(subject)
    return place?.kind === 'document' ? [place.id] : []
  })
  if (documents.length === 0) return new Map()
  const found = [...(await db.documentTexts.bulkGet(documents)), ...(await db.closedTexts.bulkGet(documents))]
  return new Map(found.flatMap(row => (row ? [[row.id, row] as const] : [])))
}

/** Every part of a subject's bundle, in order. */
const readParts = (db: ViewDatabase, subject: string): PromiseLike<BundleRow[]> =>
  db.bundles.where('[subject+part]').between([subject, Dexie.minKey], [subject, Dexie.maxKey]).toArray()

interface Writing {
  /** Rows of one call. */
  readonly atOnce: number
  /** Whether the view had the subject before. */
  readonly isThere: (subject: string) => boolean
}

async function writeChange(db: ViewDatabase, change: ViewChange, { atOnce, isThere }: Writing): Promise<void> {
  const { bundles, rows, documents, series, poison } = change
  await putAll(db.bundles, bundles, atOnce)
  for (const name of ['requests', 'visits', 'people', 'enquiries', 'office', 'standardLists'] as const) {
    const own = rows.filter(({ table }) => table === name)
    const table: Table<unknown, string> = db[name]
    await putAll(
      table,
      own.flatMap(({ row }) => row ?? []),
      atOnce,
    )
    await table.bulkDelete(own.flatMap(({ key, row }) => (row ? [] : key)))
  }
  await writeDocuments(db, documents, {
    putAll: rowsOf => putAll(rowsOf.table, rowsOf.rows, atOnce),
    isThere: id => isThere(subjectOf('document', id)),
  })
  await putAll(db.series, series, atOnce)
  if (poison) await db.meta.put({ key: 'poison', acts: poison })
}

async function putAll<Row, Key>(table: Table<Row, Key>, rows: readonly Row[], atOnce: number): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce) await table.bulkPut(rows.slice(at, at + atOnce))
}
