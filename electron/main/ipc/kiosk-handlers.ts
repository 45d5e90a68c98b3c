import type { Handlers } from '#shared/contracts/channel'
import type { KioskChannels, KioskDescription, Satisfaction } from '#shared/contracts/kiosk-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import type { LookUpDesk } from '../kiosk/look-up-desk'
import type { PrintAnswer } from '../kiosk/print-page'

export interface KioskHandlerParts {
  readonly describe: () => KioskDescription
  readonly lookUps: LookUpDesk
  readonly print: (firstPagesOnly: boolean) => Promise<PrintAnswer>
  readonly count: (satisfaction: Satisfaction) => void
  readonly missed: (words: string) => void
  readonly wipe: () => void
  readonly checkStaffPassword: (password: string) => Promise<Result<void, Problem>>
  readonly end: () => void
}

/** What the kiosk window may ask. None of it needs somebody to be signed in, and none of it opens the office's keys. */
export function kioskHandlers(parts: KioskHandlerParts): Handlers<KioskChannels> {
  let isAnswered = false
  return {
    'kiosk:describe': async () => {
      isAnswered = false // each visit is a page of its own, and this is what it asks first
      return answer(parts.describe())
    },
    'kiosk:lookUp': async typed => answer(parts.lookUps.lookUp(typed)),
    'kiosk:print': async ({ firstPagesOnly }) => answer(await parts.print(firstPagesOnly)),
    'kiosk:answer': async ({ satisfaction }) => {
      if (!isAnswered) parts.count(satisfaction)
      isAnswered = true
      return answer(undefined)
    },
    'kiosk:missed': async ({ words }) => answer(parts.missed(words)),
    'kiosk:wipe': async () => answer(parts.wipe()),
    'kiosk:leave': async ({ password }) => {
      const checked = await parts.checkStaffPassword(password)
      if (!checked.ok) return checked
      parts.end()
      return answer(undefined)
    },
  }
}

const answer = <T>(value: T) => ({ ok: true, value }) as const
