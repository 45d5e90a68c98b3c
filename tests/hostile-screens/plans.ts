import { randomBytes, randomUUID } from 'node:crypto'
import { wordedLetters } from '#shared/contracts/worded-letters'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import { sampleFacts, type FactType } from '../support/authority/sample-facts'

/** `personal` is left out where every part of it that there can be shall be there, null where there shall be none. */
export interface PlannedFact {
  readonly type: FactType
  readonly open: object
  readonly personal?: object | null | undefined
}

export interface RecordIds {
  readonly id: string
  readonly agencyId: string
  readonly personId: string
  readonly nth: number
}

interface Plan {
  readonly subject: string
  readonly steps: readonly PlannedFact[]
}

const day = '2026-09-07'

/** The sample of its type, said of this record. */
export function said(type: FactType, open: object = {}): PlannedFact {
  return { type, open: { ...(sampleFacts[type]({ state: '' }).open as object), ...open } }
}

let serial = 0

/** Main gives it and nobody types it. */
const requestNo = (): string => `YX-A-2026-${String(++serial).padStart(5, '0')}`

const registered = ({ agencyId }: RecordIds, open: object = {}): PlannedFact =>
  said('request.registered@1', {
    ...{ requestNo: requestNo(), agencyId, receivedOn: day, route: 'post', applicants: 2, ...open },
  })

/** By letter, so that somebody has to ask when it came. */
const lettered = (ids: RecordIds): PlannedFact =>
  registered(ids, { channel: 'ordinaryPost', arrivedOn: '2026-09-04', receivedOn: undefined, originalSeen: false })

const request = (ids: RecordIds, ...steps: readonly PlannedFact[]): Plan => ({ subject: `request:${ids.id}`, steps })
const searched = (): readonly PlannedFact[] => [
  said('request.examined@1'),
  said('search.recorded@1', { searchedOn: day, periodFrom: '2018', periodTo: '2021' }),
]
const submitted = (decision: DecisionType, draftNo = 1): PlannedFact => said('reply.submitted@1', { draftNo, decision })
const scanned = ({ nth }: RecordIds, type: 'scan.added@1' | 'scan.withdrawn@1'): PlannedFact =>
  said(type, { digest: nth.toString(16).padStart(64, '0') })
/** The sheet on which it was approved. */
const sheet = ({ nth }: RecordIds): string => `a${nth.toString(16).padStart(63, '0')}`

const decided =
  (decision: DecisionType) =>
  (ids: RecordIds): Plan =>
    request(ids, registered(ids), ...searched(), submitted(decision))

const visit = (ids: RecordIds, ...steps: readonly PlannedFact[]): Plan => ({ subject: `visit:${ids.id}`, steps })
const document = (ids: RecordIds, ...steps: readonly PlannedFact[]): Plan => ({ subject: `document:${ids.id}`, steps })
const office = (...steps: readonly PlannedFact[]): Plan => ({ subject: 'office', steps })

/** All that a document can say, in the open. */
const catalogued = ({ agencyId, nth }: RecordIds, open: object): PlannedFact => ({
  ...said('document.catalogued@1', {
    ...{ agencyId, indexNo: `第${nth}号`, publisher: '某处', issuer: '某处', source: '某处', ...open },
  }),
  personal: 'words' in open && open.words ? null : undefined,
})
export const publicWords = {
  ...{ title: '某文', docNo: '某号', abstract: '某文', keywords: ['某词'], legalBasis: '某法', text: '某文' },
}

const exported = (mediumNo: string, end: 'media.acknowledged@1' | 'media.missing@1'): Plan => {
  const exportId = randomUUID()
  return office(
    said('media.unmaskedApproved@1', { approvalId: randomUUID() }),
    said('media.exported@1', { exportId, mediumNo }),
    said(end, { exportId }),
  )
}
const declined = (type: 'calendar.sent@1' | 'lawPack.sent@1'): Plan => {
  const sendingId = randomUUID()
  return office(said(type, { sendingId, note: '某话' }), said('sending.declined@1', { sendingId }))
}

const plans = {
  'request, served': ids =>
    request(
      ids,
      lettered(ids),
      said('receipt.contactTried@1', { triedOn: day }),
      said('receipt.confirmed@1', { confirmedOn: day }),
      said('request.passedOn@1', { toAgencyId: ids.agencyId, receivedOn: day }),
      ...searched(),
      scanned(ids, 'scan.added@1'),
      submitted('PARTIAL'),
      said('reply.returned@1'),
      submitted('PARTIAL', 2),
      said('scan.added@1', { kind: 'paperApproval', digest: sheet(ids) }),
      said('reply.issued@1', {
        ...{
          draftNo: 2,
          letterNo: `云自然资公开〔2026〕${++serial}号`,
          issuedOn: day,
          approval: 'paper',
          approvedOn: day,
        },
      }),
      said('reply.served@1', { servedOn: day, way: 'post', mailClass: 'ems', receivedAs: undefined }),
    ),
  'request, by letter': ids => request(ids, lettered(ids), said('receipt.contactTried@1', { triedOn: day })),
  'request, corrected': ids => request(ids, registered(ids), said('request.corrected@1'), ...searched()),
  'request, withdrawn': ids =>
    request(
      ids,
      registered(ids),
      scanned(ids, 'scan.added@1'),
      scanned(ids, 'scan.withdrawn@1'),
      said('request.withdrawn@1', { withdrawnOn: day }),
    ),
  'request, carried in': ids =>
    request(ids, said('request.carriedIn@1', { agencyId: ids.agencyId, requestNo: requestNo(), receivedOn: day })),
  'request, returned': ids =>
    request(ids, registered(ids), ...searched(), submitted('GRANT_PUBLISHED'), said('reply.returned@1')),
  'request, partial': decided('PARTIAL'),
  'request, published': decided('GRANT_PUBLISHED'),
  'request, by law': decided('REFUSE_LAW'),
  'request, not ours': decided('NOT_OURS'),
  'request, repeated': decided('REPEAT'),
  'request, secret': decided('REFUSE_STATE_SECRET'),
  'request, obtainable': decided('PUBLICATION'),
  visit: ids =>
    visit(
      ids,
      said('visit.signedIn@1'),
      said('visit.itemGiven@1', { itemNo: 1, indexNo: '某号' }),
      said('visit.itemReturned@1'),
      said('visit.helpGiven@1', { helps: ['other'] }),
      said('visit.itemGiven@1', { itemNo: 2, indexNo: '某号' }),
    ),
  'visit, archives': ids =>
    visit(
      ids,
      said('visit.signedIn@1', { aim: 'archives', archivesKind: 'marriage', originalSeen: true, topic: undefined }),
      said('visit.archivesAsked@1', { askNo: 1 }),
      said('visit.archivesDecided@1'),
      said('visit.certified@1', {
        ...{ agencyId: ids.agencyId, certificateNo: `云自然资公开档〔2026〕${++serial}号`, certifiedOn: day },
      }),
    ),
  'visit, left': ids => visit(ids, said('visit.signedIn@1'), said('visit.signedOut@1'), said('visit.corrected@1')),
  'enquiry, unmet': ids => ({
    subject: `enquiry:${ids.id}`,
    steps: [said('enquiry.unmet@1'), said('enquiry.proposed@1')],
  }),
  'document, public': ids => document(ids, catalogued(ids, { words: publicWords })),
  'document, closed': ids =>
    document(ids, {
      ...catalogued(ids, { attribute: 'ON_REQUEST', publishedOn: undefined, words: undefined }),
    }),
  'document, changed': ids =>
    document(
      ids,
      catalogued(ids, { words: publicWords }),
      {
        ...said('document.changed@1', { set: { genre: '意见' }, base: { genre: '通知' }, words: { title: '某文' } }),
        personal: null,
      },
      said('document.attached@1', { digest: `f${ids.nth.toString(16).padStart(63, '0')}` }),
    ),
  'document, withdrawn': ids =>
    document(ids, catalogued(ids, { words: { title: '某文' } }), said('document.withdrawn@1')),
  'standard list': ids => ({
    subject: `standardList:${ids.id}`,
    steps: [said('standardList.saved@1')],
  }),
  person: ids => ({ subject: `person:${ids.id}`, steps: [said('person.added@1')] }),
  agency: () => {
    const agencyId = randomUUID()
    const guide = { officeHours: '某时', fax: '某号', website: '某处', email: '某处', onlineForm: '某处' }
    return office(
      said('agency.added@1', { agencyId }),
      said('guide.detailsSet@1', {
        agencyId,
        ...guide,
        readingPlaces: ['某处'],
        overseer: '某人',
        overseerPhone: '某',
      }),
    )
  },
  'agency, changed': () => {
    const agencyId = randomUUID()
    return office(said('agency.added@1', { agencyId }), said('agency.changed@1', { agencyId }))
  },
  'number, voided': () => office(said('number.voided@1')),
  'series, started': () => office(said('series.started@1')),
  wording: ({ nth }) => {
    const [mine, ...others] = wordedLetters
    const texts = { opening: '某', reasons: '某', closing: '某', contact: '某' }
    const letter = nth === 0 ? mine : others[nth % others.length]!
    return office(said('wording.changed@1', { letter, version: Math.ceil(nth / others.length) + 1, texts }))
  },
  topic: ({ nth }) => office(said('topicClass.renamed@1', { code: String(nth + 1).padStart(2, '0') })),
  import: () => office(said('documents.imported@1', { batchId: randomUUID() })),
  'media export': ({ nth }) => exported(`U-${nth}`, 'media.acknowledged@1'),
  'media export, missing': ({ nth }) => exported(`V-${nth}`, 'media.missing@1'),
  notice: () => office(said('notice.sent@1', { sendingId: randomUUID() })),
  'sending, calendar': () => declined('calendar.sent@1'),
  'sending, law pack': () => declined('lawPack.sent@1'),
  quarantine: () => office(said('quarantine.settled@1', { hash: randomBytes(32).toString('hex') })),
} as const satisfies Readonly<Record<string, (ids: RecordIds) => Plan>>

export type Kind = keyof typeof plans
export const kinds = Object.keys(plans) as Kind[]

export const planOf = (kind: Kind, ids: RecordIds): Plan => plans[kind](ids)

/** Whether there is a record of this kind for this text: of some kinds there is one for every so-manieth only. */
export const stands = (kind: Kind, nth: number): boolean =>
  kind === 'topic' ? nth < topics : nth % (every[kind] ?? 1) === 0

/** A class has one name at a time. */
const topics = 22
const every: Readonly<Partial<Record<Kind, number>>> = {
  ...{ 'request, served': 2, visit: 2, 'visit, archives': 2, 'document, public': 2 },
  ...{ 'request, by letter': 4, 'request, corrected': 4, 'request, withdrawn': 4, 'request, carried in': 4 },
  ...{ 'request, returned': 4, 'request, published': 8, 'request, by law': 8, 'request, not ours': 8 },
  ...{ 'request, repeated': 8, 'request, secret': 8, 'request, obtainable': 8, 'visit, left': 4 },
  ...{ 'media export': 2, 'media export, missing': 2, 'sending, calendar': 2, 'sending, law pack': 2 },
  ...{ 'document, closed': 4, 'document, changed': 4, 'document, withdrawn': 8 },
}
