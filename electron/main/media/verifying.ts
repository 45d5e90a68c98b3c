import path from 'node:path'
import type { Reply } from '#shared/contracts/channel'
import type { HowFar } from '#shared/contracts/how-far'
import type { UnseenEnd } from '#shared/contracts/media-channels'
import { err, ok } from '#shared/kernel/result'
import { isExportFolderName } from './exporting/export-names'
import { verifyExport, type VerifiedExport } from './exporting/verify-export'
import type { Medium } from './medium'
import { StepMeter } from './step-meter'
import type { HeldWork, UnseenEnds } from './unseen-end'

/** An export on a medium. */
export interface LyingExport {
  readonly mediumId: string
  readonly folder: string
}

interface Reading {
  readonly meter: StepMeter<'reading'>
  readonly held: HeldWork
}

/** Those that are being read again, by medium and folder. */
export type Verified = Map<string, Reading>

interface VerifyingParts {
  readonly mediumOf: (mediumId: string) => Promise<Medium | null>
  readonly ends: Pick<UnseenEnds, 'hold'>
  readonly now: () => number
}

/**
 * Exports on media read again, several at a time; each says how far it is and can be stopped. The automatic lock waits for them, as for
 * an export: a large one on a slow stick takes longer than nobody touches a key.
 */
export function verifying({ mediumOf, ends, now }: VerifyingParts, verified: Verified) {
  const keyOf = ({ mediumId, folder }: LyingExport): string => `${folder} ${mediumId}`
  return {
    verify: async (asked: LyingExport): Promise<Reply<VerifiedExport>> => {
      const medium = await mediumOf(asked.mediumId)
      if (!medium) return err({ kind: 'mediumNotRead', why: 'gone' })
      if (!isExportFolderName(asked.folder)) return err({ kind: 'notFound' })
      const meter = new StepMeter<'reading'>(now)
      const held = ends.hold({ what: 'check', name: asked.folder })
      verified.set(keyOf(asked), { meter, held })
      let end: UnseenEnd['end'] = { kind: 'stopped' }
      try {
        const read = await verifyExport(path.join(medium.root, asked.folder), bytes => meter.begin('reading', bytes))
        if (read.ok) end = { kind: 'checked', isWhole: read.value.isWhole }
        else if (read.problem.kind !== 'checkCancelled') end = { kind: 'failed', problem: read.problem }
        return read
      } finally {
        held.ended(end)
        if (verified.get(keyOf(asked))?.meter === meter) verified.delete(keyOf(asked))
      }
    },
    verifyProgress: async (asked: LyingExport): Promise<Reply<HowFar | null>> =>
      ok(verified.get(keyOf(asked))?.meter.howFar() ?? null),
    cancelVerify: async (asked: LyingExport): Promise<Reply<void>> => ok(verified.get(keyOf(asked))?.meter.stop()),
  }
}
