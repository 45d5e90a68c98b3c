import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { nonceLength, type NonceSource, randomNonces } from './nonces'
import { SealedRowError } from './sealed-row-error'

/** The keys that open rows. New rows take `current`; older versions stay readable until the view is rebuilt. */
export interface RowKeys {
  readonly current: number
  /** 32 bytes for a version of 0 to 65535, or undefined where this office never had it. */
  find(version: number): Uint8Array | undefined
}

/** Where a row stands: its table, its key, and every value that lies in clear beside the seal. */
export interface RowPlace {
  readonly table: string
  readonly key: unknown
  /** [column, value] of the clear columns that the row has, in one fixed order. */
  readonly clear: readonly (readonly [string, unknown])[]
}

export interface RowSealer {
  seal(place: RowPlace, rest: object): Uint8Array
  /** Throws SealedRowError. */
  open(place: RowPlace, sealed: unknown): Record<string, unknown>
}

/** The first byte of a sealed column. 1 is XChaCha20-Poly1305; the others are kept for SM4-GCM and what follows it. */
const suite = 1
const headLength = 3
const tagLength = 16

export const singleKey = (key: Uint8Array, version = 1): RowKeys => ({
  current: version,
  find: asked => (asked === version ? key : undefined),
})

/** sealed = suite (1) key version (2, little-endian) nonce (24) ciphertext tag (16). */
export function createRowSealer(keys: RowKeys, nextNonce: NonceSource = randomNonces()): RowSealer {
  return {
    seal(place, rest) {
      const version = keys.current
      const key = keys.find(version)
      if (!key) throw new Error(`no row key of version ${version}`)
      const nonce = nextNonce()
      const plain = utf8.encode(JSON.stringify(rest))
      const ciphertext = xchacha20poly1305(key, nonce, boundTo(place, version)).encrypt(plain)
      const sealed = new Uint8Array(headLength + nonceLength + ciphertext.length)
      sealed.set([suite, version & 255, version >> 8])
      sealed.set(nonce, headLength)
      sealed.set(ciphertext, headLength + nonceLength)
      return sealed
    },
    open(place, sealed) {
      const bytes = checkHead(place, sealed)
      const version = bytes[1]! | (bytes[2]! << 8)
      const key = keys.find(version)
      if (!key) throw new SealedRowError(place.table, place.key, 'unknownKeyVersion')
      return JSON.parse(text.decode(decrypt(place, bytes, { key, version }))) as Record<string, unknown>
    },
  }
}

function checkHead(place: RowPlace, sealed: unknown): Uint8Array {
  if (!(sealed instanceof Uint8Array)) throw new SealedRowError(place.table, place.key, 'noSealedColumn')
  if (sealed.length < headLength + nonceLength + tagLength) throw new SealedRowError(place.table, place.key, 'tooShort')
  if (sealed[0] !== suite) throw new SealedRowError(place.table, place.key, 'unknownSuite')
  return sealed
}

function decrypt(place: RowPlace, bytes: Uint8Array, by: { key: Uint8Array; version: number }): Uint8Array {
  const nonce = bytes.subarray(headLength, headLength + nonceLength)
  try {
    const cipher = xchacha20poly1305(by.key, nonce, boundTo(place, by.version))
    return cipher.decrypt(bytes.subarray(headLength + nonceLength))
  } catch {
    throw new SealedRowError(place.table, place.key, 'sealBroken')
  }
}

// Binds table, key version and every clear value, so that neither a blob nor an index column can change places.
const boundTo = (place: RowPlace, version: number) =>
  utf8.encode(JSON.stringify(['row/1', place.table, version, place.clear]))

const utf8 = new TextEncoder()
const text = new TextDecoder()
