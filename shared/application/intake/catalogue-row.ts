import type { Agency } from '../../domain/agencies/office-facts'
import type { DocumentId } from '../../domain/catalogue/document-facts'
import type { RelationKind } from '../../domain/catalogue/document-facts'
import { topicName } from '../../domain/catalogue/topic-classes'
import type { DocumentRecord } from '../catalogue-ports'
import { catalogueFields, headWordOf, type CatalogueField } from './fields'
import { attributeWord, keywordsText, validityWord } from './field-words'

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
    relations: relations.map(({ kind, to }) => `${relationWords[kind]} ${indexNoOf(to) ?? to}`).join('；'),
    attachments: attachments
      .map(({ title, digest, mime }) => `${title ?? ''} [${attachmentName(digest, mime)}]`)
      .join('；'),
    text,
  }
  return Object.fromEntries(catalogueFields.map(field => [headWordOf[field], cells[field] ?? '']))
}

const plainFields = ({ keywords: _words, ...details }: DocumentRecord['document']['details']) => {
  const { agencyId: _agency, batchId: _batch, ...rest } = details
  return rest
}

const relationWords: Readonly<Record<RelationKind, string>> = { amends: '修改', repeals: '废止', interprets: '解读' }

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'text/plain': 'txt',
}

/** The name of an attachment inside a package. */
export const attachmentName = (digest: string, mime: string): string => `${digest}.${endings[mime] ?? 'bin'}`
