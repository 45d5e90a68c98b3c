import type { ImportPlan, Intake, Outtake } from '#shared/application/intake/ports'
import type { Shell } from '#shared/contracts/channel'
import type { intakeChannels } from '#shared/contracts/intake-channels'
import { ok } from '#shared/kernel/result'

/** Main reads sources and keeps plans; the view has caught up before an import is said to be recorded. */
export function intakePort(shell: Shell<typeof intakeChannels>, catchUp: () => Promise<void>): Intake {
  return {
    choose: async what => {
      const chosen = await shell['intake:choose']({ what })
      if (!chosen.ok) return chosen
      return ok(chosen.value.outcome === 'opened' ? chosen.value.source : 'cancelled')
    },
    read: (sourceId, from) => shell['intake:read']({ sourceId, from }),
    close: sourceId => shell['intake:close']({ sourceId }),
    look: async (sourceId, wanted) => {
      const looked = await shell['intake:look']({ sourceId, wanted: [...wanted] })
      return looked.ok ? ok(looked.value.files) : looked
    },
    attach: async (sourceId, file) => {
      const attached = await shell['intake:attach']({ sourceId, ...file })
      if (!attached.ok) return attached
      await catchUp()
      return ok(attached.value.outcome)
    },
    begin: async ({ sourceId, plan, role }) => {
      // Plain data by construction; what is undefined does not survive the bridge and was never meant.
      const begun = await shell['intake:begin']({ sourceId, plan: JSON.parse(JSON.stringify(plan)) as never, role })
      if (begun.ok) await catchUp()
      return begun
    },
    unfinished: async () => {
      const listed = await shell['intake:unfinished']()
      if (!listed.ok) return listed
      return ok(listed.value.map(one => ({ ...one, plan: one.plan as unknown as ImportPlan }))) // sealed by this desk
    },
    reopen: batchId => shell['intake:reopen']({ batchId }),
    end: batchId => shell['intake:end']({ batchId }),
    undone: async undone => {
      const noted = await shell['intake:undone'](undone)
      if (noted.ok) await catchUp()
      return noted
    },
    saveReport: async (fileName, { title, columns, rows }) => {
      const sheet = { title, columns: [...columns], rows: rows.map(row => [...row]) }
      const answer = await shell['intake:saveReport']({ fileName, ...sheet })
      return answer.ok ? ok(answer.value.outcome) : answer
    },
  }
}

export const outtakePort = (shell: Shell<typeof intakeChannels>): Outtake => ({
  begin: async ({ columns, ...asked }) => {
    const begun = await shell['outtake:begin']({ ...asked, columns: [...columns] })
    return begun.ok ? ok(begun.value.exportId) : begun
  },
  add: (exportId, { rows, attachments }) =>
    shell['outtake:add']({ exportId, rows: [...rows], attachments: [...attachments] }),
  end: async (exportId, { keep, role }) => {
    const ended = await shell['outtake:end']({ exportId, keep, role })
    return ended.ok ? ok(ended.value.files) : ended
  },
})
