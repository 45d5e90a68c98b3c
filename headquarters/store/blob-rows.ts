import { inOffice, type Database } from './database'

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
