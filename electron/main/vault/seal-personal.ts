import { err, ok, type Result } from '#shared/kernel/result'
import type { Json } from '#shared/ledger/act'
import { openBox, sealBox } from './sealed-box'

/** Where a sealed value belongs; moved to another subject or fact type it does not open. */
export interface PersonalPlace {
  readonly subject: string
  readonly factType: string
}

/** What identifies a person, under the subject's own key: base64 of nonce | ciphertext | tag over its JSON. */
export const sealPersonal = (key: Uint8Array, place: PersonalPlace, value: Json): string =>
  sealBox(key, aadOf(place), Buffer.from(JSON.stringify(value), 'utf8')).toString('base64')

/** `personalUnreadable` where key, place or a byte is another than at sealing. */
export function openPersonal(
  key: Uint8Array,
  place: PersonalPlace,
  sealed: string,
): Result<Json, { kind: 'personalUnreadable' }> {
  const plain = openBox(key, aadOf(place), Buffer.from(sealed, 'base64'))
  return plain === null ? err({ kind: 'personalUnreadable' }) : ok(JSON.parse(plain.toString('utf8')) as Json) // authenticated: we wrote it
}

const aadOf = ({ subject, factType }: PersonalPlace) => JSON.stringify(['personal/1', subject, factType])
