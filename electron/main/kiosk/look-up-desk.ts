import type { KioskChannels } from '#shared/contracts/kiosk-channels'
import type { z } from 'zod'
import { readTypedCode, readTypedLastFour } from '../authority/typed-code'
import type { EditionFolder } from './edition-folder'

export type LookUpAnswer = z.infer<KioskChannels['kiosk:lookUp']['output']>

export interface LookUpDesk {
  lookUp(typed: { readonly code: string; readonly lastFour: string }): LookUpAnswer
}

const freeTries = 5
const waitMs = 5 * 60_000

/**
 * Five wrong tries, then five minutes, for everybody who stands here: main counts, so no reload and no next visitor begins
 * anew. Nor does a right one in between: else whoever has a slip of their own could guess for ever. Wrong tries are forgotten
 * five minutes after the last. What cannot be a code at all costs no try; it tells nothing. `now` is monotonic, so setting
 * the clock buys none.
 */
export function lookUpDesk(edition: Pick<EditionFolder, 'rows' | 'tagOf'>, now: () => number): LookUpDesk {
  let wrongTries = 0
  let lastWrongAt = -Infinity
  let waitsUntil = -Infinity
  return {
    lookUp: ({ code, lastFour }) => {
      const left = waitsUntil - now()
      if (left > 0) return { outcome: 'mustWait', waitSeconds: Math.ceil(left / 1000) }
      const digits = readTypedLastFour(lastFour)
      const parsed = readTypedCode(code)
      if (!parsed) return { outcome: 'mistyped', what: 'code' }
      if (!digits) return { outcome: 'mistyped', what: 'lastFour' }
      const row = edition.rows().get(edition.tagOf(parsed, digits))
      if (row) return { outcome: 'found', stage: row[1], updatedOn: row[2] }
      if (now() - lastWrongAt >= waitMs) wrongTries = 0
      lastWrongAt = now()
      wrongTries += 1
      if (wrongTries < freeTries) return { outcome: 'notFound', triesLeft: freeTries - wrongTries }
      wrongTries = 0
      waitsUntil = now() + waitMs
      return { outcome: 'mustWait', waitSeconds: waitMs / 1000 }
    },
  }
}
