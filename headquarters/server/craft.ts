import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { actHashPrefix } from '#shared/ledger/act'
import type { Craft } from '#shared/ledger/exchange/craft'

/** Hash, signatures and packing by Node. */
export const craft: Craft = {
  hashOf: body =>
    createHash('sha256')
      .update(actHashPrefix + body)
      .digest('hex'),
  verifyHash: (publicKey, hash, signature) => isSigned(publicKey, Buffer.from(hash, 'hex'), signature),
  verifyNote: (publicKey, note, signature) => isSigned(publicKey, Buffer.from(note), signature),
  pack: text => gzipSync(text),
  unpack: (bytes, mostBytes) => {
    try {
      const plain = gunzipSync(bytes, { maxOutputLength: mostBytes })
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain)
    } catch {
      return null // no gzip, cut short, too long, or no text
    }
  },
}

export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

function isSigned(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  const key = keyOf(publicKey)
  return key !== null && verify(null, bytes, key, Buffer.from(signature, 'base64'))
}

/** Reading a key costs as much as checking a signature, and a segment asks for the same one a thousand times. */
const keys = new Map<string, KeyObject | null>()
const mostKeys = 5_000

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
