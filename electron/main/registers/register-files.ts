import fs from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import type { Reply } from '#shared/contracts/channel'
import type { importChannels } from '#shared/contracts/import-channels'
import { writeWhole } from '../files/write-whole'
import { largestFile, readRegister } from './read-register'
import { writeCsv } from './write-csv'
import { writeXlsx } from './write-xlsx'

type Output<N extends keyof typeof importChannels> = z.output<(typeof importChannels)[N]['output']>
type Input<N extends keyof typeof importChannels> = z.output<(typeof importChannels)[N]['input']>

export interface RegisterFiles {
  read(): Promise<Reply<Output<'import:read'>>>
  saveReport(report: Input<'import:saveReport'>): Promise<Reply<Output<'import:saveReport'>>>
}

export interface RegisterFileParts {
  /** Asks which file to read; null where the person cancelled. */
  readonly askWhich: () => Promise<string | null>
  /** Asks where to save; null where the person cancelled. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  readonly documentsFolder: string
}

/** The old register comes from a file that the person chose, and its report goes to one. */
export function registerFiles({ askWhich, askWhere, documentsFolder }: RegisterFileParts): RegisterFiles {
  return {
    read: async () => {
      const chosen = await askWhich()
      if (chosen === null) return { ok: true, value: { outcome: 'cancelled' } }
      const bytes = await readSmall(chosen)
      if (bytes === null) return { ok: false, problem: { kind: 'registerUnreadable', why: 'notReadable' } }
      const sheets = await readRegister(bytes)
      if (!sheets.ok) return sheets
      return { ok: true, value: { outcome: 'read', fileName: path.basename(chosen), sheets: sheets.value } }
    },
    saveReport: async ({ fileName, ...report }) => {
      const target = await askWhere(path.join(documentsFolder, fileName))
      if (target === null) return { ok: true, value: { outcome: 'cancelled' } }
      try {
        await writeWhole(target, fileName.endsWith('.csv') ? writeCsv(report) : await writeXlsx(report))
        return { ok: true, value: { outcome: 'saved' } }
      } catch (cause) {
        const detail = (cause as NodeJS.ErrnoException).code ?? 'unknown'
        return { ok: false, problem: { kind: 'cannotWrite', detail } }
      }
    },
  }
}

/** Never more than a byte beyond what is taken: a film that was chosen by mistake is not read into memory. */
async function readSmall(name: string): Promise<Uint8Array | null> {
  try {
    const file = await fs.open(name, 'r')
    try {
      const { size } = await file.stat()
      const bytes = new Uint8Array(Math.min(size, largestFile + 1))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
      return bytes.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}
