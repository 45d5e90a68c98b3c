import { hash } from 'node:crypto'
import { actHashPrefix } from '#shared/ledger/act'
import type { Craft } from '#shared/ledger/exchange/craft'

/** A key of the toy suite: signs as quickly as it hashes. */
export interface ToyKey {
  readonly publicKey: string
  sign(digest: string): string
  signNote(note: string): string
}

const secrets = new Map<string, string>()

/**
 * Cryptography for tests that sign millions of times. Nobody signs without the secret, which only this module looks up; the
 * rest is as with the real suite: one altered sign, and it no longer verifies.
 */
export const toyCraft: Craft = {
  hashOf: body => hash('sha256', `${actHashPrefix}${body}`),
  verifyHash: (publicKey, digest, signature) => signedBy(publicKey, `hash ${digest}`) === signature,
  verifyNote: (publicKey, note, signature) => signedBy(publicKey, `note ${note}`) === signature,
  pack: text => Buffer.from(`toy ${text}`),
  unpack: (bytes, mostBytes) => {
    const text = Buffer.from(bytes).toString()
    return text.startsWith('toy ') && bytes.length - 4 <= mostBytes ? text.slice(4) : null
  },
}

export function toyKey(name: string): ToyKey {
  const publicKey = hash('sha256', `public ${name}`, 'base64')
  secrets.set(publicKey, name)
  return {
    publicKey,
    sign: digest => signedBy(publicKey, `hash ${digest}`)!,
    signNote: note => signedBy(publicKey, `note ${note}`)!,
  }
}

/** Keys are found by what they sign for; a long run makes a million of them. */
export const forgetToyKeys = (): void => secrets.clear()

function signedBy(publicKey: string, message: string): string | null {
  const secret = secrets.get(publicKey)
  return secret === undefined ? null : hash('sha512', `${secret} ${message}`, 'base64')
}
