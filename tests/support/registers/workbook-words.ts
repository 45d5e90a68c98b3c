import fs from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'

/** Everything that stands in an xlsx file, markup and all: enough to ask whether a word is there, or must not be. */
export const workbookWords = (file: string): string =>
  Object.values(unzipSync(fs.readFileSync(file)))
    .map(bytes => strFromU8(bytes))
    .join('')
