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
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const file = path.relative(folder, path.join(entry.parentPath, entry.name))
    const [top = '', below = ''] = file.split(path.sep)
    if (!entry.isFile() || leaveOut.includes(top)) continue
    const bytes = fs.readFileSync(path.join(folder, file))
    scan.files++
    scan.bytes += bytes.length
    const place = top === 'office' ? `${top}/${below}` : top
    scan.byFolder[place] = (scan.byFolder[place] ?? 0) + 1
    const look = (read: string, part: Uint8Array) =>
      scan.traces.push(...finder.find(part).map(trace => ({ ...trace, file, read })))
    look('name', Buffer.from(file))
    look('bytes', bytes)
    for (const part of unpack(entry.name, bytes)) {
      scan.unpacked++
      scan.unpackedBytes += part.bytes.length
      look(part.as, part.bytes)
    }
  }
  return scan
}
