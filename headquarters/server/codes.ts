import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { readEnrolmentCode, writeEnrolmentCode } from '#shared/ledger/headquarters/enrolment-code'
import { keepCode, takeTry, type CodePlace } from '../store/enrolment-codes'
import type { MachineRole } from '../store/tables'
import type { Parts } from './parts'

/** A code counts for three days: long enough for a courier, short for whoever finds the sheet. */
export const codeHours = 72

export interface NewCode {
  readonly code: string
  readonly expiresAt: Date
}

/** Null where the office has too many codes open. Only its hash is kept: nobody can be told the code a second time. */
export async function issueCode(parts: Parts, officeId: number, role: MachineRole): Promise<NewCode | null> {
  const secret = String(parts.random(6).readUIntBE(0, 6) % 100_000_000).padStart(8, '0')
  const salt = parts.random(16)
  const issuedAt = new Date(parts.now())
  const expiresAt = new Date(issuedAt.getTime() + codeHours * 3_600_000)
  const hash = await hashOf(secret, salt, parts.scryptLog2)
  const codeNo = await keepCode(parts.db, officeId, { salt, hash, role, issuedAt, expiresAt })
  return codeNo === null ? null : { code: writeEnrolmentCode({ officeId, codeNo, secret }), expiresAt }
}

export type TriedCode =
  | { readonly kind: 'right'; readonly place: CodePlace; readonly role: MachineRole }
  /** The check digit: nothing was tried. */
  | { readonly kind: 'codeMistyped' }
  /** Wrong, used, outdated, or tried too often: nobody is told which. */
  | { readonly kind: 'codeRefused' }

export async function tryCode(parts: Parts, typed: string): Promise<TriedCode> {
  const code = readEnrolmentCode(typed)
  if (!code) return { kind: 'codeMistyped' }
  const place = { officeId: code.officeId, codeNo: code.codeNo, at: new Date(parts.now()) }
  const kept = await takeTry(parts.db, place)
  // Where there is none, something is hashed all the same: the time of the answer tells nothing.
  const hash = await hashOf(code.secret, kept?.salt ?? Buffer.alloc(16), parts.scryptLog2)
  if (!kept || !timingSafeEqual(hash, kept.hash)) return { kind: 'codeRefused' }
  return { kind: 'right', place, role: kept.role }
}

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

const hashOf = (secret: string, salt: Buffer, log2: number): Promise<Buffer> =>
  derive(secret, salt, 32, { N: 2 ** log2, r: 8, p: 1, maxmem: 2 ** log2 * 8 * 128 * 2 })
