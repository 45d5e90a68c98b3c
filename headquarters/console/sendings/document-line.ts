import { catalogueRow } from '#shared/application/intake/catalogue-row'
import { headWordOf } from '#shared/application/intake/fields'
import type { FoundDocument } from '#shared/contracts/headquarters-sendings'
import type { DocumentDetails, DocumentId } from '#shared/domain/catalogue/document-facts'

/**
 * A public document of one office as a line that another one's import reads. What is the first office's alone stays
 * behind: its index number, its agency, relations to documents that only it has, and attachments, which headquarters cannot open.
 */
export function documentLine({ details, text }: FoundDocument, officeName: string): string {
  const document = { details: details as unknown as DocumentDetails, relations: [], attachments: [] } // headquarters folded it
  const record = { documentId: '' as DocumentId, document } as unknown as Parameters<typeof catalogueRow>[0] // all that a row reads
  const row = catalogueRow(record, text, { agencies: [], topicNames: {}, indexNoOf: () => undefined })
  const { [headWordOf.indexNo]: _indexNo, [headWordOf.source]: source, ...cells } = row
  const told = Object.entries({ ...cells, [headWordOf.source]: source || officeName }).filter(([, cell]) => cell !== '')
  return JSON.stringify(Object.fromEntries(told))
}
