import { compareActs } from '#shared/ledger/act-order'
import { canonicalJson } from './canonical-json'
import { type KeptAct, poisonOf } from './rows'
import type { ViewDatabase } from './schema'

/**
 * One hash for everything the view says, for recovery tests: equal for two views of the same set of acts however they
 * came about. Nonces, the cut of the bundles into parts, what the index has still to hear and `applied` (how far, not what) are left out.
 */
export async function dumpHash(db: ViewDatabase): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(await dump(db))))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

/** What is hashed: table by table, rows in order of their key. */
export const dump = (db: ViewDatabase): Promise<Record<string, unknown>> =>
  db.transaction('r', db.tables, async () => ({
    acts: await actsBySubject(db),
    requests: await db.requests.toArray(),
    people: await db.people.toArray(),
    office: await db.office.toArray(),
    series: await db.series.toArray(),
    documents: await db.documents.toArray(),
    documentTexts: await db.documentTexts.toArray(),
    standardLists: await db.standardLists.toArray(),
    closedDocuments: await db.closedDocuments.toArray(),
    closedTexts: await db.closedTexts.toArray(),
    enquiries: await db.enquiries.toArray(),
    poison: await poisonOf(db.meta),
  }))

async function actsBySubject(db: ViewDatabase): Promise<[subject: string, acts: KeptAct[]][]> {
  const acts = new Map<string, KeptAct[]>()
  await db.bundles.each(row => void acts.set(row.subject, [...(acts.get(row.subject) ?? []), ...row.acts]))
  return [...acts].map(([subject, own]) => [subject, own.sort(compareActs)])
}
