import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkPlainText, type TextProblem } from '../../domain/identity/applicant-rules'
import type { Channel, ConfirmationWay, ContactWay, RequestFact } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'

/** An attempt to reach the applicant, or the confirmation itself, as typed. */
export interface ContactDraft {
  readonly on: CivilDate | ''
  readonly way: ConfirmationWay
  readonly isReached: boolean
  readonly note: string
}

export type ContactProblem =
  | TextProblem
  | { readonly kind: 'dateMissing' }
  | { readonly kind: 'receivedInFuture'; readonly today: CivilDate }
  | { readonly kind: 'confirmedBeforeArrival'; readonly arrivedOn: CivilDate }

export type ContactProblems = Partial<Record<'on' | 'note', ContactProblem>>

type Tried = Extract<RequestFact, { type: 'receipt.contactTried@1' }>
type Confirmed = Extract<RequestFact, { type: 'receipt.confirmed@1' }>

const maxNoteCharacters = 500

export const contactWays: readonly ContactWay[] = ['phone', 'message', 'email', 'inPerson']

/** Only a web form acknowledges by itself (reference 13). */
export const confirmationWays = (channel: Channel): readonly ConfirmationWay[] =>
  channel === 'web' ? ['automatic', ...contactWays] : contactWays

export const emptyContact = ({ channel }: Pick<DisclosureRequest, 'channel'>, today: CivilDate): ContactDraft => ({
  on: today,
  way: channel === 'web' ? 'automatic' : 'phone',
  isReached: false,
  note: '',
})

/** The system answered when the form came: another day is not asked for. */
export const confirmedDay = (
  { on, way }: ContactDraft,
  { arrivedOn }: Pick<DisclosureRequest, 'arrivedOn'>,
): CivilDate | '' => (way === 'automatic' ? arrivedOn : on)

interface About {
  readonly request: Pick<DisclosureRequest, 'arrivedOn'>
  readonly today: CivilDate
}

/** 联系记录: one attempt. A way that only a machine has is written as the telephone. */
export function checkAttempt(
  draft: ContactDraft,
  about: About,
): { readonly problems: ContactProblems; readonly fact: Tried | null } {
  const { problems, note } = read(draft, draft.on, about)
  if (note === null || draft.on === '') return { problems, fact: null }
  const way = draft.way === 'automatic' ? 'phone' : draft.way
  const open = { triedOn: draft.on, way, isReached: draft.isReached }
  return { problems, fact: { type: 'receipt.contactTried@1', open, personal: { note } } }
}

/** 确认收到: from this day the clock runs (art. 31). */
export function checkConfirmation(
  draft: ContactDraft,
  about: About,
): { readonly problems: ContactProblems; readonly fact: Confirmed | null } {
  const confirmedOn = confirmedDay(draft, about.request)
  const { problems, note } = read(draft, confirmedOn, about)
  if (note === null || confirmedOn === '') return { problems, fact: null }
  const open = { confirmedOn, way: draft.way }
  return { problems, fact: { type: 'receipt.confirmed@1', open, personal: { note } } }
}

/** `note` is null where something is wrong. */
function read(
  draft: ContactDraft,
  on: CivilDate | '',
  about: About,
): { readonly problems: ContactProblems; readonly note: string | null } {
  const note = checkPlainText(draft.note, maxNoteCharacters, true)
  const day = dayProblem(on, about)
  if (note.ok && !day) return { problems: {}, note: note.value }
  return { problems: { ...(note.ok ? {} : { note: note.problem }), ...(day ? { on: day } : {}) }, note: null }
}

function dayProblem(on: CivilDate | '', { request: { arrivedOn }, today }: About): ContactProblem | undefined {
  if (on === '') return { kind: 'dateMissing' }
  if (on > today) return { kind: 'receivedInFuture', today }
  return on < arrivedOn ? { kind: 'confirmedBeforeArrival', arrivedOn } : undefined
}
