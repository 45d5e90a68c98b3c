import type { PlainFact } from '#shared/ledger/act'
import { closedDocument, digest, id, ids, sampleFacts, sampleOf, type FactType, type Where } from './sample-facts'

/** The same acts said otherwise, where other people may: each a row of its own. */
export const variantFacts: Readonly<Record<`${FactType} (${string})`, PlainFact>> = {
  'request.corrected@1 (day of receipt)': sampleOf(
    'request.corrected@1',
    { receivedOn: '2026-03-03' },
    { reason: '录错' },
  ),
  'document.catalogued@1 (not public)': closedDocument,
  'enquiry.unmet@1 (at the kiosk)': sampleOf(
    'enquiry.unmet@1',
    { atKiosk: { on: '2026-03-01', times: 3 } },
    { words: '供水' },
  ),
  'visit.itemGiven@1 (archives)': sampleOf('visit.itemGiven@1', { itemNo: 1, kind: 'archives' }, { title: '结婚登记' }),
  'visit.archivesDecided@1 (not held)': sampleOf(
    'visit.archivesDecided@1',
    { askNo: 1, decision: 'notHeld' },
    { shown: [], reason: '本馆未藏' },
  ),
  'enquiry.settled@1 (published)': sampleOf('enquiry.settled@1', {
    outcome: 'published',
    documentId: ids.otherDocument,
  }),
  'person.passwordSet@1 (own)': sampleOf('person.passwordSet@1', { by: 'self' }),
  'register.exported@1 (unmasked)': sampleOf('register.exported@1', {
    format: 'csv',
    rows: 1,
    isMasked: false,
    digest,
    bytes: 9,
  }),
  'documents.exported@1 (not public)': sampleOf('documents.exported@1', {
    ...{ format: 'csv', isPublicOnly: false, documents: 1, attachments: 0, digest },
  }),
  'media.exported@1 (unmasked, approved)': unmasked({ kind: 'register' }, ids.approval),
  'media.exported@1 (unmasked, not approved)': unmasked({ kind: 'case', requestNo: 'YX-A-2026-0001' }, ids.approval),
}

function unmasked(what: object, approvalId: string): PlainFact {
  const { open, ...rest } = sampleFacts['media.exported@1']({ state: '' })
  const exportId = id('b9')
  return {
    ...rest,
    open: { ...(open as object), exportId, of: what, isMasked: false, approvalId },
  } as unknown as PlainFact // as above
}

/** A row of the table: a type of act, or one of its variants. */
export const factOf = (row: string, where: Where): PlainFact =>
  (variantFacts as Readonly<Record<string, PlainFact>>)[row] ?? sampleFacts[row as FactType](where)

export const typeOf = (row: string): FactType => row.split(' ')[0] as FactType
