import type { Handlers } from '#shared/contracts/channel'
import type { updateChannels } from '#shared/contracts/update-channels'
import type { UpdateDesk } from '../updates/update-desk'

/** Updates are the administrator's; that the database is whole after one is looked at by whoever signs in first. */
export function updateHandlers(updates: UpdateDesk, posts: () => readonly string[]): Handlers<typeof updateChannels> {
  const asAdministrator = async <T>(work: () => T | Promise<T>): Promise<T | typeof notYours> =>
    posts().includes('administrator') ? work() : notYours
  return {
    'update:read': async () => ({ ok: true, value: updates.state() }),
    'update:choose': ({ isOffered }) => asAdministrator(() => updates.choose(isOffered)),
    'update:ask': () => asAdministrator(() => updates.ask()),
    'update:fetch': () => asAdministrator(() => updates.fetch()),
    'update:stopFetch': () => asAdministrator(async () => ({ ok: true, value: await updates.breakOff() }) as const),
    'update:drop': () => asAdministrator(() => ({ ok: true, value: updates.drop() }) as const),
    'update:checkBefore': ({ view }) => asAdministrator(() => updates.checkBefore(view)),
    'update:start': () => asAdministrator(() => updates.start()),
    'update:checkAfter': ({ view }) => updates.checkAfter(view),
  }
}

const notYours = {
  ok: false,
  problem: { kind: 'refused', why: { kind: 'postNeeded', posts: ['administrator'] } },
} as const
