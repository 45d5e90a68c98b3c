import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkPlainText } from '../../domain/identity/applicant-rules'
import { evidenceOf, needsConfirmation } from '../../domain/requests/date-of-receipt'
import type { ArrivalEvidence, OralRequest, RequestFact } from '../../domain/requests/request-facts'
import type { RegistrationFieldProblem, Taken } from './problem-basket'
import { isAtCounter, type RegistrationField, type RegistrationForm } from './registration-form'

export const maxNoteCharacters = 500
const maxTrackingCharacters = 60
const maxWhoCharacters = 100
const maxFromCharacters = 200

type Confirmation = Extract<RequestFact, { type: 'receipt.confirmed@1' }>

export interface CheckedArrival {
  readonly receivedOn?: CivilDate
  readonly arrivedOn?: CivilDate
  readonly arrival?: ArrivalEvidence
  readonly oral?: OralRequest
  /** Both sides confirmed it before it was registered: written with the registration, as one act. */
  readonly confirmation?: Confirmation
}

/** The day by the rule of the channel (art. 31), and what proves it. */
export function checkArrival(form: RegistrationForm, today: CivilDate, taken: Taken): CheckedArrival {
  const arrival = checkEvidence(form, taken)
  const oral = isAtCounter(form) && form.isOral ? { oral: checkOral(form, taken) } : {}
  const proof = { ...(Object.keys(arrival).length > 0 ? { arrival } : {}), ...oral }
  if (!needsConfirmation(form.channel)) {
    checkDay('receivedOn', form.receivedOn, { today, taken })
    return { ...(form.receivedOn === '' ? {} : { receivedOn: form.receivedOn }), ...proof }
  }
  checkDay('arrivedOn', form.arrivedOn, { today, taken })
  return {
    ...(form.arrivedOn === '' ? {} : { arrivedOn: form.arrivedOn }),
    ...proof,
    ...(form.isConfirmed ? { confirmation: checkConfirmation(form, today, taken) } : {}),
  }
}

/** The day on which the clock starts as the form stands; undefined while it stays open. */
export function startOf(form: RegistrationForm): CivilDate | undefined {
  if (!needsConfirmation(form.channel)) return form.receivedOn || undefined
  return form.isConfirmed ? confirmedOnOf(form) || undefined : undefined
}

/** The system of a web form answered the moment it was sent (reference 13): its day is the day it came. */
const confirmedOnOf = ({ channel, confirmedWay, arrivedOn, confirmedOn }: RegistrationForm): CivilDate | '' =>
  channel === 'web' && confirmedWay === 'automatic' ? arrivedOn : confirmedOn

const longest = { trackingNo: maxTrackingCharacters, signedBy: maxWhoCharacters, from: maxFromCharacters } as const

/** What its date rests on must be there; the rest where it was typed. */
export function checkEvidence(
  form: Pick<RegistrationForm, 'channel' | keyof ArrivalEvidence>,
  taken: Taken,
): ArrivalEvidence {
  const asked = Object.entries(evidenceOf[form.channel]) as [keyof ArrivalEvidence, 'must' | 'may'][]
  return Object.fromEntries(
    asked
      .filter(([field, need]) => need === 'must' || form[field].trim() !== '')
      .map(([field]) => [field, taken.take(field, checkPlainText(form[field], longest[field], false), '')]),
  )
}

function checkConfirmation(form: RegistrationForm, today: CivilDate, taken: Taken): Confirmation {
  const { arrivedOn, confirmedNote } = form
  const confirmedOn = confirmedOnOf(form)
  if (form.confirmedWay !== 'automatic' || form.channel !== 'web') {
    checkDay('confirmedOn', confirmedOn, { today, taken })
    if (arrivedOn !== '' && confirmedOn !== '' && confirmedOn < arrivedOn)
      taken.refuse('confirmedOn', { kind: 'confirmedBeforeArrival', arrivedOn })
  }
  const note = taken.take('confirmedNote', checkPlainText(confirmedNote, maxNoteCharacters, true), '')
  // A day that is missing was refused above, and the form with it.
  const open = { confirmedOn: confirmedOn as CivilDate, way: form.confirmedWay }
  return { type: 'receipt.confirmed@1', open, personal: { note } }
}

/** F01: why it could not be written, who wrote it, and that the applicant heard it read and confirmed it. */
function checkOral(form: RegistrationForm, taken: Taken): OralRequest {
  const { oralReason, oralScribe, oralConfirmedBy, oralWitness } = form
  if (oralConfirmedBy === '') taken.refuse('oralConfirmedBy', { kind: 'notReadBack' })
  const who = (field: 'oralScribe' | 'oralWitness', typed: string): string =>
    taken.take(field, checkPlainText(typed, maxWhoCharacters, false), '')
  return {
    reason: taken.take('oralReason', checkPlainText(oralReason, maxNoteCharacters, true), ''),
    scribe: who('oralScribe', oralScribe),
    confirmedBy: oralConfirmedBy || 'signature',
    ...(oralWitness.trim() === '' ? {} : { witness: who('oralWitness', oralWitness) }),
  }
}

interface DayRules {
  readonly today: CivilDate
  readonly taken: Taken
}

function checkDay(field: RegistrationField, on: CivilDate | '', { today, taken }: DayRules): void {
  const problem: RegistrationFieldProblem | null =
    on === '' ? { kind: 'dateMissing' } : on > today ? { kind: 'receivedInFuture', today } : null
  if (problem) taken.refuse(field, problem)
}
