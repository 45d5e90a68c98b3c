import type { Post } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { foldRequest } from '#shared/domain/requests/request'
import type { DecisionType, PersonId, ScanKind } from '#shared/domain/requests/request-facts'
import type { FactOf, RequestStatus, StoredRequestFact } from '#shared/domain/requests/request-state'
import { day } from '../published-calendars'

export const clerk = 'p-clerk' as PersonId
export const otherClerk = 'p-other' as PersonId
export const reviewer = 'p-reviewer' as PersonId

export const registration: FactOf<'request.registered@1'> = {
  type: 'request.registered@1',
  open: {
    requestNo: 'YX-A-2026-0187',
    agencyId: 'a-1' as never,
    channel: 'inPerson',
    receivedOn: day('2026-03-02'),
    applicantType: 'naturalPerson',
    medium: 'paper',
    route: 'collect',
    originalSeen: true,
  },
  personal: {
    applicant: { name: '张三', idNumber: '110101190001010014', phone: '13800001234' },
    description: '2024年城区供水改造预算',
    queryCode: '2222-2222-2222',
  },
}

/** Came as an ordinary letter: its receipt is not confirmed yet. */
export const lettered: FactOf<'request.registered@1'> = {
  ...registration,
  open: {
    requestNo: registration.open.requestNo,
    agencyId: registration.open.agencyId,
    channel: 'ordinaryPost',
    arrivedOn: day('2026-03-02'),
    applicantType: 'naturalPerson',
    medium: 'paper',
    route: 'post',
    originalSeen: false,
  },
}

export const confirmed = (on: string): StoredRequestFact => ({
  type: 'receipt.confirmed@1',
  open: { confirmedOn: day(on), way: 'phone' },
  personal: { note: '本人接听' },
})

export const withdrawn: StoredRequestFact = {
  type: 'request.withdrawn@1',
  open: { withdrawnOn: day('2026-03-05') },
  personal: { note: '申请人书面撤回' },
}

export const scanned = (kind: ScanKind, digest = 'cd'): StoredRequestFact => ({
  type: 'scan.added@1',
  open: { kind, digest, bytes: 1_000, mime: 'image/jpeg' },
  personal: { title: '扫描件' },
})

export const examined: StoredRequestFact = {
  type: 'request.examined@1',
  open: { elementsComplete: true, withinRemit: true },
}

export const searched = (found: number): StoredRequestFact => ({
  type: 'search.recorded@1',
  open: { searchedOn: day('2026-03-04'), found },
  personal: { places: ['档案室'], unitsAsked: ['办公室'], words: ['供水'], result: '未查到' },
})

export const submitted = (draftNo: number, decision: DecisionType = 'GRANT_PROVIDE'): StoredRequestFact => ({
  type: 'reply.submitted@1',
  open: { draftNo, decision },
  personal: { reasons: '…', attachments: [{ title: '批准文件', pages: 3 }] },
})

export const returned = (draftNo: number): StoredRequestFact => ({
  type: 'reply.returned@1',
  open: { draftNo },
  personal: { remarks: '请补充理由' },
})

export const issued = (draftNo: number, letterNo = '云公开〔2026〕15号'): StoredRequestFact => ({
  type: 'reply.issued@1',
  open: { draftNo, letterNo, issuedOn: day('2026-03-10') },
})

export const served: StoredRequestFact = {
  type: 'reply.served@1',
  open: { servedOn: day('2026-03-12'), way: 'inPerson', receivedAs: 'applicant' },
  personal: { place: '查阅大厅', receivedBy: '张三' },
}

export const produced = (document: FactOf<'document.produced@1'>['open']['document']): StoredRequestFact => ({
  type: 'document.produced@1',
  open: { document, how: 'printed', digest: 'ab', pages: 1 },
})

export const revealed: StoredRequestFact = { type: 'personalData.revealed@1', open: { what: 'applicant' } }

export type Act = RecordedAct<StoredRequestFact>

const postOf: Partial<Record<PersonId, Post>> = { [reviewer]: 'reviewer' }

/** Acts in a row on one workstation, one minute apart. */
export const inARow = (...steps: readonly (readonly [PersonId, ...StoredRequestFact[]])[]): Act[] =>
  steps.map(([actor, ...facts], i) => ({
    seq: i + 1,
    chain: 'chain-a',
    hlc: `2026-03-02T09:${String(i).padStart(2, '0')}`,
    at: Date.UTC(2026, 2, 2, 1, i),
    actor,
    role: postOf[actor] ?? 'clerk',
    facts,
  }))

const registeredOnly = [[clerk, registration]] as const
const examinedToo = [...registeredOnly, [clerk, examined, searched(1)]] as const
const submittedToo = [...examinedToo, [clerk, submitted(1)]] as const
const issuedToo = [...submittedToo, [reviewer, issued(1)]] as const

/** Taken on, and not searched for yet. */
export const unsearched: Act[] = inARow(...registeredOnly, [clerk, examined])

/** `examined` has a search that found one record. */
export const actsUpTo: Readonly<Record<RequestStatus, Act[]>> = {
  unconfirmed: inARow([clerk, lettered]),
  registered: inARow(...registeredOnly),
  examined: inARow(...examinedToo),
  submitted: inARow(...submittedToo),
  returned: inARow(...submittedToo, [reviewer, returned(1)]),
  issued: inARow(...issuedToo),
  served: inARow(...issuedToo, [clerk, served]),
  closed: inARow(...examinedToo, [clerk, withdrawn]),
}

export function requestIn(status: RequestStatus) {
  const request = foldRequest(actsUpTo[status])
  if (request?.status !== status) throw new Error(`builder is wrong: ${request?.status}`)
  return request
}

/** One act more, after all others. */
export const andThen = (acts: readonly Act[], actor: PersonId, ...facts: StoredRequestFact[]): Act[] => [
  ...acts,
  ...inARow([actor, ...facts]).map(act => ({ ...act, seq: acts.length + 1, hlc: '2026-03-02T10:00' })),
]
