import type { DeskChannels } from './desk-channels'

const names: { readonly [Name in keyof DeskChannels]: true } = {
  'vault:status': true,
  'vault:establish': true,
  'vault:signIn': true,
  'vault:recover': true,
  'vault:lock': true,
  'vault:touch': true,
  'vault:renewRecoverySheet': true,
  'vault:keepRecoverySheet': true,
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
  'register:save': true,
  'scan:pick': true,
  'scan:watched': true,
  'scan:begin': true,
  'scan:part': true,
  'scan:finish': true,
  'scan:cancel': true,
  'card:isSetUp': true,
  'card:read': true,
  'health:report': true,
  'agency:add': true,
  'agency:change': true,
  'office:changeSettings': true,
  'numbers:void': true,
  'people:setPosts': true,
  'machine:read': true,
  'machine:chooseFolder': true,
  'machine:forgetFolder': true,
  'machine:printers': true,
  'machine:setPrinter': true,
  'fonts:find': true,
  'fonts:choose': true,
  'fonts:reset': true,
  'program:about': true,
  'program:switchTo': true,
}

/** The allow-list of the desk's preload. Without zod, because a preload is read again for every page. */
export const deskChannelNames: ReadonlySet<string> = new Set(Object.keys(names))

/** What main tells the desk window without being asked. */
export const deskEvents = { lockedByTimer: 'vault:locked' } as const
export const deskEventNames: ReadonlySet<string> = new Set(Object.values(deskEvents))
