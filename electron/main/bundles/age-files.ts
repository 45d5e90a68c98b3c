import fs from 'node:fs'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { err, type Result } from '#shared/kernel/result'
import { ownDiskFault, writeDown, type OwnDiskFault } from './own-disk'
import { Stopped, type OnPiece } from './stopped'

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

/**
 * Both files lie on the own disk. `locked` where no key opens it, it was cut short or changed, or holds more than
 * `mostBytes`; whatever was wrong, the target is removed. Throws a `Stopped` of `onBytes`.
 */
export async function unlockFile(
  from: string,
  to: string,
  by: BundleKeys & { readonly mostBytes: number; readonly onBytes?: OnPiece | undefined },
): Promise<Result<void, 'locked' | OwnDiskFault>> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  for (const identity of by.identities) decrypter.addIdentity(identity)
  for (const passphrase of by.passphrases) decrypter.addPassphrase(passphrase)
  try {
    const plain = fromWeb(await decrypter.decrypt(toWeb(fs.createReadStream(from))))
    const written = await writeDown(plain, to, by)
    if (written.ok) return written
    return err(written.problem.side === 'disk' ? written.problem.why : lockedUnlessDisk(written.problem.cause))
  } catch (cause) {
    if (cause instanceof Stopped) throw cause
    return err(lockedUnlessDisk(cause))
  }
}

const lockedUnlessDisk = (cause: unknown): 'locked' | OwnDiskFault => ownDiskFault(cause) ?? 'locked'

// Node and the library name one and the same stream by two types.
const toWeb = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array> // one stream, two names of its type
const fromWeb = (stream: ReadableStream<Uint8Array>): Readable => Readable.fromWeb(stream as unknown as WebStream) // as above
