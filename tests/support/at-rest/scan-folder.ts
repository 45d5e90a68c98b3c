import fs from 'node:fs'
import path from 'node:path'
import type { Trace, TraceFinder } from './traces'
import { unpack } from './unpack'

export interface FileTrace extends Trace {
  readonly file: string
  /** `bytes`, or how the file was opened first. */
  readonly read: string
}

export interface FolderScan {
  readonly files: number
  readonly bytes: number
  /** Blocks and streams that were opened, and their bytes. */
  readonly unpacked: number
  readonly unpackedBytes: number
  readonly byFolder: Readonly<Record<string, number>>
  readonly traces: readonly FileTrace[]
}

/** Every file below `folder` as bytes and opened; its name too. `leaveOut` names folders at the top. */
export function scanFolder(folder: string, finder: TraceFinder, leaveOut: readonly string[]): FolderScan {
  const scan = {
    files: 0,
    bytes: 0,
    unpacked: 0,
    unpackedBytes: 0,
    byFolder: {} as Record<string, number>,
    traces: [] as FileTrace[],
  }
  for (const file of filesBelow(folder)) {
    const [top = '', below = ''] = file.split(path.sep)
    if (leaveOut.includes(top)) continue
    const bytes = whileThere(() => fs.readFileSync(path.join(folder, file)))
    if (!bytes) continue
    scan.files++
    scan.bytes += bytes.length
    const place = top === 'office' ? `${top}/${below}` : top
    scan.byFolder[place] = (scan.byFolder[place] ?? 0) + 1
    const look = (read: string, part: Uint8Array) =>
      scan.traces.push(...finder.find(part).map(trace => ({ ...trace, file, read })))
    look('name', Buffer.from(file))
    look('bytes', bytes)
    for (const part of unpack(path.basename(file), bytes)) {
      scan.unpacked++
      scan.unpackedBytes += part.bytes.length
      look(part.as, part.bytes)
    }
  }
  return scan
}

/** Paths below `folder`, relative to it. */
function filesBelow(folder: string, below = ''): string[] {
  const entries = whileThere(() => fs.readdirSync(path.join(folder, below), { withFileTypes: true })) ?? []
  return entries.flatMap(entry => {
    const file = path.join(below, entry.name)
    if (entry.isDirectory()) return filesBelow(folder, file)
    return entry.isFile() ? [file] : []
  })
}

/** Null for what went after it was listed: the browser thins its cache out while the office is open. */
function whileThere<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
