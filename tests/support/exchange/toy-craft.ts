import { createHash } from 'node:crypto'
import { actHashPrefix } from '#shared/ledger/act'
import type { Craft } from '#shared/ledger/exchange/craft'

/** A key of the toy suite: signs as quickly as it hashes. */
export interface ToyKey {
  readonly publicKey: string
  sign(hash: string): string
  signNote(note: string): string
}

const secrets = new Map<string, string>()

/**
 * Cryptography for tests that sign millions of times. Nobody signs without the secret, which only this module looks up; the
 * rest is as with the real suite: one altered sign, and it no longer verifies.
 */
export const toyCraft: Craft = {
  hashOf: body => createHash('sha256').update(actHashPrefix).update(body).digest('hex'),
  verifyHash: (publicKey, hash, signature) => signedBy(publicKey, `hash ${hash}`) === signature,
  verifyNote: (publicKey, note, signature) => signedBy(publicKey, `note ${note}`) === signature,
  pack: text => Buffer.from(`toy ${text}`),
  unpack: (bytes, mostBytes) => {
    const text = Buffer.from(bytes).toString()
    return text.startsWith('toy ') && bytes.length - 4 <= mostBytes ? text.slice(4) : null
  },
}

export function toyKey(name: string): ToyKey {
  const publicKey = createHash('sha256').update(`public ${name}`).digest('base64')
  secrets.set(publicKey, name)
  return {
    publicKey,
    sign: hash => signedBy(publicKey, `hash ${hash}`)!,
    signNote: note => signedBy(publicKey, `note ${note}`)!,
  }
}

function signedBy(publicKey: string, message: string): string | null {
  const secret = secrets.get(publicKey)
  return secret === undefined ? null : createHash('sha512').update(`${secret} ${message}`).digest('base64')
}
