import type { Handlers } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { officeSubject, readSubject, subjectOf } from '#shared/ledger/subject'
import type { LetterDesk } from '../printing/letter-desk'
import { leastFreeBytes } from '../workstation/disk-space'
import type { Workstation } from '../workstation/workstation'

export interface HandlerParts {
  readonly workstation: Workstation
  readonly letters: LetterDesk
}

/** What the desk window may ask. Forget one, or answer in the wrong shape, and it does not compile. */
export function deskHandlers({ workstation, letters }: HandlerParts): Handlers<DeskChannels> {
  const { vault, clock, freeBytes } = workstation.options
  const appendAs = (subject: string, role: string) => (fact: { type: string; open: object; personal?: object }) =>
    workstation.append({ subject, role, facts: [fact as never] })

  return {
    'vault:status': async () => answer(vault.status()),
    'vault:establish': async input => workstation.establish(input),
    'vault:signIn': async input => workstation.signIn(input),
    'vault:recover': async input => workstation.recover(input),
    'vault:lock': async () => answer(workstation.lock()),
    'vault:touch': async () => answer(workstation.touch()),
    'vault:renewRecoverySheet': async () => {
      if (!workstation.session()?.posts.includes('administrator')) return refused('postNeeded')
      const made = vault.renewRecovery()
      return made.ok ? answer({ recoveryKey: made.value }) : made
    },
    'session:current': async () => answer(workstation.session()),

    'people:add': async ({ name, posts, password }) => {
      if (!workstation.session()?.posts.includes('administrator')) return refused('postNeeded')
      const held = workstation.ledger?.readOnly ?? workstation.holdBack()
      if (held) return { ok: false, problem: held }
      const added = await vault.addPerson(name, posts, password)
      if (!added.ok) return added
      const { personId } = added.value
      const noted = appendAs(subjectOf('person', personId), 'administrator')({
        type: 'person.added@1',
        open: { posts },
        personal: { name },
      })
      return noted.ok ? answer({ personId }) : noted
    },
    'people:setPassword': async ({ personId, password }) => {
      const me = workstation.session()
      const isMe = me?.personId === personId
      if (!isMe && !me?.posts.includes('administrator')) return refused('postNeeded')
      const set = await vault.setPassword(personId, password)
      if (!set.ok) return set
      const role = isMe ? (me?.posts[0] ?? 'clerk') : 'administrator'
      const by = isMe ? 'self' : 'administrator'
      return none(appendAs(subjectOf('person', personId), role)({ type: 'person.passwordSet@1', open: { by } }))
    },

    'ledger:append': async ({ subject, role, facts }) => {
      // People and the office have channels of their own, which keep the vault and the ledger together.
      if (readSubject(subject)?.kind !== 'request') return refused('subjectUnknown')
      return workstation.append({ subject, role, facts: facts as never })
    },
    'ledger:head': async () => answer(workstation.ledger!.head),

    'clock:today': async () => {
      const behind = clock.behind(workstation.ledger?.lastActAt ?? null)
      return behind ? { ok: false, problem: behind } : answer({ today: clock.today(), isRehearsal: clock.isRehearsal })
    },
    'clock:confirm': async ({ today }) => {
      const behind = clock.behind(workstation.ledger?.lastActAt ?? null)
      if (behind?.kind !== 'clockBehind') return answer(undefined)
      if (today < behind.lastActOn) return { ok: false, problem: behind }
      clock.confirm(today, workstation.ledger?.lastActAt ?? null)
      const role = workstation.session()?.posts[0] ?? 'clerk'
      const open = { today, machineSaid: behind.machineSays }
      return none(appendAs(officeSubject, role)({ type: 'clock.confirmed@1', open }))
    },

    'draft:save': async ({ name, content }) => vault.drafts.save(name, content as never),
    'draft:load': async ({ name }) => vault.drafts.load(name) as never,
    'draft:list': async () => answer([...vault.drafts.list()]),
    'draft:discard': async ({ name }) => vault.drafts.discard(name),

    'letter:save': async input => letters.save(input),
    'letter:print': async input => letters.print(input),

    'health:report': async () => {
      const readOnly = workstation.ledger?.readOnly
      return answer({
        freeBytes: freeBytes(),
        mayStartNewWork: freeBytes() >= leastFreeBytes,
        acts: workstation.ledger?.head.seq ?? 0,
        mirror: workstation.mirrorState,
        ...(readOnly ? { readOnly } : {}),
      })
    },
  }
}

const answer = <T>(value: T) => ({ ok: true, value }) as const
const refused = (kind: string) => ({ ok: false, problem: { kind: 'refused', why: { kind } } }) as const

const none = (result: Result<unknown, Problem>): { ok: true; value: undefined } | { ok: false; problem: Problem } =>
  result.ok ? answer(undefined) : result
