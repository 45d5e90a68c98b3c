import type { Joining, Neighbours } from '#shared/application/neighbours/ports'
import type { Shell } from '#shared/contracts/channel'
import type { joiningChannels, neighbourChannels } from '#shared/contracts/neighbour-channels'
import type { Problem } from '#shared/contracts/problems'
import { ok, type Result } from '#shared/kernel/result'

export interface NeighboursPortParts {
  readonly shell: Shell<typeof neighbourChannels>
  /** What was written is in the view before it is said to be done. */
  readonly catchUp: () => Promise<void>
}

export function neighboursPort({ shell, catchUp }: NeighboursPortParts): Neighbours {
  const shown = async (asked: Promise<Result<void, Problem>>): Promise<Result<void, Problem>> => {
    const answer = await asked
    if (answer.ok) await catchUp()
    return answer
  }
  return {
    read: () => shell['neighbours:read'](),
    serve: at => shell['neighbours:serve']({ ...at }),
    endServing: () => shell['neighbours:endServing'](),
    invite: at => shell['neighbours:invite']({ ...at }),
    admit: (pairingId, password) => shown(shell['neighbours:admit']({ pairingId, password })),
    endInvitation: () => shell['neighbours:endInvitation'](),
    setPartner: address => shell['neighbours:setPartner']({ address }),
    exchange: () => shell['neighbours:exchange'](),
    revoke: chain => shown(shell['neighbours:revoke']({ chain })),
    readRequest: () => shell['neighbours:readRequest'](),
    writeAnswer: async (requestId, password) => {
      const answer = await shell['neighbours:writeAnswer']({ requestId, password })
      if (answer.ok) await catchUp()
      return answer.ok ? ok(answer.value?.print ?? null) : answer
    },
  }
}

export function joiningPort(shell: Shell<typeof joiningChannels>): Joining {
  const wasDone = (answer: Result<{ outcome: 'done' | 'cancelled' }, Problem>): Result<boolean, Problem> =>
    answer.ok ? ok(answer.value.outcome === 'done') : answer
  return {
    read: () => shell['joining:read'](),
    begin: form => shell['joining:begin']({ ...form }),
    confirm: () => shell['joining:confirm'](),
    cancel: () => shell['joining:cancel'](),
    writeRequest: async form => wasDone(await shell['joining:writeRequest']({ ...form })),
    readAnswer: async password => wasDone(await shell['joining:readAnswer']({ password })),
    acceptAnswer: () => shell['joining:acceptAnswer'](),
  }
}
