import type { VisitPaperAsked, VisitRecord } from '#shared/application/visits/visits'
import {
  archivesKindWords,
  clockTime,
  copiesWords,
  helpsWords,
  itemKindWords,
  itemStateWords,
  maskedDocument,
  maskedVisitor,
  relationWords,
  resultWords,
  visitNoOf,
} from '#shared/application/visits/visit-words'
import type { Agency, AgencyId } from '#shared/domain/agencies/office-facts'
import { formatDay, type CivilDate } from '#shared/domain/calendar/civil-date'
import { topicName } from '#shared/domain/catalogue/topic-classes'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { leftAt, type Visit, type VisitItem } from '#shared/domain/visits/visit-state'
import type { ModelOf } from '#shared/letters/letter-model'
import type { VisitedItem } from '#shared/letters/model/visit-models'
import { IDENTITY_DOCUMENT } from '#shared/letters/wording/identity-words'

export interface VisitContext {
  readonly today: CivilDate
  readonly nameOf: (person: PersonId) => string
  /** Whose room it is: the office's own agency, or the first. */
  readonly agency: Agency
  /** As it stood when the certificate was written. */
  readonly agencyAt: (agencyId: AgencyId, hlc: string) => Agency | undefined
  /** The office's own names of topic classes, by code. */
  readonly topicNames: Readonly<Record<string, string>>
}

/** The model of a paper of the visit, or null where the visit does not have what it needs. */
export function visitModel(
  { paper, certificateNo }: VisitPaperAsked,
  record: VisitRecord,
  context: VisitContext,
): ModelOf<'S03'> | ModelOf<'archivesCertificate'> | null {
  if (record.visit.isErased) return null
  return paper === 'S03' ? visitForm(record, context) : certificate(record, certificateNo ?? '', context)
}

function visitForm(record: VisitRecord, { today, agency, nameOf, topicNames }: VisitContext): ModelOf<'S03'> {
  const { visit } = record
  return {
    letter: 'S03',
    agency,
    visitNo: visitNoOf(record),
    cameOn: visit.cameOn,
    from: clockTime(visit.signedIn.at),
    until: untilOf(visit),
    visitor: maskedVisitor(visit),
    document: documentWords(visit),
    aim: aimWords(visit, topicNames),
    seeks: visit.seeks ?? '',
    items: visit.items.filter(({ isCancelled }) => !isCancelled).map(itemOf),
    copies: copiesWords(visit),
    help: helpsWords(visit),
    result: visit.signedOut ? resultWords[visit.signedOut.result] : '',
    clerkName: nameOf(visit.signedIn.actor),
    madeOn: today,
  }
}

/** The day alone where it was written down later. */
function untilOf(visit: Visit): string | null {
  const at = leftAt(visit)
  if (at !== null) return clockTime(at)
  return visit.signedOut ? formatDay(visit.signedOut.leftOn) : null
}

const aimWords = ({ archivesKind, topic }: Visit, topicNames: VisitContext['topicNames']): string =>
  archivesKind ? `查档，${archivesKindWords[archivesKind]}` : (topicName(topic ?? '', topicNames) ?? '')

function documentWords(visit: Visit): string {
  const document = visit.visitor?.document
  return document ? `${IDENTITY_DOCUMENT[document.idKind ?? 'residentId']}\n${maskedDocument(visit)}` : ''
}

function itemOf({ itemNo, title, indexNo, kind, given, returned }: VisitItem): VisitedItem {
  return {
    itemNo,
    title: title ?? '',
    ...(indexNo ? { indexNo } : {}),
    kind: itemKindWords[kind],
    givenAt: clockTime(given.at),
    returned: returned ? { at: clockTime(returned.by.at), state: itemStateWords[returned.state] } : null,
  }
}

function certificate(
  { visit }: VisitRecord,
  certificateNo: string,
  { agencyAt, nameOf }: VisitContext,
): ModelOf<'archivesCertificate'> | null {
  const found = visit.certificates.find(each => each.certificateNo === certificateNo)
  const ask = visit.asks.find(({ askNo }) => askNo === found?.askNo)
  const agency = found && agencyAt(found.agencyId, found.by.hlc)
  if (!found?.words || !ask?.words || !agency || !visit.visitor) return null
  const { archivalCode, content, usedFor } = found.words
  return {
    letter: 'archivesCertificate',
    agency,
    ...{ certificateNo, archivalCode, content, usedFor },
    applicantName: visit.visitor.name,
    document: documentWords(visit),
    relation: relationWords[ask.relation],
    about: ask.words.about,
    kind: archivesKindWords[ask.kind],
    pages: found.pages,
    clerkName: nameOf(found.by.actor),
    certifiedOn: found.certifiedOn,
  }
}
