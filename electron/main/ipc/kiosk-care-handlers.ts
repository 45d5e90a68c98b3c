import type { Handlers } from '#shared/contracts/channel'
import {
  firstKioskLimits,
  type kioskCareChannels,
  type KioskLimits,
  type KioskState,
} from '#shared/contracts/kiosk-care-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'

/** The kiosk as the desk sees it. */
export interface KioskCare {
  state(): KioskState
  start(): void
  end(): void
  setLimits(limits: KioskLimits): Result<void, Problem>
}

/** Whoever is signed in may start and end the kiosk; its limits are the administrator's, as the rest of the machine. */
export function kioskCareHandlers(
  kiosk: KioskCare,
  posts: () => readonly string[],
): Handlers<typeof kioskCareChannels> {
  const state = () => ({ ok: true, value: kiosk.state() }) as const
  return {
    'kioskCare:read': async () => state(),
    'kioskCare:start': async () => {
      kiosk.start()
      return state()
    },
    'kioskCare:end': async () => {
      kiosk.end()
      return state()
    },
    'kioskCare:setLimits': async limits => {
      if (!posts().includes('administrator')) return notYours
      const set = kiosk.setLimits(limits)
      return set.ok ? state() : set
    },
  }
}

const notYours = {
  ok: false,
  problem: { kind: 'refused', why: { kind: 'postNeeded', posts: ['administrator'] } },
} as const

/** A machine without one. */
export const noKiosk: KioskCare = {
  state: () => ({ isOpen: false, limits: firstKioskLimits, edition: null }),
  start: () => undefined,
  end: () => undefined,
  setLimits: () => ({ ok: true, value: undefined }),
}
