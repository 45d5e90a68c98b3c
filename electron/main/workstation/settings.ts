import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { cardReaderSetting } from '../card-reader/card-service'

const shape = z.object({
  /** A folder on another disk or stick that follows every act; written by the administrator until there is a screen for it. */
  mirrorFolder: z.string().min(1).optional(),
  /** Where the scanner leaves its files. */
  scanFolder: z.string().min(1).optional(),
  /** `{"port": 8989, "path": "/read"}`: the service of the vendor. One that is wrong is none; the mirror goes on. */
  cardReader: cardReaderSetting.optional().catch(undefined),
})

export type OfficeSettings = z.infer<typeof shape>

/** Reads office/settings.json. A file that cannot be read is as good as none: no setting may keep an office from opening. */
export function readSettings(office: string): OfficeSettings {
  try {
    const read = shape.safeParse(JSON.parse(fs.readFileSync(path.join(office, 'settings.json'), 'utf8')))
    return read.success ? read.data : {}
  } catch {
    return {}
  }
}

export const mirrorOf = (settings: OfficeSettings, part: 'vault' | 'journal'): { mirrorFolder?: string } =>
  settings.mirrorFolder === undefined ? {} : { mirrorFolder: path.join(settings.mirrorFolder, part) }
