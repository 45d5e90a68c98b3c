import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { DocumentDetails, DocumentFact, DocumentId } from '#shared/domain/catalogue/document-facts'
import type { StoredDocumentFact } from '#shared/domain/catalogue/document'
import type { RecordedAct } from '#shared/domain/recorded-act'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { day } from '../published-calendars'

export const clerk = 'p-clerk' as PersonId
export const documentId = '00000000-0000-4000-8000-0000000000d1' as DocumentId
export const agencyId = '00000000-0000-4000-8000-0000000000a1' as AgencyId

/** A public document with everything that one usually has. */
export const published: DocumentDetails = {
  indexNo: '014225972/2026-00001',
  agencyId,
  topicClass: '0201',
  genre: '通知',
  publisher: '云溪县人民政府办公室',
  issuer: '云溪县人民政府',
  documentDate: day('2026-03-02'),
  publishedOn: day('2026-03-09'),
  validity: 'VALID',
  attribute: 'PROACTIVE',
  title: '关于印发政务公开工作要点的通知',
  docNo: '云政发〔2026〕5号',
  abstract: '本年政务公开的工作要点。',
}

const { publishedOn: _published, ...unpublished } = published
/** The same, not public. */
export const closed: DocumentDetails = { ...unpublished, attribute: 'ON_REQUEST', closedBecause: '涉及第三方商业秘密' }

/** One act; a later `n` is a later act. */
export const actOf = (n: number, ...facts: (DocumentFact | StoredDocumentFact)[]): RecordedAct<StoredDocumentFact> => ({
  ...{ seq: n, chain: 'c1', hlc: String(n).padStart(15, '0') + '-0000', at: n, actor: clerk, role: 'clerk' },
  facts: facts as StoredDocumentFact[],
})
