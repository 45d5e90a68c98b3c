import { inOffice, type Database, type Rows } from './database'
import type { MachineRole } from './tables'

export const triesOfCode = 5
const mostCodes = 99

export interface HashedCode {
  readonly salt: Buffer
  readonly hash: Buffer
  readonly role: MachineRole
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/**
 * Keeps a code of the office and tells its number. Used and outdated ones make room; null where the office has 99 that
 * could still be used.
 */
export function keepCode(db: Database, officeId: number, code: HashedCode): Promise<number | null> {
  return inOffice(db, officeId, async rows => {
    await rows
      .deleteFrom('enrolment_code')
      .where('office_id', '=', officeId)
      .where(can => can.or([can('expires_at', '<', code.issuedAt), can('tries_left', '=', 0)]))
      .execute()
    const kept = await rows.selectFrom('enrolment_code').select('code_no').where('office_id', '=', officeId).execute()
    const taken = new Set(kept.map(({ code_no }) => code_no))
    const codeNo = Array.from({ length: mostCodes }, (_, at) => at + 1).find(number => !taken.has(number))
    if (codeNo === undefined) return null
    await rows
      .insertInto('enrolment_code')
      .values({
        ...{ office_id: officeId, code_no: codeNo, role: code.role, salt: code.salt, hash: code.hash },
        ...{ tries_left: triesOfCode, issued_at: code.issuedAt, expires_at: code.expiresAt },
      })
      .execute()
    return codeNo
  })
}

export interface CodePlace {
  readonly officeId: number
  readonly codeNo: number
  readonly at: Date
}

/**
 * Takes one try off before anything is compared, and commits it: whoever asks a hundred times at once has five tries all
 * the same. Null where there is no such code, or none left to try.
 */
export function takeTry(
  db: Database,
  { officeId, codeNo, at }: CodePlace,
): Promise<Pick<HashedCode, 'salt' | 'hash' | 'role'> | null> {
  return inOffice(db, officeId, async rows => {
    const row = await rows
      .updateTable('enrolment_code')
      .set(({ eb }) => ({ tries_left: eb('tries_left', '-', 1) }))
      .where('office_id', '=', officeId)
      .where('code_no', '=', codeNo)
      .where('tries_left', '>', 0)
      .where('expires_at', '>', at)
      .returning(['salt', 'hash', 'role'])
      .executeTakeFirst()
    return row ?? null
  })
}

/** In the transaction that enrols: false where somebody else used the code meanwhile. */
export async function spendCode(rows: Rows, { officeId, codeNo }: CodePlace): Promise<boolean> {
  const { numDeletedRows } = await rows
    .deleteFrom('enrolment_code')
    .where('office_id', '=', officeId)
    .where('code_no', '=', codeNo)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
