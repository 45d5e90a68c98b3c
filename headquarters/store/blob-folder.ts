import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { digestOfFile, flushFolder } from './flushed-files'

export interface BlobPlace {
  readonly officeId: number
  /** Hex SHA-256 of the bytes as they lie. */
  readonly digest: string
}

export interface BlobPart extends BlobPlace {
  readonly offset: number
  readonly bytes: Buffer
  /** Of the whole; null where the sender does not say. */
  readonly size: number | null
}

export type KeptPart =
  | { readonly kind: 'whole'; readonly bytes: number }
  /** More is to come, from here on. */
  | { readonly kind: 'begun'; readonly held: number }
  | { readonly kind: 'otherOffset'; readonly held: number }
  /** All of it came and it is something else: nothing of it was kept. */
  | { readonly kind: 'otherDigest' }
  | { readonly kind: 'tooLarge' }

export interface BlobPiece {
  readonly from?: number | undefined
  readonly most?: number | undefined
}

export interface BlobFolder {
  /** Length of a whole blob, else null. */
  whole(place: BlobPlace): number | null
  /** Bytes of a begun one. */
  begun(place: BlobPlace): number
  keep(part: BlobPart): Promise<KeptPart>
  /** One that came whole by another way; whoever gives it has compared its digest. False where it was there. */
  keepWhole(place: BlobPlace, bytes: Uint8Array): boolean
  fileOf(place: BlobPlace): string
  /** All of it, or `most` bytes from `from`. */
  read(place: BlobPlace, piece?: BlobPiece): fs.ReadStream
}

/**
 * Sealed blobs of the offices, each under its digest. A blob has its name only when it is whole, of that digest, and flushed;
 * what has its name is never written again. Parts come one after the other and are gone on with after any break.
 */
export function blobFolder(folder: string, mostBytes: number): BlobFolder {
  const fileOf = ({ officeId, digest }: BlobPlace) => path.join(folder, String(officeId), digest.slice(0, 2), digest)
  const partOf = (place: BlobPlace) => `${fileOf(place)}.part`
  const turns = new Map<string, Promise<unknown>>()

  /** Two senders of one blob take turns. */
  function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const next = (turns.get(key) ?? Promise.resolve()).then(work, work)
    const settled = next.catch(() => undefined).then(() => void (turns.get(key) === settled && turns.delete(key)))
    turns.set(key, settled)
    return next
  }

  const whole = (place: BlobPlace) => lengthOf(fileOf(place))
  const begun = (place: BlobPlace) => lengthOf(partOf(place)) ?? 0

  async function keep(part: BlobPart): Promise<KeptPart> {
    const there = whole(part)
    if (there !== null) return { kind: 'whole', bytes: there }
    const held = begun(part)
    if (part.offset !== held) return { kind: 'otherOffset', held }
    const now = held + part.bytes.length
    if (now > Math.min(mostBytes, part.size ?? mostBytes)) return { kind: 'tooLarge' }
    fs.mkdirSync(path.dirname(fileOf(part)), { recursive: true, mode: 0o700 })
    await appendFlushed(partOf(part), part.bytes)
    return part.size !== null && now < part.size ? { kind: 'begun', held: now } : judged(part, now)
  }

  /** All of it is there, or may be: a sender that does not say how long it is hears of more to come until the digest fits. */
  async function judged(part: BlobPart, held: number): Promise<KeptPart> {
    if ((await digestOfFile(partOf(part))) === part.digest) return named(part, held)
    if (part.size === null) return { kind: 'begun', held }
    fs.rmSync(partOf(part))
    return { kind: 'otherDigest' }
  }

  function named(place: BlobPlace, bytes: number): KeptPart {
    fs.renameSync(partOf(place), fileOf(place))
    flushFolder(path.dirname(fileOf(place)))
    return { kind: 'whole', bytes }
  }

  /** Under a name of its own meanwhile: the server may be taking parts of the same one. */
  function keepWhole(place: BlobPlace, bytes: Uint8Array): boolean {
    if (whole(place) !== null) return false
    fs.mkdirSync(path.dirname(fileOf(place)), { recursive: true, mode: 0o700 })
    const part = `${fileOf(place)}.${randomUUID()}`
    fs.writeFileSync(part, bytes, { mode: 0o600, flush: true })
    fs.renameSync(part, fileOf(place))
    flushFolder(path.dirname(fileOf(place)))
    return true
  }

  return {
    ...{ whole, begun, keepWhole, fileOf },
    keep: part => inTurn(fileOf(part), () => keep(part)),
    read: (place, { from = 0, most = Infinity } = {}) =>
      fs.createReadStream(fileOf(place), { start: from, end: from + most - 1 }),
  }
}

const lengthOf = (file: string): number | null => fs.statSync(file, { throwIfNoEntry: false })?.size ?? null

async function appendFlushed(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.appendFile(bytes)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}
