import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { flushFolder } from '../files/flush-folder'

/** Sealed files of this machine as they are carried: whole and unopened. Names are without their ending. */
export interface CarriedBlobs {
  has(name: string): boolean
  fileOf(name: string): string
  /** Durable when it returns; never replaces one. Throws where the disk fails. */
  keep(name: string, sealed: Uint8Array): void
  /** Takes away one that is not what its act says; durable when it returns. Throws where the disk fails. */
  drop(name: string): void
  bytes(name: string): number
  /** Hex SHA-256 of the file as it lies, read in pieces. */
  digest(name: string): Promise<string>
  read(name: string, from: number, most: number): Promise<Buffer>
  incoming(name: string): IncomingBlob
}

/** One that comes piece by piece. What came so far is gone on with, until the next start sweeps it away. */
export interface IncomingBlob {
  bytes(): number
  append(piece: Uint8Array): void
  /** False where all of it came and it is something else: nothing of it is kept. */
  finish(digest: string): Promise<boolean>
}

const ending = '.blob'
export const carriedName = (file: string): string => file.slice(0, -ending.length)
export const carriedFile = (name: string): string => `${name}${ending}`

/** `onUse` hears the name of each file that somebody counts on from now on, with its ending. */
export function carriedBlobs(folder: string, onUse: (file: string) => void = () => undefined): CarriedBlobs {
  const fileOf = (name: string): string => {
    if (!/^[0-9a-f]{64}$/u.test(name)) throw new Error('no name of a sealed file')
    return path.join(folder, carriedFile(name))
  }
  const has = (name: string): boolean => fs.existsSync(fileOf(name))
  const nameIt = (part: string, name: string): void => {
    if (has(name)) return fs.rmSync(part)
    fs.renameSync(part, fileOf(name))
    flushFolder(folder)
  }
  return {
    fileOf,
    has: name => {
      onUse(`${name}${ending}`)
      return has(name)
    },
    keep: (name, sealed) => {
      onUse(`${name}${ending}`)
      const part = path.join(folder, `${randomUUID()}.part`)
      fs.writeFileSync(part, sealed, { mode: 0o600, flush: true })
      nameIt(part, name)
    },
    drop: name => {
      fs.rmSync(fileOf(name), { force: true })
      flushFolder(folder)
    },
    bytes: name => fs.statSync(fileOf(name)).size,
    digest: name => digestOfFile(fileOf(name)),
    read: async (name, from, most) => {
      const file = await fs.promises.open(fileOf(name), 'r')
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, from)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    incoming: name => {
      const part = `${fileOf(name)}.part`
      onUse(`${name}${ending}`)
      onUse(path.basename(part))
      return {
        bytes: () => fs.statSync(part, { throwIfNoEntry: false })?.size ?? 0,
        append: piece => fs.appendFileSync(part, piece, { mode: 0o600, flush: true }),
        finish: async digest => {
          if ((await digestOfFile(part)) === digest) {
            nameIt(part, name)
            return true
          }
          fs.rmSync(part)
          return false
        },
      }
    },
  }
}

async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of fs.createReadStream(file) as AsyncIterable<Buffer>) hash.update(piece)
  return hash.digest('hex')
}
