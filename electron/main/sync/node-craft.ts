import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Craft } from '#shared/ledger/exchange/craft'
import { isSignature } from '#shared/ledger/exchange/signed-act'
import { hashOfBody } from '../ledger/frame'

const keys = new Map<string, KeyObject | null>()
const mostKeys = 1_000

/** The craft of this runtime: suite 1 (SHA-256, Ed25519; public keys are SPKI DER in base64) and gzip. */
export const nodeCraft: Craft = {
  hashOf: body => hashOfBody(Buffer.from(body)).toString('hex'),
  verifyHash: (publicKey, hash, signature) => verifies(publicKey, Buffer.from(hash, 'hex'), signature),
  verifyNote: (publicKey, note, signature) => verifies(publicKey, Buffer.from(note), signature),
  pack: text => gzipSync(Buffer.from(text)),
  unpack: (bytes, mostBytes) => {
    try {
      const plain = gunzipSync(bytes, { maxOutputLength: mostBytes })
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain)
    } catch {
      return null // no gzip, cut short, longer than allowed, or no UTF-8: one answer for all
    }
  },
}

function verifies(publicKey: string, message: Buffer, signature: string): boolean {
  const key = isSignature(signature) ? keyOf(publicKey) : null
  return key !== null && verify(null, message, key, Buffer.from(signature, 'base64'))
}

/** Made once for each key: reading one costs as much as a verification. */
function keyOf(publicKey: string): KeyObject | null {
  const known = keys.get(publicKey)
  if (known !== undefined) return known
  if (keys.size >= mostKeys) keys.clear()
  const key = readKey(publicKey)
  keys.set(publicKey, key)
  return key
}

function readKey(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
