import fs from 'node:fs'
import path from 'node:path'
import { openBlobDisk, type BlobDisk } from './blob-disk'

/** The second copy of the sealed files. It never holds up the desk; where it cannot follow it is `behind`. */
export interface BlobMirror {
  /** Copies soon what the mirror lacks. A file that stands there is never written over: it may be the better copy. */
  follow(): void
  state(): 'current' | 'behind'
  /** The folder of the copies, to mend from; null where the other disk is gone. */
  copies(): BlobDisk | null
  stop(): void
}

export function openBlobMirror({ from, to }: { readonly from: string; readonly to: string }): BlobMirror {
  let state: 'current' | 'behind' = 'behind'
  let isRunning = false
  let isStopped = false
  /** Null where the other disk is gone: shown on the health line, tried again with the next scan. */
  const lacking = (): readonly string[] | null => {
    try {
      fs.mkdirSync(to, { recursive: true, mode: 0o700 })
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
        return openBlobDisk(to)
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
