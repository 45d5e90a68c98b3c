import { createHash, type KeyObject } from 'node:crypto'
import { bech32 } from '@scure/base'

/**
 * Whom something is encrypted for needs no key of its own: the Ed25519 key of a chain stands in the acts already, and the same
 * curve serves X25519 (RFC 7748; safe together: Thormarker, "On using the same key pair for Ed25519 and an X25519 based KEM", 2021).
 * `age1…`; null where it is no Ed25519 key (SPKI, DER, base64).
 */
export async function recipientOf(publicKey: string): Promise<string | null> {
  const der = Buffer.from(publicKey, 'base64')
  if (der.length !== spkiHead.length + 32 || !der.subarray(0, spkiHead.length).equals(spkiHead)) return null
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  try {
    return bech32.encodeFromBytes('age', ed25519.utils.toMontgomery(der.subarray(spkiHead.length)))
  } catch {
    return null // 32 bytes that are no point of the curve
  }
}

/** What opens it, `AGE-SECRET-KEY-1…`: for one opening, never to be kept. The scalar is that of the signing key (RFC 8032, 5.1.5). */
export function identityOf(signingKey: KeyObject): string {
  const secret = signingKey.export({ type: 'pkcs8', format: 'der' })
  const digest = createHash('sha512')
    .update(secret.subarray(secret.length - 32))
    .digest()
  const identity = bech32.encodeFromBytes('AGE-SECRET-KEY-', digest.subarray(0, 32)).toUpperCase()
  secret.fill(0)
  digest.fill(0)
  return identity
}

/** SPKI of Ed25519 up to the 32 bytes of the key (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')
