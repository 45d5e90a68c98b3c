import fs from 'node:fs'
import path from 'node:path'
import { openBlobDisk, type BlobDisk } from './blob-disk'
import { folderMark, makeBelow } from './mirror-folder'

/** The second copy of the sealed files. It never holds up the desk; where it cannot follow it is `behind`. */
export interface BlobMirror {
  /** Copies soon what the mirror lacks. A file that stands there is never written over: it may be the better copy. */
  follow(): void
  state(): 'current' | 'behind'
  /** How many files the last run could not copy, though the other disk was there: they are tried again with the next one. */
  failed(): number
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
  let failed: ReadonlySet<string> = new Set()
  /** Of the folder that was followed last: another stick in its place may lack what the first one has. */
  let followed = ''
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
  const look = () => {
    const names = lacking()
    state = names?.length === 0 ? 'current' : 'behind'
    followed = markOf(to)
    return names ?? []
  }
  const run = async () => {
    isRunning = true
    const before = failed
    const now = new Set<string>()
    const untried = () => {
      const names = look().filter(name => !now.has(name))
      return [...names.filter(name => !before.has(name)), ...names.filter(name => before.has(name))]
    }
    for (let names = untried(); names.length > 0 && !isStopped; names = untried())
      for (const name of names)
        // A bad place on a disk keeps out this one, and no other.
        if (!isStopped) await copyWhole(path.join(from, name), path.join(to, name)).catch(() => now.add(name))
    const left = new Set(look())
    failed = new Set([...now].filter(name => left.has(name)))
    isRunning = false
  }
  return {
    follow: () => {
      if (look().length > 0 && !isRunning) void run()
    },
    state: () => (state === 'current' && markOf(to) === followed ? 'current' : 'behind'),
    failed: () => failed.size,
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

function markOf(folder: string): string {
  try {
    return folderMark(folder)
  } catch {
    return ''
  }
}

const isBlob = (name: string): boolean => name.endsWith('.blob')

async function copyWhole(from: string, to: string): Promise<void> {
  const part = `${to}.part`
  try {
    await fs.promises.copyFile(from, part)
    const file = await fs.promises.open(part, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await fs.promises.rename(part, to)
  } catch (cause) {
    await fs.promises.rm(part, { force: true }).catch(() => undefined) // a full disk needs its room
    throw cause
  }
}
