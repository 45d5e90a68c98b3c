import fs from 'node:fs'
import path from 'node:path'
import { flushFolder } from '../files/flush-folder'

/**
 * Makes the folder of one chain below the mirror's own, and never the mirror itself: a stick that is not plugged in must
 * not become a folder of this disk. Throws where the mirror is not there.
 */
export function makeBelow(mirrorFolder: string, ...names: readonly string[]): string {
  return names.reduce((folder, name) => {
    const made = path.join(folder, name)
    if (!fs.existsSync(made)) fs.mkdirSync(made, { mode: 0o700 })
    return made
  }, mirrorFolder)
}

/** Below a mirror: the journals of the office's other chains. */
export const chainsFolder = 'chains'

/** Lies in a copy that was put aside because it holds acts that are not on this machine. */
const onlyThere = 'only-here'

/**
 * Moves the segments of a copy to a folder beside it, under the first free number: whoever puts an office back takes them
 * along. The scans in the folder stay: none is ever written over.
 */
export function putAside(folder: string, segments: readonly string[], isOnlyThere: boolean): void {
  let number = 1
  while (fs.existsSync(`${folder}.${number}`)) number++
  const aside = `${folder}.${number}`
  fs.mkdirSync(aside, { mode: 0o700 })
  if (isOnlyThere) fs.writeFileSync(path.join(aside, onlyThere), '', { mode: 0o600, flush: true })
  for (const name of segments) fs.renameSync(path.join(folder, name), path.join(aside, name))
  flushFolder(aside)
  flushFolder(folder)
}

/** How many copies lie aside in a mirror that hold acts which were not on this machine; 0 where it is away. */
export function asideCount(mirrorFolder: string): number {
  try {
    return [mirrorFolder, path.join(mirrorFolder, chainsFolder)]
      .filter(folder => fs.existsSync(folder))
      .flatMap(folder => fs.readdirSync(folder).map(name => path.join(folder, name)))
      .filter(copy => /\.\d+$/.test(copy) && fs.existsSync(path.join(copy, onlyThere))).length
  } catch {
    return 0
  }
}

/** Which folder stands under this name: another stick in the place of the first has another. Throws where there is none. */
export function folderMark(folder: string): string {
  const { dev, ino } = fs.statSync(folder, { bigint: true })
  return `${dev}:${ino}`
}
