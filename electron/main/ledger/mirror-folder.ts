import fs from 'node:fs'
import path from 'node:path'

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
