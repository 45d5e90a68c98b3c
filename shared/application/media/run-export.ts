import type { Problem } from '../../contracts/problems'
import { err, type Result } from '../../kernel/result'
import type { ExpectedSize, ExportDone, ExportFile, ExportOrder, MediaExchange } from './ports'

export interface WantedExport {
  readonly order: ExportOrder
  readonly files: AsyncIterable<ExportFile>
  /** Asked before anything is written; null where nobody knows. */
  readonly expected: () => Promise<ExpectedSize | null>
}

export interface ExportSteps {
  /** The export that can be asked about and cancelled from now on. */
  readonly onBegun: (exportId: string) => void
  readonly isCancelled: () => boolean
}

/** Sends files one after the other; at the first problem nothing that looks complete is left. Made while they are sent: a case is never whole in memory. */
export async function runExport(
  media: Pick<MediaExchange, 'begin' | 'send' | 'finish' | 'cancel'>,
  { order, files, expected }: WantedExport,
  { onBegun, isCancelled }: ExportSteps,
): Promise<Result<ExportDone, Problem>> {
  const begun = await media.begin({ ...order, expected: await expected() })
  if (!begun.ok) return begun
  const exportId = begun.value
  onBegun(exportId)
  let isFinished = false
  try {
    for await (const file of files) {
      if (isCancelled()) return err({ kind: 'exportCancelled' })
      const sent = await media.send(exportId, file)
      if (!sent.ok) return isCancelled() ? err({ kind: 'exportCancelled' }) : sent
    }
    if (isCancelled()) return err({ kind: 'exportCancelled' })
    const done = await media.finish(exportId)
    isFinished = done.ok
    return done
  } finally {
    // Harmless where main has taken it away already; a file that could not be made leaves nothing either.
    if (!isFinished) await media.cancel(exportId)
  }
}
