import type { Handlers } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { officeSubject, readSubject, subjectOf } from '#shared/ledger/subject'
import type { ScanDesk } from '../scans/scan-desk'
import { cardService, type CardService } from '../card-reader/card-service'
import { isImportDraft } from '../registers/import-batches'
import type { RegisterFiles } from '../registers/register-files'
import { catalogueHandlers } from './catalogue-handlers'
import { exchangeHandlers } from './exchange-handlers'
import type { ExchangeDesk } from '../sync/live/exchange-desk'
import { isIntakeDraft, type IntakeDesk } from '../documents/intake-desk'
import type { OuttakeDesk } from '../documents/outtake/outtake-desk'
import { importHandlers } from './import-handlers'
import { intakeHandlers } from './intake-handlers'
import { mediaHandlers } from './media-handlers'
import { sendingHandlers } from './sending-handlers'
import { neighbourHandlers, type NeighbourHandlerParts } from './neighbour-handlers'
import { putBackHandlers } from './put-back-handlers'
import type { PutBackDesk } from '../put-back/put-back-desk'
import type { MediaDesk } from '../media/media-desk'
import type { LetterDesk } from '../printing/letter-desk'
import { longestSilenceDays } from '../clock/office-clock'
import type { RegisterDesk } from '../registers/register-desk'
import { passwordSet, setPassword } from '../workstation/set-password'
import { leastFreeBytes } from '../workstation/disk-space'
import { isMainsOwn } from '../workstation/own-drafts'
import { kioskCareHandlers, noKiosk, type KioskCare } from './kiosk-care-handlers'
import { registerHandlers } from './register-handlers'
import { bookletHandlers } from './booklet-handlers'
import { settingsHandlers, type SettingsParts } from './settings-handlers'
import { updateHandlers } from './update-handlers'
import type { UpdateDesk } from '../updates/update-desk'

export interface HandlerParts extends SettingsParts, Pick<NeighbourHandlerParts, 'neighbours' | 'joining'> {
  readonly letters: LetterDesk
  readonly registers: RegisterDesk
  readonly oldRegisters: RegisterFiles
  readonly scans: ScanDesk
  readonly intake: IntakeDesk
  readonly outtake: OuttakeDesk
  readonly media: MediaDesk
  readonly exchange: ExchangeDesk
  readonly updates: UpdateDesk
  readonly puttingBack: PutBackDesk
  readonly cards?: CardService
  readonly kiosk?: KioskCare
  /** The office is locked: what is half done holds what nobody may see now. */
  readonly drop: () => void
}

/** What the desk window may ask. Forget one, or answer in the wrong shape, and it does not compile. */
export function deskHandlers({
  letters,
  registers,
  oldRegisters,
  scans,
  intake,
  outtake,
  media,
  exchange,
  updates,
  puttingBack,
  cards = cardService(() => undefined),
  kiosk = noKiosk,
  ...parts
}: HandlerParts): Handlers<DeskChannels> {
  const { workstation } = parts
  const { vault, clock, freeBytes, newId } = workstation.options

  return {
    'vault:status': async () => answer(vault.status()),
    'vault:establish': async input => workstation.establish(input),
    'vault:signIn': async input => workstation.signIn(input),
    'vault:recover': async input => workstation.recover(input),
    'vault:lock': async () => {
      parts.drop()
      return answer(workstation.lock())
    },
    'vault:touch': async () => answer(workstation.touch()),
    'vault:renewRecoverySheet': async () => {
      const refused = workstation.refusal(recoveryRenewed)
      if (refused) return { ok: false, problem: refused }
      const made = vault.renewRecovery()
      return made.ok ? answer({ recoveryKey: made.value }) : made
    },
    'vault:keepRecoverySheet': async () => {
      return workstation.changeVault(recoveryRenewed, announce => vault.settleRecovery(announce))
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
      return workstation.changeVault(act, announce => vault.changePassword(current, password, announce))
    },
    'people:setPassword': async asked => setPassword(workstation, asked),

    'ledger:append': async ({ subject, role, facts }) => {
      // People and the office have channels of their own, which keep the vault and the ledger together.
      const about = readSubject(subject)?.kind
      if (about !== 'request' && about !== 'visit' && about !== 'enquiry') return refused('subjectUnknown')
      // Only after its bytes are on the medium is a scan recorded: `scan:finish` does both.
      if (facts.some(({ type }) => type.startsWith('scan.added@'))) return refused('scanNotKept')
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

    // What main keeps for itself (a founding half done, a sealed import) no window reads, changes or takes away.
    'draft:save': async ({ name, content }) => (isClosed(name) ? notYours : vault.drafts.save(name, content as never)),
    'draft:load': async ({ name }) => (isClosed(name) ? notYours : (vault.drafts.load(name) as never)),
    'draft:list': async () => answer(vault.drafts.list().filter(({ name }) => !isClosed(name))),
    'draft:discard': async ({ name }) => (isClosed(name) ? notYours : vault.drafts.discard(name)),

    'letter:save': async input => letters.save(input),
    'letter:print': async input => letters.print(input),

    'scan:pick': async () => answer([...(await scans.pick())]),
    'scan:watched': async () => answer(scans.watched()),
    'scan:begin': async input => scans.begin(input),
    'scan:part': async ({ uploadId, bytes }) => scans.part(uploadId, bytes),
    'scan:finish': async ({ uploadId }) => scans.finish(uploadId),
    'scan:cancel': async ({ uploadId }) => answer(scans.cancel(uploadId)),
    'card:isSetUp': async () => answer(cards.isSetUp()),
    'card:read': async () => answer(await cards.read()),

    'health:report': async () => {
      await workstation.lookAtMirror()
      const clockCorrected = clock.correction()
      const readOnly = workstation.ledger?.readOnly
      return answer({
        freeBytes: freeBytes(),
        mayStartNewWork: freeBytes() >= leastFreeBytes,
        acts: workstation.ledger?.actCount ?? 0,
        mirror: workstation.mirrorState,
        ...workstation.mirrorFaults,
        ...(clockCorrected ? { clockCorrected } : {}),
        ...(readOnly ? { readOnly } : {}),
      })
    },

    ...settingsHandlers(parts),
    ...catalogueHandlers(workstation),
    ...kioskCareHandlers(kiosk, () => workstation.session()?.posts ?? []),
    ...importHandlers(workstation, oldRegisters),
    ...bookletHandlers({ workstation, letters }),
    ...intakeHandlers({ intake, outtake, reports: oldRegisters }),
    ...mediaHandlers({ workstation, media }),
    ...neighbourHandlers(parts),
    ...putBackHandlers(puttingBack),
    ...exchangeHandlers({ workstation, exchange }),
    ...sendingHandlers({ workstation, intake }),
    ...registerHandlers({ workstation, registers, letters }),
    ...updateHandlers(updates, () => workstation.session()?.posts ?? []),
  }
}

const answer = <T>(value: T) => ({ ok: true, value }) as const
const recoveryRenewed = {
  subject: officeSubject,
  role: 'administrator',
  facts: [{ type: 'recovery.renewed@1', open: {} }],
}

const isClosed = (name: string): boolean => isMainsOwn(name) || isImportDraft(name) || isIntakeDraft(name)

const notYours = { ok: false, problem: { kind: 'badInput', detail: 'draftName' } } as const
const refused = (kind: string) => ({ ok: false, problem: { kind: 'refused', why: { kind } } }) as const

const isPlausible = (today: string, lastActOn: string): boolean =>
  today >= lastActOn && Date.parse(today) - Date.parse(lastActOn) <= longestSilenceDays * 86_400_000

const none = (result: Result<unknown, Problem>): { ok: true; value: undefined } | { ok: false; problem: Problem } =>
  result.ok ? answer(undefined) : result
