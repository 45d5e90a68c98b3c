import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

export const nonceBytes = 12
export const tagBytes = 16
export const boxOverhead = nonceBytes + tagBytes
export const keyBytes = 32

/**
 * AES-256-GCM: nonce | ciphertext | tag. The nonce always comes from the system, never from an injected source, and is
 * fresh for each call: below 2^32 boxes per key (NIST SP 800-38D, 8.3) a repeat need not be feared.
 * Throws where the key was zeroed by a lock: a box under a key of zeros would be readable by everybody.
 */
export function sealBox(key: Uint8Array, aad: string, plain: Uint8Array): Buffer {
  refuseZeroedKey(key)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(Buffer.from(aad, 'utf8'))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Null where key, aad or a single bit is another than at sealing; nothing unauthenticated ever leaves. */
export function openBox(key: Uint8Array, aad: string, sealed: Uint8Array): Buffer | null {
  refuseZeroedKey(key)
  if (sealed.length < boxOverhead) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(aad, 'utf8'))
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes))
  try {
    decipher.final()
    return plain
  } catch {
    plain.fill(0)
    return null
  }
}

/** Throws where a key is all zeros, which is what a lock leaves of it. */
export function refuseZeroedKey(key: Uint8Array): void {
  if (key.every(byte => byte === 0)) throw new Error('this key was locked away')
}
