import { civilDateAt } from '../calendar/civil-date'
import { inLedgerOrder, type RecordedAct } from '../recorded-act'
import { carriedIn, nothingDoneYet } from './carried-in'
import { correctedBy, correctionOf } from './corrected-request'
import { passedOn, receivedAnew } from './passed-on'
import type {
  Conflict,
  DisclosureRequest,
  Draft,
  FactOf,
  RequestFactType,
  RequestStatus,
  Stamp,
  StoredRequestFact,
} from './request-state'
import { correctedMeanwhile, unseenFields } from './seen-values'
import { standingScan } from './standing-scans'
import {
  isKnownFact,
  personProblem,
  questionOf,
  transitionProblem,
  type RegisteringType,
  type RequestActProblem,
} from './request-transitions'

type Act = RecordedAct<StoredRequestFact>

/**
 * The request that a set of acts makes: the same for every order in which they arrived.
 * An act with one inadmissible fact changes nothing and is kept among `conflicts`; fact types of a newer version are
 * named in `notUnderstood`. Undefined while the set holds no registration.
 */
export function foldRequest(acts: Iterable<Act>): DisclosureRequest | undefined {
  let request: DisclosureRequest | undefined
  const conflicts: Conflict[] = []
  const notUnderstood: string[] = []
  for (const act of inLedgerOrder(acts)) {
    const known = act.facts.filter(isKnownFact)
    notUnderstood.push(...act.facts.filter(fact => !isKnownFact(fact)).map(fact => (fact as { type: string }).type))
    const after = applyAct(request, { ...act, facts: known })
    if ('problem' in after) conflicts.push(conflictOf(request, act, after.problem))
    else request = after.request
  }
  return request && { ...request, conflicts, notUnderstood }
}

type Applied =
  | { readonly request: DisclosureRequest | undefined }
  | { readonly problem: RequestActProblem; readonly failed: StoredRequestFact }

/** All facts of the act or none. `check` may refuse more than the state machine and the post do. */
export function applyAct(
  request: DisclosureRequest | undefined,
  act: Act,
  check: (before: DisclosureRequest | undefined, fact: StoredRequestFact) => RequestActProblem | undefined = () =>
    undefined,
): Applied {
  let after = request
  for (const fact of act.facts) {
    const question = questionOf(fact)
    const problem =
      transitionProblem(after, question) ??
      personProblem(after, question, act) ??
      correctedMeanwhile(after, fact) ??
      check(after, fact)
    if (problem) return { problem, failed: fact }
    after = applyFact(after, fact, stampOf(act))
  }
  return { request: after }
}

function applyFact(before: DisclosureRequest | undefined, fact: StoredRequestFact, by: Stamp): DisclosureRequest {
  if (fact.type === 'request.registered@1') return noted(registered(fact, by), fact.type, by)
  if (fact.type === 'request.carriedIn@1') return noted(carriedIn(fact, by), fact.type, by)
  const change = changes[fact.type] as (request: DisclosureRequest, fact: StoredRequestFact, by: Stamp) => Change
  return noted({ ...before!, ...change(before!, fact, by) }, fact.type, by)
}

const noted = (request: DisclosureRequest, type: RequestFactType, by: Stamp): DisclosureRequest => ({
  ...request,
  timeline: [...request.timeline, { type, by, status: request.status }],
})

function registered({ open, personal }: FactOf<'request.registered@1'>, by: Stamp): DisclosureRequest {
  const { requestNo, agencyId, channel, receivedOn, arrivedOn, applicantType, medium, route } = open
  return {
    ...{ requestNo, agencyId, channel, receivedOn, applicantType, medium, route },
    arrivedOn: arrivedOn ?? receivedOn ?? civilDateAt(by.at),
    applicants: open.applicants ?? 1,
    status: receivedOn ? 'registered' : 'unconfirmed',
    personal,
    registered: by,
    handler: by.actor,
    ...nothingDoneYet,
    clockFacts: receivedOn ? receivedAnew(receivedOn) : [],
  }
}

type Change = Partial<DisclosureRequest>
type Changes = {
  readonly [T in Exclude<RequestFactType, RegisteringType>]: (
    request: DisclosureRequest,
    fact: FactOf<T>,
    by: Stamp,
  ) => Change
}

const changes: Changes = {
  'receipt.contactTried@1': ({ contacts }, { open, personal }, by) => ({
    contacts: [...contacts, { ...open, note: personal?.note, by }],
  }),

  'receipt.confirmed@1': ({ contacts }, { open: { confirmedOn, way }, personal }, by) => ({
    status: 'registered',
    contacts: [...contacts, { triedOn: confirmedOn, way, isReached: true, note: personal?.note, by }],
    receivedOn: confirmedOn,
    clockFacts: receivedAnew(confirmedOn),
  }),

  'request.passedOn@1': passedOn,

  'request.assigned@1': ({ assignments }, { open }, by) => ({
    handler: open.to,
    assignments: [...assignments, { ...open, by }],
  }),

  'request.corrected@1': (request, fact, by) => {
    const unseen = unseenFields(request, fact)
    const correction = { ...correctionOf(request, fact, by), ...(unseen.length > 0 ? { unseen } : {}) }
    return { ...correctedBy(request, fact), corrections: [...request.corrections, correction] }
  },

  'request.withdrawn@1': (_request, { open, personal }, by) => ({
    status: 'closed',
    withdrawn: { ...open, note: personal?.note, by },
  }),

  'request.examined@1': (_request, { open: { withinRemit } }, by) => ({
    status: 'examined',
    examined: by,
    withinRemit,
    handler: by.actor,
  }),

  'search.recorded@1': ({ searches }, { open, personal }, by) => ({
    searches: [...searches, { ...open, personal, by }],
  }),

  'reply.submitted@1': ({ drafts }, { open, personal }, by) =>
    withDraft(drafts, { ...open, content: personal, drafter: by.actor, submitted: by }, 'submitted'),

  'reply.returned@1': ({ drafts, currentDraft }, { personal }, by) =>
    withDraft(drafts.slice(0, -1), { ...currentDraft!, returned: { remarks: personal?.remarks, by } }, 'returned'),

  'reply.issued@1': ({ currentDraft }, { open, personal }, by) => ({
    status: 'issued',
    letter: {
      ...open,
      approval: open.approval ?? 'inProgram',
      ...(personal ? { approverName: personal.approverName } : {}),
      decision: currentDraft!.decision,
      approver: by.actor,
      by,
    },
  }),

  'reply.served@1': (_request, { open, personal }, by) => ({
    status: 'served',
    served: { place: undefined, receivedBy: undefined, ...open, ...personal, by },
  }),

  'post.delivered@1': ({ served }, { open }) => ({ served: { ...served!, deliveredOn: open.deliveredOn } }),

  'scan.added@1': (request, { open, personal }, by) => {
    const again = standingScan(request, open.digest) ? ({ isAgain: true } as const) : {}
    return { scans: [...request.scans, { ...open, title: personal?.title, by, ...again }] }
  },

  'scan.withdrawn@1': (request, { open, personal }, by) => {
    const taken = standingScan(request, open.digest)
    const withdrawn = { reason: personal?.reason, by }
    return { scans: request.scans.map(scan => (scan === taken ? { ...scan, withdrawn } : scan)) }
  },

  'document.produced@1': ({ documents }, { open }, by) => ({ documents: [...documents, { ...open, by }] }),

  'conflict.settled@1': ({ settled = [] }, { open, personal }, by) => ({
    settled: [...settled, { ...open, reason: personal?.reason, by }],
  }),

  'personalData.revealed@1': ({ reveals }, _fact, by) => ({ reveals: [...reveals, by] }),
}

const withDraft = (earlier: readonly Draft[], currentDraft: Draft, status: RequestStatus): Change => ({
  status,
  currentDraft,
  drafts: [...earlier, currentDraft],
})

function conflictOf(request: DisclosureRequest | undefined, act: Act, problem: RequestActProblem): Conflict {
  const by = stampOf(act)
  const correction = act.facts.find(fact => fact.type === 'request.corrected@1')
  const wanted =
    request && correction && problem.kind === 'correctedMeanwhile'
      ? { wanted: correctionOf(request, correction, by) }
      : {}
  return { by, facts: act.facts, problem, statusThen: request?.status ?? 'notRegistered', ...wanted }
}

const stampOf = ({ actor, role, at, hlc, chain, seq }: Act): Stamp => ({ actor, role, at, hlc, chain, seq })
