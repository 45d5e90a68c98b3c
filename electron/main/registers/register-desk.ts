import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Reply } from '#shared/contracts/channel'
import type { Problem } from '#shared/contracts/problems'
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
  /** Asks where, and writes a file that is complete or not there. `record` is called when it is whole and has no name yet. */
  save(
    register: RegisterFile,
    record: (file: Pick<SavedRegister, 'digest' | 'bytes'>) => Problem | null,
  ): Promise<Reply<SavedRegister | { readonly outcome: 'cancelled' }>>
}

export interface RegisterDeskParts {
  readonly askWhere: (suggested: string) => Promise<string | null>
  readonly documentsFolder: string
}

export function registerDesk({ askWhere, documentsFolder }: RegisterDeskParts): RegisterDesk {
  return {
    save: async (register, record) => {
      const target = await askWhere(path.join(documentsFolder, register.fileName))
      if (target === null) return { ok: true, value: { outcome: 'cancelled' } }
      const isCsv = register.fileName.endsWith('.csv')
      try {
        const bytes = isCsv ? writeCsv(register) : await writeXlsx(register)
        const file = { digest: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
        const problem = await writeWhole(target, bytes, () => record(file))
        return problem ? { ok: false, problem } : { ok: true, value: { outcome: 'saved', ...file } }
      } catch (cause) {
        const detail = (cause as NodeJS.ErrnoException).code ?? 'unknown'
        return { ok: false, problem: { kind: 'cannotWrite', detail } }
      }
    },
  }
}
