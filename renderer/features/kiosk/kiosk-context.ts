import type { KioskDescription, KioskDesk } from '#shared/application/kiosk/ports'
import type { KioskLooks } from './kiosk-looks'
import type { KioskPlace } from './kiosk-place'
import type { Speech } from './use-speech'

/** What every screen of the kiosk is given. */
export interface KioskScreenProps {
  readonly desk: KioskDesk
  readonly about: KioskDescription
  readonly looks: KioskLooks
  readonly speech: Speech
  readonly go: (to: KioskPlace) => void
  /** Another page of the same list. */
  readonly turn: (to: KioskPlace) => void
}
