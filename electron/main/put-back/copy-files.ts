import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { nodeVaultFiles } from '../vault/vault-files'
import type { CopiedFile } from './office-copy'

export interface CopyParts {
  readonly files: readonly CopiedFile[]
  readonly to: string
  readonly onProgress: (bytes: number) => void
  readonly isStopped: () => boolean
}

const pieceBytes = 1 << 20

/** Copies, flushes and reads back each. False where it was stopped. Throws the disk's error, EIO where it gives back other bytes. */
export async function copyFiles({ files, to, onProgress, isStopped }: CopyParts): Promise<boolean> {
  const folders = new Set<string>()
  let bytes = 0
  for (const file of files) {
    if (isStopped()) return false
    const target = path.join(to, file.to)
    if (!folders.has(path.dirname(target))) fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
    folders.add(path.dirname(target))
    const digest = await copyFlushed(file.from, target)
    if ((await digestOf(target)) !== digest)
      throw Object.assign(new Error('the disk gives back other bytes than were written'), { code: 'EIO' })
    onProgress((bytes += file.bytes))
  }
  for (const folder of withParents(folders, to)) nodeVaultFiles.syncFolder(folder)
  return true
}

async function copyFlushed(from: string, to: string): Promise<string> {
  const hash = createHash('sha256')
  const source = await fs.promises.open(from, 'r')
  try {
    const target = await fs.promises.open(to, 'w', 0o600)
    try {
      const piece = Buffer.alloc(pieceBytes)
      for (let at = 0, got = -1; got !== 0; at += got) {
        got = (await source.read(piece, 0, pieceBytes, at)).bytesRead
        hash.update(piece.subarray(0, got))
        for (let done = 0; done < got;) done += (await target.write(piece, done, got - done, at + done)).bytesWritten
      }
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
  return hash.digest('hex')
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of fs.createReadStream(file) as AsyncIterable<Buffer>) hash.update(piece)
  return hash.digest('hex')
}

/** Deepest first, the folder itself last: each name is durable before what holds it. */
function withParents(folders: ReadonlySet<string>, top: string): string[] {
  const all = new Set([top])
  for (const folder of folders) for (let at = folder; at !== top; at = path.dirname(at)) all.add(at)
  return [...all].sort((a, b) => b.length - a.length)
}
