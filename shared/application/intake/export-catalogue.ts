import type { Agency } from '../../domain/agencies/office-facts'
import type { DocumentId } from '../../domain/catalogue/document-facts'
import type { Post } from '../../domain/people/person-facts'
import type { Problem } from '../../contracts/problems'
import { ok, type Result } from '../../kernel/result'
import type { DocumentBook, DocumentLine } from '../catalogue-ports'
import { attachmentName, catalogueRow, exportColumns } from './catalogue-row'
import { headWordOf } from './fields'
import type { Outtake, OuttakeFormat } from './ports'

export interface Exporting {
  readonly outtake: Outtake
  readonly book: Pick<DocumentBook, 'get' | 'texts'>
  readonly format: OuttakeFormat
  /** With its ending; of a package, the name of its folder. */
  readonly fileName: string
  /** Said in bag-info.txt. */
  readonly from: string
  readonly agencies: readonly Agency[]
  readonly topicNames: Readonly<Record<string, string>>
  readonly role: Post
  /** False where some of the lines are not public: then it is the head's. */
  readonly isPublicOnly: boolean
  readonly onProgress: (done: number) => void
}

const documentsAtOnce = 50

/**
 * Writes documents of the catalogue out with every column, text and, in a package or a folder, attachments. Answers the names of the files,
 * or null where the person cancelled; at a problem nothing is left of it.
 */
export async function exportCatalogue(
  lines: readonly DocumentLine[],
  exporting: Exporting,
): Promise<Result<readonly string[] | null, Problem>> {
  const { outtake, format, fileName, from, isPublicOnly, role, onProgress } = exporting
  const begun = await outtake.begin({
    format,
    fileName,
    from,
    isPublicOnly,
    role,
    columns: exportColumns,
    heads: headWordOf,
  })
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun
  const exportId = begun.value
  const indexNos = new Map(lines.map(({ documentId, indexNo }) => [documentId, indexNo]))
  for (let at = 0; at < lines.length; at += documentsAtOnce) {
    const ids = lines.slice(at, at + documentsAtOnce).map(({ documentId }) => documentId)
    const added = await outtake.add(exportId, await partOf(ids, exporting, indexNos))
    if (!added.ok) {
      await outtake.end(exportId, { keep: false, role })
      return added
    }
    onProgress(Math.min(lines.length, at + documentsAtOnce))
  }
  return outtake.end(exportId, { keep: true, role })
}

async function partOf(
  ids: readonly DocumentId[],
  { book, format, agencies, topicNames }: Exporting,
  indexNos: ReadonlyMap<DocumentId, string>,
) {
  const [records, texts] = [await book.get(ids), await book.texts(ids)]
  const found = records.flatMap((record, index) => (record ? [{ record, text: texts[index] ?? '' }] : []))
  const others = await numbersOf(
    found.flatMap(({ record }) => record.document.relations.map(({ to }) => to)),
    {
      ...{ book, indexNos },
    },
  )
  const names = { agencies, topicNames, indexNoOf: (documentId: DocumentId) => others.get(documentId) }
  const attached = format === 'bag' || format === 'folder' ? found : []
  return {
    rows: found.map(({ record, text }) => catalogueRow(record, text, names)),
    attachments: attached.flatMap(({ record }, row) =>
      record.document.attachments.map(({ digest, mime }) => ({
        ...{ documentId: record.documentId, digest, name: attachmentName(digest, mime), row },
      })),
    ),
  }
}

/** Also of documents that do not go out themselves: a relation is told by the number of the other document. */
async function numbersOf(
  ids: readonly DocumentId[],
  { book, indexNos }: Pick<Exporting, 'book'> & { readonly indexNos: ReadonlyMap<DocumentId, string> },
): Promise<ReadonlyMap<DocumentId, string>> {
  const numbers = new Map<DocumentId, string>()
  const unknown = [...new Set(ids)].filter(id => {
    const indexNo = indexNos.get(id)
    if (indexNo !== undefined) numbers.set(id, indexNo)
    return indexNo === undefined
  })
  const records = unknown.length === 0 ? [] : await book.get(unknown)
  records.forEach((record, index) => record && numbers.set(unknown[index]!, record.document.details.indexNo))
  return numbers
}
