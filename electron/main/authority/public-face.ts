import type { PublicDocument, ShownStage } from '#shared/contracts/kiosk-channels'
import { foldOffice } from '#shared/domain/agencies/office'
import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import { foldDocument, isPublic, type StoredDocumentFact } from '#shared/domain/catalogue/document'
import type { DocumentDetails } from '#shared/domain/catalogue/document-facts'
import { groupOfTopic, topicName } from '#shared/domain/catalogue/topic-classes'
import { parseQueryCode } from '#shared/domain/requests/query-code'
import { publicStatusOf } from '#shared/domain/requests/public-stage'
import { foldRequest } from '#shared/domain/requests/request'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import type { PlainAct } from '#shared/ledger/act'
import { textOfAct } from './document-text'
import { recorded } from './office-authority'

/** Raised when documents are told otherwise: what was published before is then published anew. */
const version = 2

/** What the law lets strangers see. */
export const publicFaces = { version, requestFaceOf, documentFaceOf, officeFaceOf } as const

/** What the kiosk may tell of a request, and by which code and digits it is asked for. */
export interface RequestFace {
  readonly code: string
  /** Last four digits of each telephone number that stands in the request. */
  readonly lastFours: readonly string[]
  readonly stage: ShownStage
  readonly updatedOn: string
  readonly isEnded: boolean
}

/** Null where nobody could ask for it: no code, no telephone number, or erased. */
export function requestFaceOf(acts: readonly PlainAct[]): RequestFace | null {
  const request = foldRequest(acts.map(recorded<StoredRequestFact>))
  if (!request?.personal) return null
  const { queryCode, applicant, agent } = request.personal
  const code = parseQueryCode(queryCode)
  const lastFours = [...new Set([applicant.phone, agent?.phone].flatMap(phone => lastFourOf(phone ?? '')))]
  if (!code.ok || lastFours.length === 0) return null
  return { code: code.value, lastFours, ...publicStatusOf(request) }
}

/** None where the number is too short to have four that say anything. */
export function lastFourOf(phone: string): string[] {
  const digits = phone.normalize('NFKC').replace(/\D/g, '')
  return digits.length >= 7 ? [digits.slice(-4)] : []
}

/** Names that stand on public documents. */
export interface OfficeFace {
  readonly agencyNames: ReadonlyMap<string, string>
  /** The office's own, by code of the class. */
  readonly topicNames: Readonly<Record<string, string>>
}

export function officeFaceOf(acts: readonly PlainAct[]): OfficeFace {
  const office = foldOffice(acts.map(recorded<OfficeFact>))
  return {
    agencyNames: new Map(office?.agencies.map(({ agencyId, name }) => [agencyId, name])),
    topicNames: office?.topicNames ?? {},
  }
}

/**
 * A document as anybody may read it: null unless the office discloses it itself, has published it and has not taken it
 * back. Every field is named here, so that one which is added to documents does not reach strangers by itself.
 */
export function documentFaceOf(
  id: string,
  acts: readonly PlainAct[],
  { agencyNames, topicNames }: OfficeFace,
): PublicDocument | null {
  const document = foldDocument(acts.map(recorded<StoredDocumentFact>))
  if (!document || !isPublic(document)) return null
  const { details, text } = document
  const { title, indexNo, agencyId, topicClass, validity } = details
  const group = groupOfTopic(topicClass)
  return {
    ...{ id, title, indexNo, validity },
    ...orEmpty(details),
    agency: agencyNames.get(agencyId) ?? '',
    topic: topicName(group, topicNames) ?? '',
    subtopic: (topicClass !== group && topicName(topicClass, topicNames)) || '',
    text: (text && textOfAct(acts, text)) ?? '',
  }
}

/** What a document may lack. */
const orEmpty = ({ docNo = '', issuer = '', genre = '', abstract = '', ...days }: DocumentDetails) => ({
  ...{ docNo, issuer, genre, abstract },
  documentDate: days.documentDate ?? '',
  publishedOn: days.publishedOn ?? '',
  ...(days.validTo ? { validTo: days.validTo } : {}),
})
