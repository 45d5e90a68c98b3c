import fs from 'node:fs'
import path from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
}

export interface BuiltFile {
  readonly path: string
  readonly type: string
}

/** Lists what was built once, at start: a path that is not on the list does not exist, however it is spelt. */
export function listBuiltFiles(folder: string): ReadonlyMap<string, BuiltFile> {
  const files = new Map<string, BuiltFile>()
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name)
    const type = types[path.extname(entry.name)]
    if (!entry.isFile() || !type) continue
    files.set(`/${path.relative(folder, full).split(path.sep).join('/')}`, { path: full, type })
  }
  return files
}
