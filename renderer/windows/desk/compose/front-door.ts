import type { FrontDoor } from '#shared/application/front-door'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels, Witness } from '#shared/contracts/desk-channels'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { ok, type Result } from '#shared/kernel/result'
import type { Problem } from '#shared/contracts/problems'
import type { PaperWorkshop } from '../papers/papers'

export interface FrontDoorParts {
  readonly shell: Shell<DeskChannels>
  readonly papers: Pick<PaperWorkshop, 'make' | 'printBytes' | 'saveBytes'>
  readonly readWitnesses: () => Promise<readonly Witness[]>
}

/** Wires the door to main's vault; the witnesses of the view go with every sign-in. */
export function frontDoor({ shell, papers, readWitnesses }: FrontDoorParts): FrontDoor {
  return {
    status: () => shell['vault:status'](),
    establish: form => shell['vault:establish'](form),
    signIn: async (personId, password) =>
      shell['vault:signIn']({ personId, password, witness: [...(await readWitnesses())] }),
    recover: async input => shell['vault:recover']({ ...input, witness: [...(await readWitnesses())] }),
    lock: async () => void (await shell['vault:lock']()),
    renewRecoverySheet: () => shell['vault:renewRecoverySheet'](),
    keepRecoverySheet: () => shell['vault:keepRecoverySheet'](),
    addPerson: person => shell['people:add'](person),
    changePassword: (current, password) => shell['people:changePassword']({ current, password }),
    setPassword: (personId, password) => shell['people:setPassword']({ personId, password }),
    setPosts: (personId, posts) => shell['people:setPosts']({ personId, posts: [...posts] }),
    recoverySheet: async ({
      recoveryKey,
      officeName,
      workstation,
      how,
    }): Promise<Result<'done' | 'cancelled', Problem>> => {
      const clock = await shell['clock:today']()
      if (!clock.ok) return clock
      const madeOn = clock.value.today as CivilDate
      const made = await papers.make({
        letter: 'recovery',
        officeName,
        workstation,
        madeOn,
        keyGroups: recoveryKey.split('-'),
      })
      if (!made.ok) return { ok: false, problem: { kind: 'failed', reference: `recovery-sheet/${made.problem.kind}` } }
      const { bytes } = made.value
      const out =
        how === 'printed'
          ? await papers.printBytes('恢复表', bytes)
          : await papers.saveBytes('recovery-sheet.pdf', bytes)
      if (!out.ok) return out
      return ok(out.value === 'cancelled' ? 'cancelled' : 'done')
    },
  }
}
