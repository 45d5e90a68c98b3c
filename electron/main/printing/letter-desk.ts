import { createHash } from 'node:crypto'
import path from 'node:path'
import type { z } from 'zod'
import type { Reply } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import { writeWhole } from './write-whole'

type Output<N extends keyof DeskChannels> = z.output<DeskChannels[N]['output']>
type Input<N extends keyof DeskChannels> = z.output<DeskChannels[N]['input']>

export interface LetterDesk {
  save(letter: Input<'letter:save'>): Promise<Reply<Output<'letter:save'>>>
  print(letter: Input<'letter:print'>): Promise<Reply<Output<'letter:print'>>>
}

export interface LetterDeskParts {
  /** Asks where to save; null where the person cancelled. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  readonly printPages: (title: string, pages: readonly Uint8Array[]) => Promise<'printed' | 'cancelled' | 'noPrinter'>
  readonly documentsFolder: string
}

/** Saves and prints composed letters. A saved file is complete under its name, or not there at all. */
export function letterDesk({ askWhere, printPages, documentsFolder }: LetterDeskParts): LetterDesk {
  return {
    save: async ({ fileName, bytes }) => {
      const target = await askWhere(path.join(documentsFolder, fileName))
      if (target === null) return { ok: true, value: { outcome: 'cancelled' } }
      try {
        await writeWhole(target, bytes)
      } catch (cause) {
        return {
          ok: false,
          problem: { kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'unknown' },
        }
      }
      const digest = createHash('sha256').update(bytes).digest('hex')
      return { ok: true, value: { outcome: 'saved', path: target, digest } }
    },
    print: async ({ title, pages }) => {
      const outcome = await printPages(title, pages)
      if (outcome === 'noPrinter') return { ok: false, problem: { kind: 'nothingToPrintOn' } }
      return { ok: true, value: { outcome } }
    },
  }
}
