import { createHash } from 'node:crypto'
import path from 'node:path'
import type { z } from 'zod'
import type { Reply } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import { writeWhole } from '../files/write-whole'
import type { PrintQueue } from './print-pages'

type Output<N extends keyof DeskChannels> = z.output<DeskChannels[N]['output']>
type Input<N extends keyof DeskChannels> = z.output<DeskChannels[N]['input']>

export interface LetterDesk {
  /** `record` is called when the file is whole and has no name yet; see `writeWhole`. */
  save(letter: Input<'letter:save'>, record?: () => Problem | null): Promise<Reply<Output<'letter:save'>>>
  print(letter: Input<'letter:print'>): Promise<Reply<Output<'letter:print'>>>
}

export interface LetterDeskParts {
  /** Asks where to save; null where the person cancelled. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  readonly printPages: PrintQueue['print']
  readonly documentsFolder: string
}

/** Saves and prints composed letters. A saved file is complete under its name, or not there at all. */
export function letterDesk({ askWhere, printPages, documentsFolder }: LetterDeskParts): LetterDesk {
  return {
    save: async ({ fileName, bytes }, record) => {
      const target = await askWhere(path.join(documentsFolder, fileName))
      if (target === null) return { ok: true, value: { outcome: 'cancelled' } }
      try {
        const problem = await writeWhole(target, bytes, record)
        if (problem) return { ok: false, problem }
      } catch (cause) {
        return {
          ok: false,
          problem: { kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'unknown' },
        }
      }
      const digest = createHash('sha256').update(bytes).digest('hex')
      return { ok: true, value: { outcome: 'saved', path: target, digest } }
    },
    print: async ({ title, pages, sizeMm }) => {
      const outcome = await printPages(title, pages, sizeMm)
      if (outcome === 'noPrinter') return { ok: false, problem: { kind: 'nothingToPrintOn' } }
      return { ok: true, value: { outcome } }
    },
  }
}
