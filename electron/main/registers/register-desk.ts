import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Reply } from '#shared/contracts/channel'
import type { RegisterFile } from '#shared/contracts/register-file'
import { writeWhole } from '../files/write-whole'
import { writeCsv } from './write-csv'
import { writeXlsx } from './write-xlsx'

export interface SavedRegister {
  readonly outcome: 'saved'
  readonly digest: string
  readonly bytes: number
}

export interface RegisterDesk {
  /** Asks where, and writes a file that is complete or not there. */
  save(register: RegisterFile): Promise<Reply<SavedRegister | { readonly outcome: 'cancelled' }>>
}

export interface RegisterDeskParts {
  readonly askWhere: (suggested: string) => Promise<string | null>
  readonly documentsFolder: string
}

export function registerDesk({ askWhere, documentsFolder }: RegisterDeskParts): RegisterDesk {
  return {
    save: async register => {
      const target = await askWhere(path.join(documentsFolder, register.fileName))
      if (target === null) return { ok: true, value: { outcome: 'cancelled' } }
      const isCsv = register.fileName.endsWith('.csv')
      try {
        const bytes = isCsv ? writeCsv(register) : await writeXlsx(register)
        await writeWhole(target, bytes)
        const digest = createHash('sha256').update(bytes).digest('hex')
        return { ok: true, value: { outcome: 'saved', digest, bytes: bytes.length } }
      } catch (cause) {
        const detail = (cause as NodeJS.ErrnoException).code ?? 'unknown'
        return { ok: false, problem: { kind: 'cannotWrite', detail } }
      }
    },
  }
}
