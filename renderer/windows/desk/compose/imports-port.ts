import type { Imports } from '#shared/application/import/import-desk'
import type { Shell } from '#shared/contracts/channel'
import type { importChannels } from '#shared/contracts/import-channels'
import { ok } from '#shared/kernel/result'

/** Main reads, seals and writes; the view has caught up before a written case is said to be there. */
export function importsPort(shell: Shell<typeof importChannels>, catchUp: () => Promise<void>): Imports {
  return {
    read: async () => {
      const answer = await shell['import:read']()
      if (!answer.ok) return answer
      return ok(answer.value.outcome === 'read' ? answer.value : 'cancelled')
    },
    saveReport: async (fileName, { title, columns, rows }) => {
      const sheet = { title, columns: [...columns], rows: rows.map(row => [...row]) }
      const answer = await shell['import:saveReport']({ fileName, ...sheet })
      return answer.ok ? ok(answer.value.outcome) : answer
    },
    prepare: batch => shell['import:prepare'](batch),
    list: () => shell['import:list'](),
    open: batchId => shell['import:open']({ batchId }),
    discard: batchId => shell['import:discard']({ batchId }),
    sign: async (batchId, digest) => {
      const signed = await shell['import:sign']({ batchId, digest })
      if (signed.ok) await catchUp()
      return signed
    },
    write: async (batchId, from) => {
      const written = await shell['import:write']({ batchId, from })
      if (written.ok) await catchUp()
      return written
    },
  }
}
