import type { Agency } from '../../domain/agencies/office-facts'
import type { DocumentId } from '../../domain/catalogue/document-facts'
import { topicName } from '../../domain/catalogue/topic-classes'
import type { DocumentRecord } from '../catalogue-ports'
import { attachmentsText } from './attachment-words'
import { catalogueFields, headWordOf, type CatalogueField } from './fields'
import { attributeWord, keywordsText, validityWord } from './field-words'
import { relationsText } from './relation-words'

/** Columns of an export, in their order: one for every field that a document can have. */
export const exportColumns: readonly string[] = catalogueFields.map(field => headWordOf[field])

export interface RowNames {
  readonly agencies: readonly Agency[]
  readonly topicNames: Readonly<Record<string, string>>
  /** Index number of a related document; undefined where the catalogue has it no more. */
  readonly indexNoOf: (documentId: DocumentId) => string | undefined
}

/** Everything that the catalogue knows of a document, as text: what `readRow` reads again. */
export function catalogueRow(
  { document }: DocumentRecord,
  text: string,
  { agencies, topicNames, indexNoOf }: RowNames,
): Readonly<Record<string, string>> {
  const { details, relations, attachments } = document
  const cells: Partial<Record<CatalogueField, string | undefined>> = {
    ...plainFields(details),
    agency: agencies.find(({ agencyId }) => agencyId === details.agencyId)?.name,
    topicClass: `${details.topicClass} ${topicName(details.topicClass, topicNames) ?? ''}`.trim(),
    validity: validityWord(details.validity),
    attribute: attributeWord(details.attribute),
    keywords: details.keywords && keywordsText(details.keywords),
    relations: relationsText(relations.map(({ kind, to }) => ({ kind, to: indexNoOf(to) ?? to }))),
    attachments: attachmentsText(
      attachments.map(({ title = '', digest, mime }) => ({ title, name: attachmentName(digest, mime) })),
    ),
    text,
  }
  return Object.fromEntries(catalogueFields.map(field => [headWordOf[field], cells[field] ?? '']))
}

const plainFields = ({ keywords: _words, ...details }: DocumentRecord['document']['details']) => {
  const { agencyId: _agency, batchId: _batch, ...rest } = details
  return rest
}

const endings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'application/pdf': 'pdf',
    'image/jpeg': 'jpg',
    'image/png': 'png',
    'image/tiff': 'tif',
    'text/plain': 'txt',
  }),
)

/** The name of an attachment inside a package. */
export const attachmentName = (digest: string, mime: string): string => `${digest}.${endings.get(mime) ?? 'bin'}`
