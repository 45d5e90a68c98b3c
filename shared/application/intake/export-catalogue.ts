import type { Agency } from '../../domain/agencies/office-facts'
import type { DocumentId } from '../../domain/catalogue/document-facts'
import type { Post } from '../../domain/people/person-facts'
import type { Problem } from '../../contracts/problems'
import { ok, type Result } from '../../kernel/result'
import type { DocumentBook, DocumentLine } from '../catalogue-ports'
import { attachmentName, catalogueRow, exportColumns } from './catalogue-row'
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
  readonly onProgress: (done: number) => void
}

const documentsAtOnce = 50

/**
 * Writes documents of the catalogue out with every column, text and, in a package, attachments. Answers the names of the files,
 * or null where the person cancelled; at a problem nothing is left of it.
 */
export async function exportCatalogue(
  lines: readonly DocumentLine[],
  exporting: Exporting,
): Promise<Result<readonly string[] | null, Problem>> {
  const { outtake, format, fileName, from, role, onProgress } = exporting
  const begun = await outtake.begin({ format, fileName, from, columns: exportColumns })
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
  const names = { agencies, topicNames, indexNoOf: (documentId: DocumentId) => indexNos.get(documentId) }
  const attached = format === 'bag' ? found : []
  return {
    rows: found.map(({ record, text }) => catalogueRow(record, text, names)),
    attachments: attached.flatMap(({ record }) =>
      record.document.attachments.map(({ digest, mime }) => ({
        ...{ documentId: record.documentId, digest, name: attachmentName(digest, mime) },
      })),
    ),
  }
}
