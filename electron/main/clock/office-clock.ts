import type { Problem } from '#shared/contracts/problems'

export type ClockDoubt = Extract<Problem, { kind: 'clockBehind' }>

export interface ClockCorrection {
  readonly machineSays: string
  readonly officeSays: string
}

export interface OfficeClock {
  /** Milliseconds since 1970, corrected by what a person confirmed. */
  now(): number
  /** Civil date in Asia/Shanghai, `YYYY-MM-DD`. */
  today(): string
  readonly isRehearsal: boolean
  /**
   * Why the date has to be asked for, or null: the clock stands before the last trusted moment, or so far after it that
   * a wrong year is likelier than a closed office. Nothing is written while it lasts.
   */
  doubt(trustedAt: number | null): ClockDoubt | null
  /** What the machine says and what holds instead, while a person's word differs from it by days; else null. */
  correction(): ClockCorrection | null
  /** Takes a person's word for today's date; the time of day stays the machine's. Answers how to take it back. */
  confirm(today: string, trustedAt: number | null): () => void
}

export interface MachineTime {
  /** Milliseconds since 1970, as the machine says. */
  readonly wall: () => number
  /** Milliseconds since some start, which nobody can set. */
  readonly monotonic: () => number
}

/** China has kept UTC+8 without summer time since 1991. */
const shanghaiOffset = 8 * 3_600_000
const day = 86_400_000
/** Clocks that are set by the network step back by seconds; that is no reason to stop a counter. */
const tolerance = 120_000
/** Longer than any holiday or closure of a counter; a clerk who meets it asks the administrator. */
export const longestSilenceDays = 60

export const civilDay = (ms: number): string => new Date(ms + shanghaiOffset).toISOString().slice(0, 10)

export function officeClock(machine: MachineTime, rehearsalStart?: number): OfficeClock {
  const base = rehearsalStart === undefined ? 0 : rehearsalStart - machine.wall()
  let shift = 0
  let isConfirmed = false
  let confirmedAt = { wall: 0, monotonic: 0 }

  /** The machine's own clock was set after a person had corrected it: the correction no longer fits. */
  const wasSetSince = () =>
    isConfirmed &&
    Math.abs(machine.wall() - confirmedAt.wall - (machine.monotonic() - confirmedAt.monotonic)) > tolerance
  const now = () => {
    if (wasSetSince()) {
      shift = 0
      isConfirmed = false
    }
    return machine.wall() + base + shift
  }
  return {
    now,
    today: () => civilDay(now()),
    isRehearsal: rehearsalStart !== undefined,
    doubt: trustedAt => {
      const at = now()
      if (trustedAt === null || isConfirmed) return null
      const isAhead = at > trustedAt + longestSilenceDays * day
      if (at >= trustedAt - tolerance && !isAhead) return null
      const found = { kind: 'clockBehind', machineSays: civilDay(at), lastActOn: civilDay(trustedAt) } as const
      return isAhead ? { ...found, isAhead } : found
    },
    correction: () => {
      const officeSays = civilDay(now())
      const machineSays = civilDay(machine.wall() + base)
      return officeSays === machineSays ? null : { machineSays, officeSays }
    },
    confirm: (today, trustedAt) => {
      const before = { shift, isConfirmed, confirmedAt }
      const at = now()
      shift += Math.round((Date.parse(today) - Date.parse(civilDay(at))) / day) * day
      // On the day of the last act the hour may still lie before it.
      if (trustedAt !== null && civilDay(trustedAt) === today) shift += Math.max(0, trustedAt - now())
      confirmedAt = { wall: machine.wall(), monotonic: machine.monotonic() }
      isConfirmed = true
      return () => ({ shift, isConfirmed, confirmedAt } = before)
    },
  }
}
