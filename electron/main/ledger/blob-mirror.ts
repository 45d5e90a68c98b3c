import fs from 'node:fs'
import path from 'node:path'
import { openBlobDisk, type BlobDisk } from './blob-disk'
import { makeBelow } from './mirror-folder'

/** The second copy of the sealed files. It never holds up the desk; where it cannot follow it is `behind`. */
export interface BlobMirror {
  /** Copies soon what the mirror lacks. A file that stands there is never written over: it may be the better copy. */
  follow(): void
  state(): 'current' | 'behind'
  /** The folder of the copies, to mend from; null where the other disk is gone. */
  copies(): BlobDisk | null
  stop(): void
}

export interface BlobMirrorParts {
  /** Folder of the sealed files of one chain. */
  readonly from: string
  /** Of every chain; it is there or it is not, and is never made. */
  readonly mirrorFolder: string
}

export function openBlobMirror({ from, mirrorFolder }: BlobMirrorParts): BlobMirror {
  const below = [path.basename(from), 'blobs'] as const
  const to = path.join(mirrorFolder, ...below)
  let state: 'current' | 'behind' = 'behind'
  let isRunning = false
  let isStopped = false
  /** Null where the other disk is gone: shown on the health line, tried again with the next scan. */
  const lacking = (): readonly string[] | null => {
    try {
      makeBelow(mirrorFolder, ...below)
      const there = new Set(fs.readdirSync(to))
      return fs.readdirSync(from).filter(name => isBlob(name) && !there.has(name))
    } catch {
      return null
    }
  }
  const run = async () => {
    isRunning = true
    try {
      for (let names = lacking(); names && names.length > 0 && !isStopped; names = lacking())
        for (const name of names) if (!isStopped) await copyWhole(path.join(from, name), path.join(to, name))
      state = lacking()?.length === 0 ? 'current' : 'behind'
    } catch {
      state = 'behind'
    }
    isRunning = false
  }
  return {
    follow: () => {
      state = lacking()?.length === 0 ? 'current' : 'behind'
      if (state === 'behind' && !isRunning) void run()
    },
    state: () => state,
    copies: () => {
      try {
        return fs.existsSync(to) ? openBlobDisk(to) : null
      } catch {
        return null
      }
    },
    stop: () => void (isStopped = true),
  }
}

const isBlob = (name: string): boolean => name.endsWith('.blob')

async function copyWhole(from: string, to: string): Promise<void> {
  const part = `${to}.part`
  await fs.promises.copyFile(from, part)
  const file = await fs.promises.open(part, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await fs.promises.rename(part, to)
}
