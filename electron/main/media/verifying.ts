import path from 'node:path'
import type { Reply } from '#shared/contracts/channel'
import type { HowFar } from '#shared/contracts/how-far'
import { err, ok } from '#shared/kernel/result'
import { isExportFolderName } from './exporting/export-names'
import { verifyExport, type VerifiedExport } from './exporting/verify-export'
import type { Medium } from './medium'
import { StepMeter } from './step-meter'

/** An export on a medium. */
export interface LyingExport {
  readonly mediumId: string
  readonly folder: string
}

/** Those that are being read again, by medium and folder. */
export type Verified = Map<string, StepMeter<'reading'>>

interface VerifyingParts {
  readonly mediumOf: (mediumId: string) => Promise<Medium | null>
  readonly now: () => number
}

/** Exports on media read again, several at a time; each says how far it is and can be stopped. */
export function verifying({ mediumOf, now }: VerifyingParts, verified: Verified) {
  const keyOf = ({ mediumId, folder }: LyingExport): string => `${folder} ${mediumId}`
  return {
    verify: async (asked: LyingExport): Promise<Reply<VerifiedExport>> => {
      const medium = await mediumOf(asked.mediumId)
      if (!medium) return err({ kind: 'mediumNotRead', why: 'gone' })
      if (!isExportFolderName(asked.folder)) return err({ kind: 'notFound' })
      const meter = new StepMeter<'reading'>(now)
      verified.set(keyOf(asked), meter)
      try {
        return await verifyExport(path.join(medium.root, asked.folder), bytes => meter.begin('reading', bytes))
      } finally {
        if (verified.get(keyOf(asked)) === meter) verified.delete(keyOf(asked))
      }
    },
    verifyProgress: async (asked: LyingExport): Promise<Reply<HowFar | null>> =>
      ok(verified.get(keyOf(asked))?.howFar() ?? null),
    cancelVerify: async (asked: LyingExport): Promise<Reply<void>> => ok(verified.get(keyOf(asked))?.stop()),
  }
}
