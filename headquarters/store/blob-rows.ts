import { sql } from 'kysely'
import { inOffice, type Database } from './database'
import type { OfficeRows } from './bound-office'

/** Written once the bytes lie whole: the list of what an office keeps here. */
export function keepBlobRow(
  db: Database,
  of: { readonly officeId: number; readonly digest: string; readonly bytes: number; readonly at: Date },
): Promise<void> {
  return inOffice(db, of.officeId, async rows => {
    await rows
      .insertInto('blob')
      .values({ office_id: of.officeId, digest: Buffer.from(of.digest, 'hex'), bytes: of.bytes, kept_at: of.at })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  })
}

/** Digests of what was kept here for an office; a folder that was put back to an older backup may lack some of the files. */
export function blobsHeld(db: Database, officeId: number): Promise<string[]> {
  return inOffice(db, officeId, async rows => {
    const found = await rows.selectFrom('blob').select('digest').where('office_id', '=', officeId).execute()
    return found.map(({ digest }) => digest.toString('hex'))
  })
}

/** Bodies of acts that name a sealed file by the digest under which it is kept here. */
export function actsNamingBlobs(db: Database, officeId: number): Promise<string[]> {
  return inOffice(db, officeId, async rows => {
    const { rows: found } = await sql<{ body: string }>`
      select body from act where office_id = ${officeId} and body like '%"sealed":"%'`.execute(rows)
    return found.map(({ body }) => body)
  })
}

/** Whether headquarters has said in this chain already that it received this export. */
export async function isReceiptSaid(
  { rows, officeId }: OfficeRows,
  { chain, exportId, digest }: { readonly chain: string; readonly exportId: string; readonly digest: string },
): Promise<boolean> {
  const said = await rows
    .selectFrom('act')
    .select('seq')
    .where('office_id', '=', officeId)
    .where('chain_id', '=', Buffer.from(chain, 'hex'))
    .where('body', 'like', `%"exportId":"${exportId}","digest":"${digest}"%`)
    .executeTakeFirst()
  return said !== undefined
}
