import type { Handlers } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { officeSubject, readSubject, subjectOf } from '#shared/ledger/subject'
import type { LetterDesk } from '../printing/letter-desk'
import { longestSilenceDays } from '../clock/office-clock'
import { leastFreeBytes } from '../workstation/disk-space'
import { settingsHandlers, type SettingsParts } from './settings-handlers'

export interface HandlerParts extends SettingsParts {
  readonly letters: LetterDesk
}

/** What the desk window may ask. Forget one, or answer in the wrong shape, and it does not compile. */
export function deskHandlers({ letters, ...parts }: HandlerParts): Handlers<DeskChannels> {
  const { workstation } = parts
  const { vault, clock, freeBytes, newId } = workstation.options

  return {
    'vault:status': async () => answer(vault.status()),
    'vault:establish': async input => workstation.establish(input),
    'vault:signIn': async input => workstation.signIn(input),
    'vault:recover': async input => workstation.recover(input),
    'vault:lock': async () => answer(workstation.lock()),
    'vault:touch': async () => answer(workstation.touch()),
    'vault:renewRecoverySheet': async () => {
      const act = { subject: officeSubject, role: 'administrator', facts: [{ type: 'recovery.renewed@1', open: {} }] }
      const refused = workstation.refusal(act)
      if (refused) return { ok: false, problem: refused }
      const made = vault.renewRecovery()
      if (!made.ok) return made
      const noted = workstation.append(act)
      return noted.ok ? answer({ recoveryKey: made.value }) : noted
    },
    'session:current': async () => answer(workstation.session()),

    // The authority speaks before the vault is touched: a refused act must not leave a password behind.
    'people:add': async ({ name, posts, password }) => {
      const adding = (personId: string) => ({
        subject: subjectOf('person', personId),
        role: 'administrator',
        facts: [{ type: 'person.added@1', open: { posts }, personal: { name } }],
      })
      const refused = workstation.refusal(adding(newId()))
      if (refused) return { ok: false, problem: refused }
      const added = await vault.addPerson(name, posts, password)
      if (!added.ok) return added
      const { personId } = added.value
      const noted = workstation.append(adding(personId))
      if (!noted.ok) vault.removePerson(personId)
      return noted.ok ? answer({ personId }) : noted
    },
    'people:setPassword': async ({ personId, password }) => {
      const isMe = workstation.session()?.personId === personId
      const role = isMe ? (workstation.session()?.posts[0] ?? 'clerk') : 'administrator'
      const by = isMe ? 'self' : 'administrator'
      const act = {
        subject: subjectOf('person', personId),
        role,
        facts: [{ type: 'person.passwordSet@1', open: { by } }],
      }
      const refused = workstation.refusal(act)
      if (refused) return { ok: false, problem: refused }
      const set = await vault.setPassword(personId, password)
      return set.ok ? none(workstation.append(act)) : set
    },

    'ledger:append': async ({ subject, role, facts }) => {
      // People and the office have channels of their own, which keep the vault and the ledger together.
      if (readSubject(subject)?.kind !== 'request') return refused('subjectUnknown')
      return workstation.append({ subject, role, facts: facts as never })
    },
    'ledger:head': async () => answer(workstation.ledger!.head),

    'clock:today': async () => {
      const doubt = workstation.clockDoubt()
      return doubt ? { ok: false, problem: doubt } : answer({ today: clock.today(), isRehearsal: clock.isRehearsal })
    },
    'clock:confirm': async ({ today }) => {
      const doubt = workstation.clockDoubt()
      if (!doubt) return answer(undefined)
      const posts = workstation.session()?.posts ?? []
      // Before the last act, or months after it, a slip of the finger would date letters wrongly: that needs an administrator.
      if (!isPlausible(today, doubt.lastActOn) && !posts.includes('administrator')) return refused('postNeeded')
      const takeBack = clock.confirm(today, workstation.ledger?.trustedAt ?? null)
      const open = { today, machineSaid: doubt.machineSays }
      const role = posts[0] ?? 'clerk'
      const noted = workstation.append({ subject: officeSubject, role, facts: [{ type: 'clock.confirmed@1', open }] })
      if (!noted.ok) takeBack()
      return none(noted)
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

    ...settingsHandlers(parts),
  }
}

const answer = <T>(value: T) => ({ ok: true, value }) as const
const refused = (kind: string) => ({ ok: false, problem: { kind: 'refused', why: { kind } } }) as const

const isPlausible = (today: string, lastActOn: string): boolean =>
  today >= lastActOn && Date.parse(today) - Date.parse(lastActOn) <= longestSilenceDays * 86_400_000

const none = (result: Result<unknown, Problem>): { ok: true; value: undefined } | { ok: false; problem: Problem } =>
  result.ok ? answer(undefined) : result
