import fs from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { cappedAt } from './capped-at'

/** Whom a bundle is for: named recipients (`age1…`), or whoever has the passphrase. */
export type BundleLock =
  | { readonly kind: 'recipients'; readonly recipients: readonly [string, ...string[]] }
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly workFactor?: number }

/** What may open one. */
export interface BundleKeys {
  readonly identities: readonly string[]
  readonly passphrases: readonly string[]
}

const mark = Buffer.from('age-encryption.org/v1\n')

/** By its first bytes (age-encryption.org/v1). */
export function isAgeFile(file: string): boolean {
  const handle = fs.openSync(file, 'r')
  try {
    const first = Buffer.alloc(mark.length)
    fs.readSync(handle, first, 0, first.length, 0)
    return first.equals(mark)
  } finally {
    fs.closeSync(handle)
  }
}

/** Throws for a recipient out of shape: a fault of the caller. */
export async function lockStream(plain: Readable, lock: BundleLock): Promise<Readable> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  if (lock.kind === 'passphrase') {
    encrypter.setPassphrase(lock.passphrase)
    if (lock.workFactor !== undefined) encrypter.setScryptWorkFactor(lock.workFactor)
  } else for (const recipient of lock.recipients) encrypter.addRecipient(recipient)
  return fromWeb(await encrypter.encrypt(toWeb(plain)))
}

/** False where no key opens it, it was cut short or changed, or holds more than `mostBytes`: the target is removed then. */
export async function unlockFile(from: string, to: string, by: BundleKeys & { mostBytes: number }): Promise<boolean> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  for (const identity of by.identities) decrypter.addIdentity(identity)
  for (const passphrase of by.passphrases) decrypter.addPassphrase(passphrase)
  try {
    const plain = fromWeb(await decrypter.decrypt(toWeb(fs.createReadStream(from))))
    await pipeline(plain, cappedAt(by.mostBytes), fs.createWriteStream(to, { mode: 0o600 }))
    return true
  } catch {
    fs.rmSync(to, { force: true })
    return false
  }
}

// Node and the library name one and the same stream by two types.
const toWeb = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array> // one stream, two names of its type
const fromWeb = (stream: ReadableStream<Uint8Array>): Readable => Readable.fromWeb(stream as unknown as WebStream) // as above
