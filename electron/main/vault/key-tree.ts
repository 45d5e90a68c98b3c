import { hkdfSync } from 'node:crypto'
import { wrapAad, type WrapOwner } from './wrap-owner'
import { keyBytes, openBox, refuseZeroedKey, sealBox } from './sealed-box'

/** Every key of the office grows from the data key by one of these names; a new use takes a new name. */
export const subkeyLabels = ['journal', 'rows', 'blindIndex', 'snapshots', 'subjectKeys', 'drafts', 'signing'] as const
export type SubkeyLabel = (typeof subkeyLabels)[number]

/** 32 bytes by HKDF-SHA256 (RFC 5869), no salt: the data key is uniform already. */
export function subkeyOf(dataKey: Uint8Array, label: SubkeyLabel): Buffer {
  refuseZeroedKey(dataKey)
  return expandKey(dataKey, `records-desk/v1/${label}`)
}

/** HKDF-SHA256 of full-entropy material, without salt, to 32 bytes. */
export const expandKey = (material: Uint8Array, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', material, Buffer.alloc(0), info, keyBytes))

/**
 * The data key under a key-encryption key, base64. Owner and KDF parameters are bound in, so that a wrap cannot be handed
 * to another person nor its parameters weakened.
 */
export function wrapDataKey(kek: Uint8Array, owner: WrapOwner, dataKey: Uint8Array): string {
  refuseZeroedKey(dataKey)
  return sealBox(kek, wrapAad(owner), dataKey).toString('base64')
}

/** Null for a wrong password, another owner, other parameters or a damaged wrap: from outside they are one. */
export function unwrapDataKey(kek: Uint8Array, owner: WrapOwner, wrap: string): Buffer | null {
  const dataKey = openBox(kek, wrapAad(owner), Buffer.from(wrap, 'base64'))
  return dataKey?.length === keyBytes ? dataKey : null
}
