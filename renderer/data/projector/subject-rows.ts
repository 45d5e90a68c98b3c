import { foldOffice } from '#shared/domain/agencies/office'
import { sendingTypes } from '#shared/domain/sendings/sending-facts'
import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import { civilDateAt, isCountable, type CivilDate } from '#shared/domain/calendar/civil-date'
import { foldDocument, type StoredDocumentFact } from '#shared/domain/catalogue/document'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { foldEnquiry, type StoredEnquiryFact } from '#shared/domain/enquiries/enquiry'
import type { EnquiryId } from '#shared/domain/enquiries/enquiry-facts'
import { foldStandardList, type StandardListFact, type StandardListId } from '#shared/domain/catalogue/standard-list'
import { foldPerson, type StoredPersonFact } from '#shared/domain/people/person'
import type { PersonFact } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { foldRequest } from '#shared/domain/requests/request'
import type { PersonId, RequestId } from '#shared/domain/requests/request-facts'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { foldVisit } from '#shared/domain/visits/visit'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import type { StoredVisitFact } from '#shared/domain/visits/visit-state'
import type { PlainFact } from '#shared/ledger/act'
import type { SubjectKind } from '#shared/ledger/subject'
import { documentWrite, type FoldedDocument, type StandardListRow } from '../document-rows'
import { packRequest } from '../pack-request'
import type { EnquiryRow, OfficeRow, PersonRow, RequestRow, VisitRow } from '../rows'

/** The row that one subject makes. Null: there is none (yet), and one that stood there before is taken out. */
export type SubjectRow =
  | { readonly table: 'requests'; readonly key: string; readonly row: RequestRow | null }
  | { readonly table: 'visits'; readonly key: string; readonly row: VisitRow | null }
  | { readonly table: 'people'; readonly key: string; readonly row: PersonRow | null }
  | { readonly table: 'enquiries'; readonly key: string; readonly row: EnquiryRow | null }
  | { readonly table: 'office'; readonly key: 'office'; readonly row: OfficeRow | null }
  | { readonly table: 'standardLists'; readonly key: string; readonly row: StandardListRow | null }
  /** Not a row yet: which tables it goes into is told by whether it is public. */
  | { readonly table: 'documents'; readonly key: string; readonly row: FoldedDocument | null }

type Acts = readonly RecordedAct<PlainFact>[]
type RowFold = (id: string, acts: Acts, actsLeftOut: number) => SubjectRow

/**
 * One fold a kind of subject. The casts put the domain's types back on: main and headquarters have judged the facts,
 * and the folds name what they do not know. They may throw on facts that are no such facts at all.
 */
export const rowFolds: Readonly<Record<SubjectKind, RowFold>> = {
  request(id, acts, actsLeftOut) {
    const request = foldRequest(acts as readonly RecordedAct<StoredRequestFact>[])
    if (!request) return { table: 'requests', key: id, row: null }
    const { requestNo, status, arrivedOn, agencyId, registered, served, personal } = request
    // A case of an old register was registered when the paper says, not when it was carried in.
    const registeredOn = request.carriedIn?.receivedOn ?? civilDateAt(registered.at)
    const days = served ? { registeredOn, servedOn: served.servedOn } : { registeredOn }
    // Not the day of receipt: it is not known while an ordinary letter is unconfirmed, and the letter must be listed.
    for (const value of [requestNo, agencyId]) mustBeText(value)
    if (personal) for (const value of [personal.applicant.name, personal.description]) mustBeText(value)
    for (const day of [arrivedOn, ...Object.values(days)]) mustBeDay(day)
    const marks = { needsNewerVersion: request.notUnderstood.length > 0, actsLeftOut, ...unreadableParts(acts) }
    const row = { id: id as RequestId, requestNo, status, ...days, packed: packRequest(request), ...marks }
    return { table: 'requests', key: id, row }
  },
  visit(id, acts, actsLeftOut) {
    const visit = foldVisit(acts as readonly RecordedAct<StoredVisitFact>[])
    if (!visit) return { table: 'visits', key: id, row: null }
    const { cameOn, aim, visitor } = visit
    mustBeText(aim)
    if (visitor) mustBeText(visitor.name)
    if (visitor?.document) mustBeText(visitor.document.idNumber)
    const marks = { needsNewerVersion: visit.notUnderstood.length > 0, actsLeftOut, ...unreadableParts(acts) }
    const isIn = visit.signedOut ? 'no' : 'yes'
    const disputed = visit.conflicts.length > 0 ? ({ disputed: 'yes' } as const) : {}
    return { table: 'visits', key: id, row: { id: id as VisitId, cameOn, aim, isIn, ...disputed, visit, ...marks } }
  },
  person(id, acts, actsLeftOut) {
    const person = foldPerson(acts as readonly RecordedAct<StoredPersonFact>[])
    const marks = { needsNewerVersion: hasOtherFacts(acts, personTypes), actsLeftOut, ...unreadableParts(acts) }
    return { table: 'people', key: id, row: person ? { personId: id as PersonId, person, ...marks } : null }
  },
  document(id, acts, actsLeftOut) {
    const document = foldDocument(acts as readonly RecordedAct<StoredDocumentFact>[])
    if (!document) return { table: 'documents', key: id, row: null }
    const marks = { needsNewerVersion: document.notUnderstood.length > 0, actsLeftOut, ...unreadableParts(acts) }
    const folded = { id: id as DocumentId, document, marks }
    documentWrite(id, folded, null) // throws here, where the act that is to blame can be named
    return { table: 'documents', key: id, row: folded }
  },
  enquiry(id, acts, actsLeftOut) {
    const enquiry = foldEnquiry(acts as readonly RecordedAct<StoredEnquiryFact>[])
    if (!enquiry) return { table: 'enquiries', key: id, row: null }
    const marks = { needsNewerVersion: enquiry.notUnderstood.length > 0, actsLeftOut, ...unreadableParts(acts) }
    return { table: 'enquiries', key: id, row: { id: id as EnquiryId, enquiry, ...marks } }
  },
  standardList(id, acts, actsLeftOut) {
    const kept = foldStandardList(acts as readonly RecordedAct<StandardListFact>[])
    if (!kept) return { table: 'standardLists', key: id, row: null }
    mustBeText(kept.list.name)
    const marks = { needsNewerVersion: hasOtherFacts(acts, standardListTypes), actsLeftOut, ...unreadableParts(acts) }
    return { table: 'standardLists', key: id, row: { id: id as StandardListId, kept, ...marks } }
  },
  office(_id, acts, actsLeftOut) {
    const office = foldOffice(acts as readonly RecordedAct<OfficeFact>[])
    const marks = { needsNewerVersion: hasOtherFacts(acts, officeTypes), actsLeftOut, ...unreadableParts(acts) }
    return { table: 'office', key: 'office', row: office ? { id: 'office', office, ...marks } : null }
  },
}

const personTypes: Readonly<Record<PersonFact['type'], true>> = {
  'person.added@1': true,
  'person.postsChanged@1': true,
  'person.passwordSet@1': true,
  'person.signedIn@1': true,
}

const officeTypes: Readonly<Record<OfficeFact['type'], true>> = {
  'office.established@1': true,
  'chain.opened@1': true,
  'chain.admitted@1': true,
  'chain.retired@1': true,
  'chain.revoked@1': true,
  'agency.added@1': true,
  'agency.changed@1': true,
  'office.settingsChanged@1': true,
  'wording.changed@1': true,
  'guide.detailsSet@1': true,
  'booklet.produced@1': true,
  'media.unmaskedApproved@1': true,
  'media.exported@1': true,
  'media.exportUndone@1': true,
  'media.acknowledged@1': true,
  'media.missing@1': true,
  ...sendingTypes,
  'media.received@1': true,
  'number.voided@1': true,
  'series.started@1': true,
  'workstation.enrolled@1': true,
  'recovery.renewed@1': true,
  'register.exported@1': true,
  'clock.confirmed@1': true,
  'kiosk.answered@1': true,
  'register.imported@1': true,
  'register.carriedOver@1': true,
  'indexNumbering.set@1': true,
  'topicClass.renamed@1': true,
  'documents.imported@1': true,
  'documents.importUndone@1': true,
  'documents.exported@1': true,
}

const standardListTypes: Readonly<Record<StandardListFact['type'], true>> = {
  'standardList.saved@1': true,
  'standardList.removed@1': true,
}

const hasOtherFacts = (acts: Acts, known: object) =>
  acts.some(act => act.facts.some(fact => !Object.hasOwn(known, fact.type)))

/** The folds take such a fact as erased; the mark tells it apart from one that was. */
function unreadableParts(acts: Acts): { partsUnreadable?: number } {
  let partsUnreadable = 0
  for (const { facts } of acts) for (const fact of facts) if (fact.personalUnreadable) partsUnreadable++
  return partsUnreadable > 0 ? { partsUnreadable } : {}
}

/** Lists count from it, and would not come to an end, or end in the middle. */
function mustBeDay(value: CivilDate): void {
  if (!isCountable(value)) throw new TypeError('a fact lacks a day that its row is found by')
}

/** An index value that is no text would fail at the database and take its whole batch with it; another would stop the list. */
function mustBeText(value: unknown): void {
  if (typeof value !== 'string') throw new TypeError('a fact lacks a text that its row is found by')
}
