import type { Handlers } from '#shared/contracts/channel'
import type { Problem } from '#shared/contracts/problems'
import type { settingsChannels } from '#shared/contracts/settings-channels'
import type { Result } from '#shared/kernel/result'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import type { MachineDesk } from '../workstation/machine-desk'
import type { Workstation } from '../workstation/workstation'

export interface SettingsParts {
  readonly workstation: Workstation
  readonly machine: MachineDesk
  readonly program: {
    readonly isTraining: boolean
    /** Onto the clipboard of the system. */
    readonly copy: (text: string) => void | Promise<void>
    /** Deletes the databases of the window. */
    readonly dropView: () => Promise<void>
    /** Ends this program and starts it on the other store. */
    switchTo(store: 'office' | 'training'): void
  }
}

type Fact = { readonly type: string; readonly open: { readonly [name: string]: unknown } }

/** What the settings desk may ask. Facts go through the authority; the machine's own settings need an administrator. */
export function settingsHandlers({ workstation, machine, program }: SettingsParts): Handlers<typeof settingsChannels> {
  const posts = () => workstation.session()?.posts ?? []
  const asAdministrator = <T>(work: () => T): T | { ok: false; problem: Problem } =>
    posts().includes('administrator') ? work() : refused
  const append = (role: string, ...facts: readonly Fact[]) =>
    none(workstation.append({ subject: officeSubject, role, facts: facts as never }))

  const roleForNumbers = () => keepersOfNumbers.find(post => posts().includes(post)) ?? 'clerk'

  return {
    'agency:add': async agency => {
      const agencyId = workstation.options.newId()
      const added = append('administrator', { type: 'agency.added@1', open: given({ agencyId, ...agency }) })
      return added.ok ? answer({ agencyId }) : added
    },
    'agency:change': async ({ agencyId, agency, reason }) =>
      append('administrator', { type: 'agency.changed@1', open: given({ agencyId, ...agency, reason }) }),
    'office:changeSettings': async changed => {
      const done = append('administrator', { type: 'office.settingsChanged@1', open: given(changed) })
      if (done.ok) workstation.renewAutoLock()
      return done
    },
    'numbers:start': async open => append(roleForNumbers(), { type: 'series.started@1', open }),
    'numbers:void': async ({ series, numbers, reason }) =>
      append(
        roleForNumbers(),
        ...numbers.map(number => ({ type: 'number.voided@1', open: { series, number, reason } })),
      ),
    'wording:change': async ({ changes }) => {
      const role = wordingPosts.find(post => posts().includes(post)) ?? 'clerk'
      return append(role, ...changes.map(change => ({ type: 'wording.changed@1', open: given(change) })))
    },
    'people:setPosts': async ({ personId, posts: next }) => setPosts(workstation, personId, next),

    'machine:read': async () => answer(machine.read()),
    'machine:chooseFolder': async ({ which }) => asAdministrator(() => machine.chooseFolder(which)),
    'machine:forgetFolder': async ({ which }) => asAdministrator(() => machine.forgetFolder(which)),
    'machine:printers': async () => answer(await machine.printers()),
    'machine:setCardReader': async ({ address }) => asAdministrator(() => machine.setCardReader(address)),
    'machine:setPrinter': async ({ name }) => asAdministrator(() => machine.setPrinter(name)),
    'fonts:find': async () => answer(machine.findFonts()),
    'fonts:choose': async ({ face, found }) => asAdministrator(() => machine.chooseFont(face, found)),
    'fonts:reset': async ({ face }) => asAdministrator(() => machine.resetFont(face)),

    'program:copy': async ({ text }) => answer(await program.copy(text)),
    'program:dropView': async () => answer(await program.dropView()),
    'program:about': async () => answer({ isTraining: program.isTraining }),
    'program:switchTo': async ({ store }) => answer(program.switchTo(store)),
  }
}

const keepersOfNumbers = ['reviewer', 'head', 'administrator'] as const
/** What is undefined was not given, and does not stand in the fact. */
const given = (asked: object): Fact['open'] => JSON.parse(JSON.stringify(asked)) as Fact['open']

const wordingPosts = ['administrator', 'head'] as const

/** The act first: a wrap that outlives it opens nothing, because whoever has no posts is refused at the door. */
function setPosts(
  workstation: Workstation,
  personId: string,
  posts: readonly ('clerk' | 'reviewer' | 'head' | 'administrator')[],
): { ok: true; value: undefined } | { ok: false; problem: Problem } {
  const { vault } = workstation.options
  const noted = workstation.append({
    subject: subjectOf('person', personId),
    role: 'administrator',
    facts: [{ type: 'person.postsChanged@1', open: { posts: [...posts] } }],
  })
  if (!noted.ok) return noted
  return none(posts.length === 0 ? vault.removePerson(personId) : vault.setPosts(personId, [...posts]))
}

const answer = <T>(value: T) => ({ ok: true, value }) as const
const refused = {
  ok: false,
  problem: { kind: 'refused', why: { kind: 'postNeeded', posts: ['administrator'] } },
} as const

const none = (result: Result<unknown, Problem>): { ok: true; value: undefined } | { ok: false; problem: Problem } =>
  result.ok ? answer(undefined) : result
