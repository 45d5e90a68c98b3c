import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { kioskLimits } from '#shared/contracts/kiosk-care-channels'
import { cardReaderSetting } from '../card-reader/card-service'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'

const ownFont = z.object({ name: z.string().min(1).max(100), digest: z.string().regex(/^[0-9a-f]{64}$/) })

const shape = z.object({
  /** A folder on another disk or stick that follows every act. */
  mirrorFolder: z.string().min(1).optional(),
  /** Where the scanner leaves its files. */
  scanFolder: z.string().min(1).optional(),
  /** `{"port": 8989, "path": "/read"}`: the service of the vendor. One that is wrong is none; the mirror goes on. */
  cardReader: cardReaderSetting.optional().catch(undefined),
  /** Chosen beforehand in the print dialog, by the name that the system gives it. */
  printer: z.string().min(1).max(200).optional(),
  /** Of the kiosk; missing or unusable: as the program sets them. */
  kiosk: kioskLimits.optional().catch(undefined),
  /** Own faces of letters: 仿宋 and 小标宋. */
  fonts: z.object({ body: ownFont.optional(), title: ownFont.optional() }).optional(),
})

/** What belongs to this machine and not to the office: it is no fact of the ledger and does not travel. */
export type MachineSettings = z.infer<typeof shape>

const fileName = 'settings.json'

/** Reads office/settings.json. A file that cannot be read is as good as none: no setting may keep an office from opening. */
export function readSettings(office: string): MachineSettings {
  try {
    const read = shape.safeParse(JSON.parse(fs.readFileSync(path.join(office, fileName), 'utf8')))
    return read.success ? read.data : {}
  } catch {
    return {}
  }
}

/** Puts these in place of the same ones before; undefined takes one away. The file is whole or as it was. */
export function changeSettings(office: string, part: SettingsChange): Result<MachineSettings, Problem> {
  const next = shape.parse(JSON.parse(JSON.stringify({ ...readSettings(office), ...part })))
  const file = path.join(office, fileName)
  try {
    fs.mkdirSync(office, { recursive: true, mode: 0o700 })
    fs.writeFileSync(`${file}.part`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flush: true })
    fs.renameSync(`${file}.part`, file)
    return ok(next)
  } catch (cause) {
    return err({ kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'unknown' })
  }
}

export type SettingsChange = { readonly [Name in keyof MachineSettings]?: MachineSettings[Name] | undefined }

export const mirrorOf = (settings: MachineSettings, part: 'vault' | 'journal'): { mirrorFolder?: string } =>
  settings.mirrorFolder === undefined ? {} : { mirrorFolder: path.join(settings.mirrorFolder, part) }
