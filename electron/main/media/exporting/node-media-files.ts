import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import { promisify } from 'node:util'
import type { MediaFiles } from './media-files'

const run = promisify(execFile)
/** A slow stick takes minutes for what the system still holds for it. */
const longestFlushMs = 30 * 60_000

/** The real medium. Calls do not block the program: a stick at 1 MB/s would, for as long as it takes. */
export const nodeMediaFiles: MediaFiles = {
  // The size stands beside the number of the device: one stick may get the number that the one before it had.
  identity: async root => {
    const [{ dev, ino }, { type, blocks, bsize }] = await Promise.all([fs.stat(root), fs.statfs(root)])
    return [dev, ino, type, blocks, bsize].join(':')
  },
  freeBytes: async root => {
    const { bavail, bsize } = await fs.statfs(root)
    return bavail * bsize
  },
  makeFolder: folder => fs.mkdir(folder, { mode: 0o700 }),
  create: async file => {
    const handle = await fs.open(file, 'wx', 0o600)
    return {
      write: async bytes => (await handle.write(bytes)).bytesWritten,
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  open: async file => {
    const handle = await fs.open(file, 'r')
    return {
      read: async most => {
        const into = Buffer.allocUnsafe(most)
        const { bytesRead } = await handle.read(into, 0, most)
        return into.subarray(0, bytesRead)
      },
      close: () => handle.close(),
    }
  },
  list: async folder =>
    (await fs.readdir(folder, { withFileTypes: true })).map(entry => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    })),
  rename: async (from, to) => {
    // rename(2) would take the place of an empty folder without a word.
    if (await isThere(to)) throw Object.assign(new Error('the name is taken'), { code: 'EEXIST' })
    await fs.rename(from, to)
  },
  removeFolder: folder => fs.rm(folder, { recursive: true, force: true }),
  syncFolder: async folder => {
    if (process.platform === 'win32') return // Windows cannot open a folder for flushing
    const handle = await fs.open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
  flushAll: async root => {
    if (process.platform !== 'linux') return false
    await run('sync', ['-f', root], { timeout: longestFlushMs })
    return true
  },
}

const isThere = (file: string): Promise<boolean> =>
  fs.lstat(file).then(
    () => true,
    () => false,
  )
