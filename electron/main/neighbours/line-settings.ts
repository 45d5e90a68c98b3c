import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'

const shape = z.object({
  /** Whether this machine serves the others, and where. Off where it is missing. */
  serving: z.object({ address: z.ipv4(), port: z.number().int().min(1024).max(65_535) }).optional(),
  /** With whom it exchanges. Only a place: who answers there is told by the acts. */
  partner: z.object({ url: z.string().max(200) }).optional(),
})
export type LineSettings = z.infer<typeof shape>

const fileName = 'neighbours.json'

/** office/neighbours.json: of this machine, no fact of the ledger. A file that does not read is as good as none. */
export function readLineSettings(office: string): LineSettings {
  try {
    const read = shape.safeParse(JSON.parse(fs.readFileSync(path.join(office, fileName), 'utf8')))
    return read.success ? read.data : {}
  } catch {
    return {}
  }
}

export function changeLineSettings(
  office: string,
  part: { readonly [Name in keyof LineSettings]?: LineSettings[Name] | undefined },
): Result<void, Problem> {
  const next = shape.parse(JSON.parse(JSON.stringify({ ...readLineSettings(office), ...part })))
  const file = path.join(office, fileName)
  try {
    fs.mkdirSync(office, { recursive: true, mode: 0o700 })
    fs.writeFileSync(`${file}.part`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flush: true })
    fs.renameSync(`${file}.part`, file)
    return ok(undefined)
  } catch (cause) {
    return err({ kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'unknown' })
  }
}
