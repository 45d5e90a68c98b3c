import type { Handlers } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { officeSubject, readSubject, subjectOf } from '#shared/ledger/subject'
import { isImportDraft } from '../registers/import-batches'
import type { RegisterFiles } from '../registers/register-files'
import { importHandlers } from './import-handlers'
import type { LetterDesk } from '../printing/letter-desk'
import { longestSilenceDays } from '../clock/office-clock'
import { leastFreeBytes } from '../workstation/disk-space'
import type { Workstation } from '../workstation/workstation'

export interface HandlerParts {
  readonly workstation: Workstation
  readonly letters: LetterDesk
  readonly registers: RegisterFiles
}

/** What the desk window may ask. Forget one, or answer in the wrong shape, and it does not compile. */
export function deskHandlers({ workstation, letters, registers }: HandlerParts): Handlers<DeskChannels> {
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
    'people:changePassword': async ({ current, password }) => {
      const me = workstation.session()
      if (!me) return { ok: false, problem: { kind: 'locked' } }
      const act = passwordSet(me.personId, me.posts[0] ?? 'clerk', 'self')
      const refused = workstation.refusal(act)
      if (refused) return { ok: false, problem: refused }
      const changed = await vault.changePassword(current, password)
      return changed.ok ? none(workstation.append(act)) : changed
    },
    'people:setPassword': async ({ personId, password }) => {
      const act = passwordSet(personId, 'administrator', 'administrator')
      const refused = workstation.refusal(act)
      if (refused) return { ok: false, problem: refused }
      const set = await vault.setPassword(personId, password)
      return set.ok ? none(workstation.append(act)) : set
    },

    'ledger:append': async ({ subject, role, facts }) => {
      // People and the office have channels of their own, which keep the vault and the ledger together.
      if (readSubject(subject)?.kind !== 'request') return refused('subjectUnknown')
      // Cases of an old register are written from the sealed batch that was signed, never from a window.
      if (facts.some(({ type }) => type === 'request.carriedIn@1')) return refused('importNotSigned')
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

    // A sealed import is main's: a window neither changes it nor takes it away but through its own channels.
    'draft:save': async ({ name, content }) =>
      isImportDraft(name) ? refused('importChanged') : vault.drafts.save(name, content as never),
    'draft:load': async ({ name }) => (isImportDraft(name) ? answer(null) : (vault.drafts.load(name) as never)),
    'draft:list': async () => answer(vault.drafts.list().filter(({ name }) => !isImportDraft(name))),
    'draft:discard': async ({ name }) => (isImportDraft(name) ? refused('importChanged') : vault.drafts.discard(name)),
    ...importHandlers(workstation, registers),

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

const passwordSet = (personId: string, role: string, by: 'self' | 'administrator') => ({
  subject: subjectOf('person', personId),
  role,
  facts: [{ type: 'person.passwordSet@1', open: { by } }],
})

const answer = <T>(value: T) => ({ ok: true, value }) as const
const refused = (kind: string) => ({ ok: false, problem: { kind: 'refused', why: { kind } } }) as const

const isPlausible = (today: string, lastActOn: string): boolean =>
  today >= lastActOn && Date.parse(today) - Date.parse(lastActOn) <= longestSilenceDays * 86_400_000

const none = (result: Result<unknown, Problem>): { ok: true; value: undefined } | { ok: false; problem: Problem } =>
  result.ok ? answer(undefined) : result
