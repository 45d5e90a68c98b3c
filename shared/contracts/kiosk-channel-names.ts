import type { KioskChannels } from './kiosk-channels'

const names: { readonly [Name in keyof KioskChannels]: true } = {
  'kiosk:describe': true,
  'kiosk:lookUp': true,
  'kiosk:print': true,
  'kiosk:answer': true,
  'kiosk:missed': true,
  'kiosk:wipe': true,
  'kiosk:leave': true,
}

/** The allow-list of the kiosk's preload. No call of the desk is on it. */
export const kioskChannelNames: ReadonlySet<string> = new Set(Object.keys(names))

/** What main tells the kiosk window without being asked: there is another edition of what it shows. */
export const kioskEvents = { editionChanged: 'kiosk:editionChanged' } as const
export const kioskEventNames: ReadonlySet<string> = new Set(Object.values(kioskEvents))
