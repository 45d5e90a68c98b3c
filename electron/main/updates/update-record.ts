import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const head = z.object({ chain: z.string(), seq: z.number().int(), hash: z.string() })
const viewCount = z.object({ applied: z.number(), rows: z.record(z.string(), z.number()) })

const pending = z.object({
  from: z.string(),
  to: z.string(),
  startedAt: z.number(),
  heads: z.array(head),
  view: viewCount,
})
/** What the database was when an update was started: what it must still be after it. */
export type PendingUpdate = z.infer<typeof pending>

const shape = z.object({
  /** The highest version that has worked on this office's data here. */
  highest: z.string().optional(),
  pending: pending.optional(),
  /** Of an AppImage: the file that was running when the last update was started. */
  place: z.string().optional(),
  last: z
    .object({
      from: z.string(),
      to: z.string(),
      checkedAt: z.number(),
      result: z.enum(['updated', 'notInstalled', 'damaged']),
      what: z.enum(['journal', 'shorter', 'view', 'behind']).optional(),
      acts: z.number(),
      rows: z.number(),
    })
    .optional(),
})
export type UpdateRecord = z.infer<typeof shape>

export interface UpdateBook {
  read(): UpdateRecord
  /** Whole or as it was. Throws where the disk does not take it. */
  change(part: { readonly [K in keyof UpdateRecord]?: UpdateRecord[K] | undefined }): void
}

/** `updates.json` beside the office: no fact of the ledger, because it is about this machine's program. */
export function updateBook(folder: string): UpdateBook {
  const file = path.join(folder, 'updates.json')
  const read = (): UpdateRecord => {
    try {
      const said = shape.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')))
      return said.success ? said.data : {}
    } catch {
      return {}
    }
  }
  return {
    read,
    change: part => {
      const next = shape.parse(JSON.parse(JSON.stringify({ ...read(), ...part }))) // undefined takes one away
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
      fs.writeFileSync(`${file}.part`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flush: true })
      fs.renameSync(`${file}.part`, file)
    },
  }
}
