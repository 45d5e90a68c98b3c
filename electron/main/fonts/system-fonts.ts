import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readFont, type FontRefusal } from './read-font'

/** 仿宋 for the text of letters, 小标宋 for their title (GB/T 9704-2012, 5.2.2 and 7.3.1). */
export type LetterFace = 'body' | 'title'

export interface FoundFont {
  /** Stands for the path, which the window neither needs nor may choose. */
  readonly id: string
  readonly file: string
  readonly name: string
  readonly face: LetterFace
  /** Missing where it may be taken. */
  readonly refusal?: FontRefusal
}

/** Where the operating system keeps fonts, and where a person does. */
export function fontFolders(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  const home = os.homedir()
  if (platform === 'win32') {
    const { WINDIR = 'C:\\Windows', LOCALAPPDATA } = environment
    const own = LOCALAPPDATA ? [path.join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')] : []
    return [path.join(WINDIR, 'Fonts'), ...own]
  }
  if (platform === 'darwin') return ['/Library/Fonts', '/System/Library/Fonts', path.join(home, 'Library', 'Fonts')]
  const data = environment.XDG_DATA_HOME ?? path.join(home, '.local', 'share')
  return ['/usr/share/fonts', '/usr/local/share/fonts', path.join(data, 'fonts'), path.join(home, '.fonts')]
}

/** Every 仿宋 and 小标宋 in these folders, by the name that the font gives itself. Folders that are not there count as empty. */
export function findFonts(folders: readonly string[]): FoundFont[] {
  const files = folders.flatMap(filesIn).slice(0, mostFiles)
  const found = new Map<string, FoundFont>()
  for (const file of files) {
    const font = lookInto(file)
    if (font) found.set(`${font.face}/${font.name}`, found.get(`${font.face}/${font.name}`) ?? font)
  }
  return [...found.values()].sort((a, b) => (a.face + a.name < b.face + b.name ? -1 : 1))
}

const mostFiles = 5_000

function filesIn(folder: string): string[] {
  try {
    const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter(entry => entry.isFile() && /\.(ttf|otf|ttc)$/i.test(entry.name))
      .map(entry => path.join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}

function lookInto(file: string): FoundFont | null {
  const read = withFile(file, readFont)
  if (!read) return null
  // What cannot be taken has no name that was read; the file's own name tells which face it would have been.
  const name = read.ok && read.value.name !== '' ? read.value.name : path.parse(file).name
  const face = faceNamed(name) ?? faceNamed(path.parse(file).name)
  if (!face) return null
  const id = createHash('sha256').update(file).digest('hex').slice(0, 16)
  return { id, file, name, face, ...(read.ok ? {} : { refusal: read.problem }) }
}

const faceNamed = (name: string): LetterFace | null => {
  if (/小标宋|xiaobiaosong|FZXBS/i.test(name)) return 'title'
  return /仿宋|fang\s?song|simfang|FZFS|STFangso/i.test(name) ? 'body' : null
}

function withFile<T>(file: string, work: (read: (at: number, length: number) => Buffer) => T): T | null {
  let fd: number
  try {
    fd = fs.openSync(file, 'r')
  } catch {
    return null // gone, or not ours to read
  }
  try {
    return work((at, length) => {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, fs.readSync(fd, bytes, 0, length, at))
    })
  } finally {
    fs.closeSync(fd)
  }
}
