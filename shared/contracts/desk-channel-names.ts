import type { DeskChannels } from './desk-channels'

const names: { readonly [Name in keyof DeskChannels]: true } = {
  'vault:status': true,
  'vault:establish': true,
  'vault:signIn': true,
  'vault:recover': true,
  'vault:lock': true,
  'vault:touch': true,
  'vault:renewRecoverySheet': true,
  'session:current': true,
  'people:add': true,
  'people:changePassword': true,
  'people:setPassword': true,
  'ledger:append': true,
  'ledger:head': true,
  'clock:today': true,
  'clock:confirm': true,
  'draft:save': true,
  'draft:load': true,
  'draft:list': true,
  'draft:discard': true,
  'letter:save': true,
  'letter:print': true,
  'health:report': true,
  'import:read': true,
  'import:saveReport': true,
  'import:prepare': true,
  'import:list': true,
  'import:open': true,
  'import:discard': true,
  'import:sign': true,
  'import:write': true,
}

/** The allow-list of the desk's preload. Without zod, because a preload is read again for every page. */
export const deskChannelNames: ReadonlySet<string> = new Set(Object.keys(names))

/** What main tells the desk window without being asked. */
export const deskEvents = { lockedByTimer: 'vault:locked' } as const
export const deskEventNames: ReadonlySet<string> = new Set(Object.values(deskEvents))
