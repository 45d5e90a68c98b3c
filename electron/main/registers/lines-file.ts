import { createHash, type Hash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'

export interface WrittenLines {
  readonly digest: string
  readonly bytes: number
}

/** A text file that is too large for one piece: written aside part by part, flushed and renamed at its end. */
export interface LinesFiles {
  /** Asks where; null where the person cancelled. One that was begun before and not ended is given up. */
  begin(fileName: string): Promise<Result<string | null, Problem>>
  part(exportId: string, text: string): Promise<Result<void, Problem>>
  end(exportId: string): Promise<Result<WrittenLines, Problem>>
  drop(exportId: string): Promise<void>
}

export interface LinesFileParts {
  readonly askWhere: (suggested: string) => Promise<string | null>
  readonly documentsFolder: string
  readonly newId: () => string
}

interface Open {
  readonly id: string
  readonly target: string
  readonly half: string
  readonly file: fs.FileHandle
  readonly hash: Hash
  bytes: number
}

export function linesFiles({ askWhere, documentsFolder, newId }: LinesFileParts): LinesFiles {
  let open: Open | null = null
  const give = async (): Promise<void> => {
    const given = open
    open = null
    if (!given) return
    await given.file.close().catch(() => undefined) // closed already, where its end failed
    await fs.rm(given.half, { force: true }).catch(() => undefined) // half a list holds a whole name
  }
  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, Problem>> => {
    try {
      return ok(await work())
    } catch (cause) {
      await give()
      return err({ kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'unknown' })
    }
  }
  const of = (exportId: string): Open | null => (open?.id === exportId ? open : null)
  return {
    begin: async fileName => {
      await give()
      const target = await askWhere(path.join(documentsFolder, fileName))
      if (target === null) return ok(null)
      return attempt(async () => {
        const half = `${target}.part`
        open = {
          id: newId(),
          target,
          half,
          file: await fs.open(half, 'w', 0o600),
          hash: createHash('sha256'),
          bytes: 0,
        }
        return open.id
      })
    },
    part: async (exportId, text) => {
      const now = of(exportId)
      if (!now) return err({ kind: 'notFound' })
      return attempt(async () => {
        const bytes = Buffer.from(text)
        await now.file.appendFile(bytes)
        now.hash.update(bytes)
        now.bytes += bytes.length
      })
    },
    end: async exportId => {
      const now = of(exportId)
      if (!now) return err({ kind: 'notFound' })
      return attempt(async () => {
        await now.file.sync()
        await now.file.close()
        await fs.rename(now.half, now.target)
        open = null
        return { digest: now.hash.digest('hex'), bytes: now.bytes }
      })
    },
    drop: async exportId => {
      if (of(exportId)) await give()
    },
  }
}
