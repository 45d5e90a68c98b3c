import type { Problem } from '#shared/contracts/problems'

export interface OfficeClock {
  /** Milliseconds since 1970, corrected by what a person confirmed. */
  now(): number
  /** Civil date in Asia/Shanghai, `YYYY-MM-DD`. */
  today(): string
  readonly isRehearsal: boolean
  /** A problem while the clock stands before the last act and nobody has confirmed the date. */
  behind(lastActAt: number | null): Problem | null
  /** Takes a person's word for today's date; the time of day stays the machine's, but never before the last act. */
  confirm(today: string, lastActAt: number | null): void
}

/** China has kept UTC+8 without summer time since 1991. */
const shanghaiOffset = 8 * 3_600_000
const day = 86_400_000
/** Clocks that are set by the network step back by seconds; that is no reason to stop a counter. */
const tolerance = 120_000

export const civilDay = (ms: number): string => new Date(ms + shanghaiOffset).toISOString().slice(0, 10)

export function officeClock(machineNow: () => number, rehearsalStart?: number): OfficeClock {
  const startedAt = machineNow()
  let shift = rehearsalStart === undefined ? 0 : rehearsalStart - startedAt
  const now = () => machineNow() + shift
  return {
    now,
    today: () => civilDay(now()),
    isRehearsal: rehearsalStart !== undefined,
    behind: lastActAt =>
      lastActAt !== null && now() < lastActAt - tolerance
        ? { kind: 'clockBehind', machineSays: civilDay(now()), lastActOn: civilDay(lastActAt) }
        : null,
    confirm: (today, lastActAt) => {
      const days = Math.round((Date.parse(today) - Date.parse(civilDay(now()))) / day)
      shift += days * day
      if (lastActAt !== null && now() < lastActAt) shift += lastActAt - now()
    },
  }
}
