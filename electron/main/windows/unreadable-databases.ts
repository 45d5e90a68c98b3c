import fs from 'node:fs'
import path from 'node:path'
import { attemptWrite } from '../vault/attempt-write'

/**
 * Chromium makes most databases anew that it finds damaged. Not these: a folder of databases that is no folder, and tables whose
 * manifest is gone; it then answers `UnknownError` at every start, and no page of the desk has anything to show. What lies there
 * is built again from the journal, so it goes before a window asks for it. `profile`: where the session keeps its data. Answers
 * what went; what the disk does not let go of stays.
 */
export function dropUnreadableDatabases(profile: string): readonly string[] {
  const databases = path.join(profile, 'IndexedDB')
  const gone = isFolder(databases)
    ? tablesWithoutManifest(databases)
    : [databases].filter(place => fs.existsSync(place))
  return gone.filter(place => attemptWrite(() => fs.rmSync(place, { recursive: true })).ok)
}

/** `CURRENT` names the manifest. Where it says no name, Chromium makes the tables anew. */
function tablesWithoutManifest(databases: string): string[] {
  return fs
    .readdirSync(databases)
    .filter(name => name.endsWith('.leveldb'))
    .map(name => path.join(databases, name))
    .filter(tables => {
      const manifest = manifestOf(tables)
      return manifest !== null && !fs.existsSync(path.join(tables, manifest))
    })
}

function manifestOf(tables: string): string | null {
  const read = attemptWrite(() => fs.readFileSync(path.join(tables, 'CURRENT'), 'latin1'))
  return read.ok ? (/^(MANIFEST-\d+)\n$/u.exec(read.value)?.[1] ?? null) : null
}

const isFolder = (place: string): boolean => fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false
