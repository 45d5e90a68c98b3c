import type { Handlers } from '#shared/contracts/channel'
import type { putBackChannels } from '#shared/contracts/put-back-channels'
import type { PutBackDesk } from '../put-back/put-back-desk'

/** Each refuses where an office stands: before that there is nobody who could sign in. */
export const putBackHandlers = (desk: PutBackDesk): Handlers<typeof putBackChannels> => ({
  'putBack:read': async () => ({ ok: true, value: desk.state() }),
  'putBack:choose': async () => desk.choose(),
  'putBack:check': async opening => desk.check(opening),
  'putBack:start': async () => desk.start(),
  'putBack:cancel': async () => desk.cancel(),
})
