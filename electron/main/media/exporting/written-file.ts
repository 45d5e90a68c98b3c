import { createHash } from 'node:crypto'
import path from 'node:path'
import { ExportStop, mediumProblem } from './export-problem'
import type { GrowingMediaFile, MediaFiles } from './media-files'
import type { Pieces } from './medium-export'

/** One file on the medium, by its path from the export's folder. */
export interface WrittenFile {
  readonly path: string
  readonly bytes: number
  /** Hex SHA-256, taken of the bytes as they were handed over. */
  readonly digest: string
}

interface Folder {
  readonly files: MediaFiles
  readonly folder: string
}

const readBytes = 1 << 20

/** A stream as one file, or as several where it grows beyond `partBytes`: `name`, `name.002`, `name.003`, to be joined in that order. */
export async function writtenFile(
  { name, partBytes, ...target }: Folder & { readonly name: string; readonly partBytes: number },
  pieces: Pieces,
  onBytes: (count: number) => void,
): Promise<readonly WrittenFile[]> {
  const done: WrittenFile[] = []
  const nextName = (): string => (done.length === 0 ? name : `${name}.${String(done.length + 1).padStart(3, '0')}`)
  let part = await openPart(target, nextName())
  try {
    for await (const piece of pieces) {
      for (let at = 0; at < piece.length;) {
        if (part.bytes() === partBytes) {
          done.push(await part.end())
          part = await openPart(target, nextName())
        }
        const some = piece.subarray(at, at + Math.min(piece.length - at, partBytes - part.bytes()))
        await part.write(some)
        at += some.length
        onBytes(some.length)
      }
    }
    done.push(await part.end())
    return done
  } catch (cause) {
    await part.drop()
    throw cause
  }
}

export async function writeWhole(target: Folder, name: string, bytes: Uint8Array): Promise<WrittenFile> {
  const [file] = await writtenFile({ ...target, name, partBytes: Infinity }, [bytes], () => undefined)
  return file!
}

/** Reads it back from a new handle. The system may answer from memory: only a medium that was plugged in again proves more. */
export async function compareFile(
  { files, folder }: Folder,
  { path: name, bytes, digest }: WrittenFile,
  onBytes: (count: number) => void = () => undefined,
): Promise<void> {
  const file = await files.open(path.join(folder, name))
  const hash = createHash('sha256')
  let read = 0
  let coming = file.read(readBytes)
  try {
    for (;;) {
      const piece = await coming
      if (piece.length === 0) break
      coming = file.read(readBytes) // the disk reads on while this one is hashed
      hash.update(piece)
      read += piece.length
      onBytes(piece.length)
    }
  } finally {
    await coming.catch(() => undefined)
    await file.close()
  }
  if (read !== bytes || hash.digest('hex') !== digest) throw new ExportStop(mediumProblem('readsBackDifferently'))
}

async function openPart({ files, folder }: Folder, name: string) {
  const file = await files.create(path.join(folder, name))
  const hash = createHash('sha256')
  let bytes = 0
  let written: Promise<void> = Promise.resolve()
  return {
    bytes: () => bytes,
    /** Answers when the piece before this one is written: the medium writes while the next is opened and hashed. */
    write: async (piece: Uint8Array) => {
      await written
      written = writeFully(file, piece)
      written.catch(() => undefined) // told by whoever waits for it next
      hash.update(piece)
      bytes += piece.length
    },
    end: async (): Promise<WrittenFile> => {
      await written
      await file.sync()
      await file.close()
      return { path: name, bytes, digest: hash.digest('hex') }
    },
    /** The error that led here is the one that counts. */
    drop: async () => {
      await written.catch(() => undefined)
      await file.close().catch(() => undefined)
    },
  }
}

async function writeFully(file: GrowingMediaFile, piece: Uint8Array): Promise<void> {
  for (let done = 0; done < piece.length;) {
    const taken = await file.write(piece.subarray(done))
    if (taken <= 0) throw Object.assign(new Error('the medium takes no more bytes'), { code: 'ENOSPC' })
    done += taken
  }
}
