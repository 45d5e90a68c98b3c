import { mostTextChars } from '../../domain/catalogue/document-facts'
import type { ReadDocument } from '../../contracts/read-document'
import { longestAttachmentTitle, readAttachments, titleOfName, type NamedAttachment } from './attachment-words'
import type { CatalogueField, ColumnMap } from './fields'

/** What stands in the column of a field; '' where there is none. */
export type Cells = (field: CatalogueField) => string

/** Fields that may have several lines. */
const ofLines: ReadonlySet<CatalogueField> = new Set([
  ...(['abstract', 'legalBasis', 'closedBecause', 'relations', 'attachments'] as const),
])

/** Without blanks at its ends; a line that a list breaks inside its cell is one line. */
export const cellsOf =
  ({ columns }: ReadDocument, map: ColumnMap): Cells =>
  field => {
    const head = map[field]
    const written = head === undefined ? '' : wholeCell(columns, head)
    return (ofLines.has(field) ? written : written.replace(/[ \u3000]*[\t\r\n]\s*/gu, ' ')).trim()
  }

/** What does not fit one cell goes on in the next. */
function wholeCell(columns: ReadDocument['columns'], head: string): string {
  let whole = columns[head] ?? ''
  for (let part = 2; columns[`${head} (${part})`] !== undefined; part++) whole += columns[`${head} (${part})`]
  return whole.replace(/\r\n?/gu, '\n')
}

export function textOf({ text, columns }: ReadDocument, map: ColumnMap): string {
  const head = map.text
  const isColumn = head !== undefined && columns[head] !== undefined
  return (isColumn ? wholeCell(columns, head) : text).slice(0, mostTextChars)
}

/** Those that are named, and those that lie in the folder of the text's own attachments; each file once. */
export function attachmentsOf({ beside = [] }: ReadDocument, cell: Cells): readonly NamedAttachment[] {
  const named = readAttachments(cell('attachments'))
  const known = new Set(named.map(({ name }) => name.split('/').at(-1)))
  const others = beside
    .filter(name => !known.has(name.split('/').at(-1)))
    .map(name => ({ title: titleOfName(name), name }))
  return [...named, ...others].map(({ title, name }) => ({
    title: (title || titleOfName(name)).slice(0, longestAttachmentTitle),
    name,
  }))
}
