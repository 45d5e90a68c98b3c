import { err, ok, type Result } from '#shared/kernel/result'
import { recipientOf } from '../bundles/machine-recipient'
import { keyBytes } from './sealed-box'
import { keyTagBytes, type CarriedKey } from './subject-key-frames'

/** A machine of the office, by the key of its chain (SPKI, DER, base64). */
export interface KeyHolder {
  readonly chain: string
  readonly publicKey: string
}

export interface WrapParts {
  readonly office: string
  /** Machines of the office (`keyHoldersOf`), and nobody else. */
  readonly holders: readonly [KeyHolder, ...KeyHolder[]]
  /** Headquarters, as far as this machine knows one: a holder with its chain or key is a bug. */
  readonly headquarters: readonly KeyHolder[]
}

/**
 * Keys of subjects on their way to other machines of the office: an age file that only those open. Throws where headquarters is
 * among them, or a key has not the shape of one: what is under these keys must never be open to it.
 */
export async function wrapSubjectKeys(
  keys: readonly CarriedKey[],
  { office, holders, headquarters }: WrapParts,
): Promise<Uint8Array> {
  const plain = writePlain(keys, office) // before anything is waited for: a lock zeroes the keys
  try {
    const { Encrypter } = await import('age-encryption')
    const encrypter = new Encrypter()
    for (const { chain, publicKey } of holders) {
      if (headquarters.some(one => one.chain === chain || one.publicKey === publicKey))
        throw new Error('subject keys are never wrapped for headquarters')
      const recipient = await recipientOf(publicKey)
      if (recipient === null) throw new Error(`the key of chain ${chain} is no Ed25519 key`)
      encrypter.addRecipient(recipient)
    }
    return await encrypter.encrypt(plain)
  } finally {
    plain.fill(0)
  }
}

/**
 * `notForUs`: no identity opens it, or it was changed. `otherOffice`, `damaged`: it opens, and is not what is expected. Who
 * wrote it, age does not say: take it only from a machine that is trusted (a signed bundle, a paired line).
 */
export async function openWrappedKeys(
  wrapped: Uint8Array,
  { office, identities }: { readonly office: string; readonly identities: readonly string[] },
): Promise<Result<readonly CarriedKey[], { readonly kind: 'notForUs' | 'otherOffice' | 'damaged' }>> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  let plain: Uint8Array
  try {
    plain = await decrypter.decrypt(wrapped)
  } catch {
    return err({ kind: 'notForUs' })
  }
  return readPlain(Buffer.from(plain.buffer, plain.byteOffset, plain.length), office)
}

const title = 'records-desk-keys/v1'
const recordBytes = keyTagBytes + keyBytes

/** Title and office on a line each, then tag and key of each subject. */
function writePlain(keys: readonly CarriedKey[], office: string): Buffer {
  const head = Buffer.from(`${title}\n${office}\n`)
  return Buffer.concat([head, ...keys.flatMap(({ tag, key }) => [Buffer.from(tag, 'hex'), key])])
}

function readPlain(
  plain: Buffer,
  office: string,
): Result<readonly CarriedKey[], { readonly kind: 'otherOffice' | 'damaged' }> {
  const head = Buffer.from(`${title}\n${office}\n`)
  if (!plain.subarray(0, head.length).equals(head))
    return err({ kind: plain.subarray(0, title.length).toString() === title ? 'otherOffice' : 'damaged' })
  const records = plain.subarray(head.length)
  if (records.length % recordBytes !== 0) return err({ kind: 'damaged' })
  return ok(
    Array.from({ length: records.length / recordBytes }, (_, at) => {
      const record = records.subarray(at * recordBytes, (at + 1) * recordBytes)
      return { tag: record.subarray(0, keyTagBytes).toString('hex'), key: Buffer.from(record.subarray(keyTagBytes)) }
    }),
  )
}
