import type { DeskChannels } from '#shared/contracts/desk-channels'

/** Calls that answer before anybody has signed in. Everything else needs an open vault. */
export const openToAnyone: ReadonlySet<keyof DeskChannels> = new Set([
  'vault:status',
  'vault:establish',
  'vault:signIn',
  'vault:recover',
  'vault:lock',
  'vault:touch',
  'session:current',
  'clock:today',
  'health:report',
  'program:about',
  'program:copy',
  'program:switchTo',
  'joining:read',
  'joining:begin',
  'joining:confirm',
  'joining:cancel',
  'joining:writeRequest',
  'joining:readAnswer',
  'joining:acceptAnswer',
  'putBack:read',
  'putBack:choose',
  'putBack:check',
  'putBack:start',
  'putBack:cancel',
])
