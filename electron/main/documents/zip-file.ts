import { createHash } from 'node:crypto'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { err, ok, type Result } from '#shared/kernel/result'
import { limits, type Limits } from './limits'

/** A file in a zip as its directory names it. Its size is what it says: reading stops where that is a lie. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: number
  readonly isLink: boolean
  readonly isFolder: boolean
  /** Packed more tightly than any text is: a bomb. */
  readonly isBomb: boolean
  readonly isLocked: boolean
}

export interface OpenZip {
  readonly entries: readonly ZipEntry[]
  /** At most `most` bytes; null where there are more, or the file is damaged. */
  read(entry: ZipEntry, most: number): Promise<Buffer | null>
  /** Hex digest, read piece by piece; null where the file is damaged. `onBytes` is told of each piece; what it throws ends the reading. */
  digest(entry: ZipEntry, algorithm: string, onBytes?: (count: number) => void): Promise<string | null>
  /** Its bytes, for a file too large to hold; fails where it is damaged, so whoever reads must hear of that. */
  stream(entry: ZipEntry): Promise<NodeJS.ReadableStream>
  /** Of the whole zip, as it lies there. */
  readonly packedBytes: number
  close(): void
}

/** `outside`: its directory names a file that would lie elsewhere (`..`, `/`, `C:`, `\\`). */
export type ZipFault = 'damaged' | 'outside' | 'tooMany'

export async function openZip(from: string | Buffer, caps: Limits = limits): Promise<Result<OpenZip, ZipFault>> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true } as const
  const zip = await (
    typeof from === 'string' ? yauzl.openPromise(from, options) : yauzl.fromBufferPromise(from, options)
  ).catch(() => null)
  if (!zip) return err('damaged')
  if (zip.entryCount > caps.bagFiles) {
    zip.close()
    return err('tooMany')
  }
  const known = new Map<ZipEntry, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      known.set(entryOf(entry), entry)
      if (known.size > caps.bagFiles) throw new Error(tooMany)
    }
  } catch (cause) {
    zip.close()
    return err(faultOf((cause as Error).message))
  }
  return ok({
    entries: [...known.keys()],
    packedBytes: zip.fileSize,
    read: (entry, most) => readEntry(zip, known.get(entry)!, most),
    digest: (entry, algorithm, onBytes) => digestOf(zip, known.get(entry)!, { algorithm, onBytes }),
    stream: entry => zip.openReadStreamPromise(known.get(entry)!),
    close: () => zip.close(),
  })
}

const tooMany = 'too many entries'

/** yauzl tells what is wrong with a name in these words and in no other way. */
function faultOf(message: string): ZipFault {
  if (message === tooMany) return 'tooMany'
  return /^(?:invalid relative path|absolute path|invalid characters in fileName)/u.test(message)
    ? 'outside'
    : 'damaged'
}

const unixOf = (entry: Entry): number => (entry.externalFileAttributes >>> 16) & 0xffff
const linkType = 0xa000
const typeMask = 0xf000

function entryOf(entry: Entry): ZipEntry {
  const { fileName, uncompressedSize, compressedSize } = entry
  return {
    name: fileName,
    bytes: uncompressedSize,
    isLink: (unixOf(entry) & typeMask) === linkType,
    isFolder: fileName.endsWith('/'),
    isBomb: uncompressedSize > limits.zipRatioFrom && uncompressedSize > compressedSize * limits.zipRatio,
    isLocked: entry.isEncrypted() || !entry.canDecodeFileData(),
  }
}

async function readEntry(zip: ZipFile, entry: Entry, most: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > most || entry.isEncrypted()) return null
  try {
    const parts: Buffer[] = []
    let length = 0
    for await (const part of await zip.openReadStreamPromise(entry)) {
      parts.push(part as Buffer)
      length += (part as Buffer).length
      if (length > most) return null
    }
    return Buffer.concat(parts)
  } catch {
    return null // ends early, goes on too long, or was packed by a method nobody knows
  }
}

interface Digesting {
  readonly algorithm: string
  readonly onBytes: ((count: number) => void) | undefined
}

async function digestOf(zip: ZipFile, entry: Entry, { algorithm, onBytes }: Digesting): Promise<string | null> {
  const ended: { by?: unknown } = {}
  try {
    const hash = createHash(algorithm)
    for await (const part of await zip.openReadStreamPromise(entry)) {
      hash.update(part as Buffer)
      try {
        onBytes?.((part as Buffer).length)
      } catch (cause) {
        ended.by = cause
        throw cause
      }
    }
    return hash.digest('hex')
  } catch {
    if ('by' in ended) throw ended.by
    return null
  }
}
