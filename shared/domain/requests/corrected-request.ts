import type { CivilDate } from '../calendar/civil-date'
import type { ClockFact } from '../clocks/due-date'
import { needsConfirmation } from './date-of-receipt'
import type {
  CorrectedField,
  CorrectedValues,
  Correction,
  DisclosureRequest,
  FactOf,
  RequestPersonalData,
  Stamp,
} from './request-state'

type Corrected = FactOf<'request.corrected@1'>
type Change = Partial<DisclosureRequest>

/** 更正: what the request says from now on. Whether it may be corrected so is asked before (correction-rules.ts). */
export function correctedBy(request: DisclosureRequest, { open, personal }: Corrected): Change {
  const { medium, route, applicantType, applicants, channel, receivedOn } = open
  const { personal: before, clockFacts } = request
  return {
    ...(medium && { medium }),
    ...(route && { route }),
    ...(applicantType && { applicantType }),
    ...(applicants && { applicants }),
    ...(receivedOn && { receivedOn, clockFacts: withReceipt(clockFacts, receivedOn) }),
    ...arrivalOf(request, open),
    ...(channel && cameBy(request, open)),
    ...(before && personal && { personal: personalAfter(before, open.channel, personal) }),
  }
}

/** For 办理经过: what was corrected, as it stood and as it stands. */
export function correctionOf(request: DisclosureRequest, { open, personal }: Corrected, by: Stamp): Correction {
  const { agent, ...rest } = personal ?? {}
  const said: CorrectedValues = { ...open, ...rest, ...(agent === undefined ? {} : { agent }) }
  const stood = standing(request)
  const changed = fields.filter(field =>
    field === 'receivedOn' && isLeftOpen(request.channel, open) ? true : isAnother(stood[field], said[field]),
  )
  return { changed, before: only(stood, changed), after: only(said, changed), reason: personal?.reason, by }
}

/** In the order in which they are told. */
const fields = [
  ...(['channel', 'arrivedOn', 'receivedOn', 'applicantType', 'applicant', 'otherApplicants', 'agent'] as const),
  ...(['description', 'medium', 'route'] as const),
] satisfies readonly CorrectedField[]

const standing = ({ personal, receivedOn, ...request }: DisclosureRequest): CorrectedValues => {
  const { channel, arrivedOn, applicantType, medium, route } = request
  return { channel, arrivedOn, applicantType, medium, route, ...personal, ...(receivedOn && { receivedOn }) }
}

/** Nobody is nobody, whether the form says so by an empty list, by null or not at all. */
const isAnother = (before: unknown, after: unknown): boolean =>
  after !== undefined && JSON.stringify(orNobody(before)) !== JSON.stringify(orNobody(after))

const orNobody = (value: unknown): unknown => (Array.isArray(value) && value.length === 0 ? null : (value ?? null))

const only = (values: CorrectedValues, names: readonly CorrectedField[]): CorrectedValues =>
  Object.fromEntries(names.flatMap(name => (values[name] === undefined ? [] : [[name, values[name]]])))

/** What was handed in or signed for lay before the office on the day of receipt; the rest has a day of arrival of its own. */
function arrivalOf(
  { channel: before, arrivedOn: stood, passings }: DisclosureRequest,
  { channel = before, receivedOn, arrivedOn }: Corrected['open'],
): Change {
  if (needsConfirmation(channel)) return arrivedOn ? { arrivedOn } : {}
  // Passed on, the day of receipt is the second agency's; it came in no later.
  return receivedOn && (passings.length === 0 || receivedOn < stood) ? { arrivedOn: receivedOn } : {}
}

/**
 * Another channel has another rule of receipt (art. 31). What was handed in or signed for was here on that day; what has
 * to be confirmed and is not is received by nobody yet, so no clock runs until both sides have confirmed it.
 */
function cameBy({ channel: before, status }: DisclosureRequest, { channel, receivedOn }: Corrected['open']): Change {
  if (!channel) return {}
  if (isLeftOpen(before, { channel, receivedOn }))
    return { channel, status: 'unconfirmed', receivedOn: undefined, clockFacts: [] }
  return {
    channel,
    ...(receivedOn && status === 'unconfirmed' ? { status: 'registered' } : {}),
  }
}

/** The new channel asks for a confirmation, the old one did not, and none is said to have been given. */
export const isLeftOpen = (
  before: DisclosureRequest['channel'],
  {
    channel,
    receivedOn,
  }: {
    readonly channel?: DisclosureRequest['channel'] | undefined
    readonly receivedOn?: CivilDate | undefined
  },
): boolean =>
  channel !== undefined && needsConfirmation(channel) && !needsConfirmation(before) && receivedOn === undefined

/** The day alone is mended: pauses and extensions stay what they were. One that had none begins there. */
const withReceipt = (facts: readonly ClockFact[], on: CivilDate): readonly ClockFact[] =>
  facts.length === 0
    ? [{ kind: 'received', on }]
    : facts.map(fact => (fact.kind === 'received' ? { ...fact, on } : fact))

function personalAfter(
  before: RequestPersonalData,
  channel: DisclosureRequest['channel'] | undefined,
  { applicant, description, agent, otherApplicants, arrival }: NonNullable<Corrected['personal']>,
): RequestPersonalData {
  const { agent: agentBefore, otherApplicants: othersBefore, arrival: arrivalBefore, oral, ...kept } = before
  const others = otherApplicants ?? othersBefore
  const now = {
    applicant,
    description,
    agent: agent === undefined ? agentBefore : agent,
    otherApplicants: others?.length === 0 ? undefined : others,
    // What proved the arrival by the wrong channel proves nothing of the right one; only at the counter is anything oral.
    arrival: channel ? arrival : arrivalBefore,
    oral: channel && channel !== 'inPerson' ? undefined : oral,
  }
  return { ...kept, ...given(now) }
}

/** Without what is not there: a property is missing, never undefined. */
const given = <T extends object>(parts: T) =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && part !== null)) as {
    readonly [K in keyof T]?: NonNullable<T[K]>
  }
