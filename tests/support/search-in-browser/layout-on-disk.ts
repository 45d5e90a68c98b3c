import fs from 'node:fs'
import path from 'node:path'

export type Backend = 'leveldb' | 'sqlite'

/** Where the index lies: in files of the origin, as `openIndexStore` chooses, or in IndexedDB. */
export type Place = 'files' | 'database'

/** Bytes of the origin's private files in a profile. */
export function filesOnDisk(profile: string): number {
  const found = fs.readdirSync(profile, { recursive: true, withFileTypes: true })
  const files = found.filter(entry => entry.isFile() && /[\\/]File System[\\/]\d+[\\/]/.test(entry.parentPath))
  return files.reduce((sum, { parentPath, name }) => sum + fs.statSync(path.join(parentPath, name)).size, 0)
}

/** Which of the two a profile's IndexedDB really is, by what lies in its folder. */
export function layoutOnDisk(profile: string): ReadonlySet<Backend> {
  const found = new Set<Backend>()
  for (const folder of indexedDbFolders(profile)) {
    for (const file of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      if (isSqlite(path.join(file.parentPath, file.name))) found.add('sqlite')
      else if (file.parentPath.endsWith('.leveldb') && /^(CURRENT|MANIFEST-)/.test(file.name)) found.add('leveldb')
    }
  }
  return found
}

const indexedDbFolders = (profile: string): string[] =>
  fs
    .readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isDirectory() && (entry.name === 'IndexedDB' || entry.parentPath.includes('WebStorage')))
    .map(entry => path.join(entry.parentPath, entry.name))

function isSqlite(file: string): boolean {
  const head = Buffer.alloc(16)
  const opened = fs.openSync(file, 'r')
  fs.readSync(opened, head, 0, 16, 0)
  fs.closeSync(opened)
  return head.toString('latin1').startsWith('SQLite format 3')
}
