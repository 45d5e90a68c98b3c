import { firstKioskLimits, type KioskLimits } from '#shared/contracts/kiosk-care-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { changeSettings, readSettings } from '../workstation/settings'

/** Limits of the kiosk as this machine's settings have them. `office`: its folder. */
export const kioskLimitsOf = (
  office: string,
): { read(): KioskLimits; set(limits: KioskLimits): Result<unknown, Problem> } => ({
  read: () => readSettings(office).kiosk ?? firstKioskLimits,
  set: kiosk => changeSettings(office, { kiosk }),
})
