import type { PuttingBack } from '#shared/application/put-back/ports'
import type { Shell } from '#shared/contracts/channel'
import type { putBackChannels } from '#shared/contracts/put-back-channels'
import { ok } from '#shared/kernel/result'

export const putBackPort = (shell: Shell<typeof putBackChannels>): PuttingBack => ({
  read: () => shell['putBack:read'](),
  choose: async () => {
    const answer = await shell['putBack:choose']()
    return answer.ok ? ok(answer.value.outcome === 'done') : answer
  },
  check: opening => shell['putBack:check']({ ...opening }),
  start: () => shell['putBack:start'](),
  cancel: () => shell['putBack:cancel'](),
})
