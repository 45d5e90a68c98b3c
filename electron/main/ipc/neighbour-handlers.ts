import type { Handlers } from '#shared/contracts/channel'
import type { joiningChannels, neighbourChannels } from '#shared/contracts/neighbour-channels'
import type { Problem } from '#shared/contracts/problems'
import type { JoinDesk } from '../neighbours/joining/join-desk'
import type { NeighbourDesk } from '../neighbours/neighbour-desk'
import type { Workstation } from '../workstation/workstation'

export interface NeighbourHandlerParts {
  readonly workstation: Pick<Workstation, 'session'>
  readonly neighbours: NeighbourDesk
  readonly joining: JoinDesk
}

/** Everybody at a desk may look and exchange; who is let in, and what this machine's line is, are the administrator's. */
export function neighbourHandlers({
  workstation,
  neighbours,
  joining,
}: NeighbourHandlerParts): Handlers<typeof neighbourChannels & typeof joiningChannels> {
  const asAdministrator = <T>(work: () => T): T | { ok: false; problem: Problem } =>
    workstation.session()?.posts.includes('administrator') ? work() : refused
  return {
    'neighbours:read': async () => neighbours.state(),
    'neighbours:exchange': async () => neighbours.exchange(),
    'neighbours:serve': async at => asAdministrator(() => neighbours.serve(at)),
    'neighbours:endServing': async () => asAdministrator(() => neighbours.endServing()),
    'neighbours:invite': async at => asAdministrator(() => neighbours.invite(at)),
    'neighbours:admit': async asked => asAdministrator(() => neighbours.admit(asked)),
    'neighbours:endInvitation': async () => asAdministrator(() => neighbours.endInvitation()),
    'neighbours:setPartner': async asked => asAdministrator(() => neighbours.setPartner(asked)),
    'neighbours:revoke': async asked => asAdministrator(() => neighbours.revoke(asked)),
    'neighbours:readRequest': async () => asAdministrator(() => neighbours.readRequest()),
    'neighbours:writeAnswer': async asked => asAdministrator(() => neighbours.writeAnswer(asked)),

    // Each refuses where an office stands: before that there is nobody who could sign in.
    'joining:read': async () => ({ ok: true, value: joining.state() }),
    'joining:begin': async asked => joining.begin(asked),
    'joining:confirm': async () => joining.confirm(),
    'joining:cancel': async () => joining.cancel(),
    'joining:writeRequest': async asked => joining.writeRequest(asked),
    'joining:readAnswer': async asked => joining.readAnswer(asked),
    'joining:acceptAnswer': async () => joining.acceptAnswer(),
  }
}

const refused = {
  ok: false,
  problem: { kind: 'refused', why: { kind: 'postNeeded', posts: ['administrator'] } },
} as const
