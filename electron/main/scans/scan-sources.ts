import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Problem } from '#shared/contracts/problems'

/** A file that a person picked, or that the scanner left. The window gets its id and name, never its path. */
export interface ScanSource {
  readonly sourceId: string
  readonly name: string
  readonly bytes: number
}

interface KnownSource extends ScanSource {
  readonly file: string
  readonly mtimeMs: number
  /** Lies in the scanner's folder and is put away once it is recorded. */
  readonly isWatched: boolean
}

export interface OpenSource {
  readonly bytes: number
  /** The next bytes, at most `length`; none at the end. */
  next(length: number): Uint8Array
  close(): void
}

/** Where taken files of the scanner's folder go. Chinese, because clerks see it in their file manager. */
export const takenFolder = '已存入'

/** A file that grew or was touched within this time may still be written by the scanner. */
const stillMs = 1_500

export interface ScanSources {
  pick(files: readonly string[]): readonly ScanSource[]
  /** `off`: no folder is set. `missing`: it is set and not there. Files that are still being written are not listed. */
  watched(): { readonly state: 'off' | 'missing' | 'ready'; readonly sources: readonly ScanSource[] }
  open(sourceId: string): Result<OpenSource, Problem>
  /** Moves a taken file of the scanner's folder away. False where it changed meanwhile or cannot be moved: it stays. */
  putAway(sourceId: string): boolean
  forget(): void
}

export interface ScanSourceParts {
  readonly scanFolder: string | undefined
  readonly newId: () => string
  /** Monotonic milliseconds. */
  readonly now: () => number
}

export function scanSources({ scanFolder, newId, now }: ScanSourceParts): ScanSources {
  const known = new Map<string, KnownSource>()
  const seen = new Map<string, { readonly bytes: number; readonly mtimeMs: number; readonly since: number }>()
  const know = (file: string, stat: fs.Stats, isWatched: boolean): ScanSource => {
    const same = [...known.values()].find(each => each.file === file && isSame(each, stat))
    const source = same ?? {
      ...{ sourceId: newId(), name: path.basename(file), bytes: stat.size },
      ...{ file, mtimeMs: stat.mtimeMs, isWatched },
    }
    known.set(source.sourceId, source)
    return { sourceId: source.sourceId, name: source.name, bytes: source.bytes }
  }
  const isStill = (file: string, stat: fs.Stats): boolean => {
    const before = seen.get(file)
    if (before && isSame(before, stat)) return now() - before.since >= stillMs
    seen.set(file, { bytes: stat.size, mtimeMs: stat.mtimeMs, since: now() })
    return false
  }
  return {
    pick: files =>
      files.flatMap(file => {
        const stat = regularFile(file)
        return stat ? [know(file, stat, false)] : []
      }),
    watched: () => {
      if (scanFolder === undefined) return { state: 'off', sources: [] }
      const files = filesIn(scanFolder)
      if (!files) return { state: 'missing', sources: [] }
      for (const file of seen.keys()) if (!files.some(each => each.file === file)) seen.delete(file)
      const still = files.filter(({ file, stat }) => stat.size > 0 && isStill(file, stat))
      return { state: 'ready', sources: still.map(({ file, stat }) => know(file, stat, true)) }
    },
    open: sourceId => {
      const source = known.get(sourceId)
      return source ? openSource(source) : err({ kind: 'scanSourceGone' })
    },
    putAway: sourceId => {
      const source = known.get(sourceId)
      if (!source?.isWatched) return true
      const stat = regularFile(source.file)
      return stat !== null && isSame(source, stat) && moveAway(source)
    },
    forget: () => {
      known.clear()
      seen.clear()
    },
  }
}

const isSame = (a: { bytes: number; mtimeMs: number }, b: fs.Stats): boolean =>
  a.bytes === b.size && a.mtimeMs === b.mtimeMs

function filesIn(folder: string): { file: string; stat: fs.Stats }[] | null {
  try {
    return fs
      .readdirSync(folder)
      .filter(name => !name.startsWith('.') && !/\.(part|tmp|crdownload)$/i.test(name))
      .map(name => ({ file: path.join(folder, name), stat: regularFile(path.join(folder, name)) }))
      .filter((each): each is { file: string; stat: fs.Stats } => each.stat !== null)
  } catch {
    return null
  }
}

/** Never through a link: whoever may write in the scanner's folder could point to a file they may not read. */
function regularFile(file: string): fs.Stats | null {
  try {
    const stat = fs.lstatSync(file)
    return stat.isFile() ? stat : null
  } catch {
    return null // gone, or not ours to read: as good as not there
  }
}

function openSource({ file, bytes, mtimeMs }: KnownSource): Result<OpenSource, Problem> {
  let fd: number
  try {
    fd = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0))
  } catch {
    return err({ kind: 'scanSourceGone' })
  }
  const stat = fs.fstatSync(fd)
  if (!stat.isFile() || !isSame({ bytes, mtimeMs }, stat)) {
    fs.closeSync(fd)
    return err({ kind: 'scanSourceGone' })
  }
  return ok({
    bytes,
    next: length => {
      const out = Buffer.alloc(length)
      return out.subarray(0, fs.readSync(fd, out, 0, length, null))
    },
    close: () => fs.closeSync(fd),
  })
}

/** Under the same name, or with a number behind it: nothing that lies there is written over. */
function moveAway({ file, name }: KnownSource): boolean {
  const folder = path.join(path.dirname(file), takenFolder)
  const { name: stem, ext } = path.parse(name)
  try {
    fs.mkdirSync(folder, { recursive: true })
    let to = path.join(folder, name)
    for (let n = 2; fs.existsSync(to); n++) to = path.join(folder, `${stem} (${n})${ext}`)
    fs.renameSync(file, to)
    return true
  } catch {
    return false
  }
}
