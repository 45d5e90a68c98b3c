import type { KioskCare, KioskState, Machine, MachineCare, OfficeActs } from '#shared/application/settings/ports'
import type { UpdateCare, UpdateState } from '#shared/application/settings/update-care'
import { ok } from '#shared/kernel/result'

const machine: Machine = { mirror: { state: 'off' }, fonts: {} }

/** A machine on which nothing is set and every choice is cancelled. */
export const fakeMachine: MachineCare = {
  read: async () => ok(machine),
  chooseFolder: async () => ok({ outcome: 'cancelled' }),
  forgetFolder: async () => ok(machine),
  printers: async () => ok([]),
  setCardReader: async () => ok(machine),
  setPrinter: async () => ok(machine),
  findFonts: async () => ok([]),
  chooseFont: async () => ok({ outcome: 'cancelled' }),
  resetFont: async () => ok(machine),
  fontSample: async () => null,
}

const closed: KioskState = { isOpen: false, limits: { idleSeconds: 60, mostPages: 20 }, edition: null }

/** A kiosk that never opens. */
export const fakeKiosk: KioskCare = {
  read: async () => ok(closed),
  start: async () => ok(closed),
  end: async () => ok(closed),
  setLimits: async limits => ok({ ...closed, limits }),
}

const upToDate: UpdateState = {
  version: '0.1.0',
  platform: 'linux-x64-deb',
  may: 'yes',
  offered: null,
  taken: null,
  isCheckDue: false,
  last: null,
  misplaced: null,
  atHeadquarters: null,
  fetching: null,
}

/** A machine that nobody brings an update to. */
export const fakeUpdates: UpdateCare = {
  read: async () => ok(upToDate),
  choose: async () => ok({ outcome: 'cancelled' }),
  ask: async () => ok({ ...upToDate, atHeadquarters: { kind: 'noneNewer' } }),
  fetch: async () => ok({ outcome: 'cancelled' }),
  stopFetch: async () => ok(undefined),
  drop: async () => ok(upToDate),
  checkBefore: async () => ok({ acts: 0, rows: 0, hasCopy: true }),
  start: async () => ok({ outcome: 'opened' }),
  checkAfter: async () => ok(upToDate),
}

/** Takes everything and records nothing; what main refuses is tested with main. */
export const fakeOfficeActs: OfficeActs = {
  addAgency: async () => ok({ agencyId: '00000000-0000-4000-8000-00000000aaaa' }),
  changeAgency: async () => ok(undefined),
  changeSettings: async () => ok(undefined),
  startSeries: async () => ok(undefined),
  changeWording: async () => ok(undefined),
  voidNumbers: async () => ok(undefined),
}
