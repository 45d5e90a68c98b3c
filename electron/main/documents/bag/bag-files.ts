import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { limits, type Limits } from '../limits'
import { openZip } from '../zip-file'

/** One file of a bag, by its path from the folder of bagit.txt, parted by `/`. */
export interface BagFile {
  readonly path: string
  readonly bytes: number
}

export interface BagFiles {
  readonly files: readonly BagFile[]
  /** What makes it unfit to be read at all, by the first file that does. */
  readonly hostile: HostileBag | null
  /** At most `most` bytes; null where there are more, or the file cannot be read. */
  read(path: string, most: number): Promise<Buffer | null>
  /** Read piece by piece; null where it cannot be read. `onBytes` is told of each piece; what it throws ends the reading. */
  digest(path: string, algorithm: string, onBytes?: (count: number) => void): Promise<string | null>
  close(): void
}

export interface HostileBag {
  readonly kind: 'link' | 'outside' | 'bomb' | 'tooMany' | 'tooLarge' | 'locked' | 'notAFile'
  readonly path: string
}

/** A bag that lies in a folder. Links are not followed, and one that is there makes the bag unfit. */
export function folderBag(folder: string, caps: Limits = limits): BagFiles {
  const files: BagFile[] = []
  let hostile: HostileBag | null = null
  const take = (entry: fs.Dirent, name: string): void => {
    hostile ??= faultOf(entry, name)
    if (hostile) return
    if (entry.isDirectory()) walk(name)
    else files.push({ path: name, bytes: fs.lstatSync(path.join(folder, name)).size })
    if (files.length > caps.bagFiles) hostile ??= { kind: 'tooMany', path: name }
  }
  const walk = (inside: string): void => {
    for (const entry of fs.readdirSync(path.join(folder, inside), { withFileTypes: true }))
      take(entry, inside === '' ? entry.name : `${inside}/${entry.name}`)
  }
  walk('')
  const known = new Set(files.map(file => file.path))
  const placeOf = (name: string): string | null => (known.has(name) ? path.join(folder, name) : null)
  return {
    files,
    hostile: hostile ?? tooLarge(files, caps),
    read: async (name, most) => {
      const place = placeOf(name)
      return place === null ? null : readUpTo(place, most)
    },
    digest: async (name, algorithm, onBytes) => {
      const place = placeOf(name)
      return place === null ? null : digestOf(place, algorithm, onBytes)
    },
    close: () => {},
  }
}

function faultOf(entry: fs.Dirent, name: string): HostileBag | null {
  if (entry.isSymbolicLink()) return { kind: 'link', path: name }
  if (!entry.isDirectory() && !entry.isFile()) return { kind: 'notAFile', path: name }
  return name.split('/').length > limits.folderDepth ? { kind: 'tooMany', path: name } : null
}

/**
 * A bag packed into one zip, at its top or inside one folder (RFC 8493, 4). Nothing is unpacked to the disk. Null where
 * it is a zip of something else, or none.
 */
export async function zippedBag(file: string, caps: Limits = limits): Promise<BagFiles | null> {
  const opened = await openZip(file, caps)
  if (!opened.ok) return opened.problem === 'damaged' ? null : unfit(opened.problem)
  const zip = opened.value
  const top = zip.entries
    .map(({ name }) => /^(?:[^/]+\/)?(?=bagit\.txt$)/u.exec(name)?.[0])
    .find(found => found !== undefined)
  if (top === undefined) {
    zip.close()
    return null
  }
  const inside = zip.entries.filter(({ isFolder }) => !isFolder)
  const entryOf = new Map(inside.map(entry => [entry.name.slice(top.length), entry]))
  const files = inside.map(({ name, bytes }) => ({ path: name.slice(top.length), bytes }))
  const bad = inside.flatMap((entry): HostileBag[] => {
    const said = { path: entry.name }
    if (!entry.name.startsWith(top)) return [{ kind: 'outside', ...said }]
    if (entry.isLink) return [{ kind: 'link', ...said }]
    if (entry.isBomb) return [{ kind: 'bomb', ...said }]
    return entry.isLocked ? [{ kind: 'locked', ...said }] : []
  })
  // Two entries of one name: which of them is read would be a matter of chance.
  const twice = inside.length > entryOf.size ? ({ kind: 'outside', path: firstTwice(files) } as const) : null
  const read = async (name: string, most: number): Promise<Buffer | null> => {
    const entry = entryOf.get(name)
    return entry ? zip.read(entry, most) : null
  }
  return {
    files,
    hostile: bad[0] ?? twice ?? tooLarge(files, caps) ?? swollen(files, zip.packedBytes),
    read,
    digest: async (name, algorithm, onBytes) => {
      const entry = entryOf.get(name)
      return entry ? zip.digest(entry, algorithm, onBytes) : null
    },
    close: () => zip.close(),
  }
}

const unfit = (kind: 'outside' | 'tooMany'): BagFiles => ({
  files: [],
  hostile: { kind, path: '' },
  read: async () => null,
  digest: async () => null,
  close: () => {},
})

/** Entries that share their packed bytes are each as dense as text may be, and a bomb all the same. */
const swollen = (files: readonly BagFile[], packedBytes: number): HostileBag | null => {
  const bytes = bytesOf({ files })
  return bytes > limits.zipRatioFrom && bytes > packedBytes * limits.zipRatio ? { kind: 'bomb', path: '' } : null
}

function firstTwice(files: readonly BagFile[]): string {
  const seen = new Set<string>()
  for (const file of files) {
    if (seen.has(file.path)) return file.path
    seen.add(file.path)
  }
  return ''
}

const tooLarge = (files: readonly BagFile[], { bagBytes }: Limits): HostileBag | null =>
  bytesOf({ files }) > bagBytes ? { kind: 'tooLarge', path: '' } : null

export const bytesOf = ({ files }: Pick<BagFiles, 'files'>): number => files.reduce((sum, { bytes }) => sum + bytes, 0)

/** Null where the file is longer or cannot be read; never follows a link that has taken its place meanwhile. */
export function readUpTo(file: string, most: number): Buffer | null {
  try {
    const handle = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0))
    try {
      const { size } = fs.fstatSync(handle)
      if (size > most) return null
      const bytes = Buffer.alloc(size)
      return bytes.subarray(0, fs.readSync(handle, bytes, 0, size, 0))
    } finally {
      fs.closeSync(handle)
    }
  } catch {
    return null
  }
}

const pieceBytes = 1024 * 1024

/** Waits for each piece: a slow stick takes a third of a second for one, and everything else has to be answered meanwhile. */
async function digestOf(
  file: string,
  algorithm: string,
  onBytes: (count: number) => void = () => undefined,
): Promise<string | null> {
  const handle = await orNull(fs.promises.open(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0)))
  if (!handle) return null
  try {
    const hash = createHash(algorithm)
    const piece = Buffer.allocUnsafe(pieceBytes)
    for (;;) {
      const read = await orNull(handle.read(piece, 0, piece.length, null))
      if (!read) return null
      if (read.bytesRead === 0) return hash.digest('hex')
      hash.update(piece.subarray(0, read.bytesRead))
      onBytes(read.bytesRead)
    }
  } finally {
    await orNull(handle.close())
  }
}

const orNull = <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null)
