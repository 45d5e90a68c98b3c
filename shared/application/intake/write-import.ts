import { catalogueDocument } from '../../domain/catalogue/document-changes'
import type { DocumentId } from '../../domain/catalogue/document-facts'
import type { IndexNumbering } from '../../domain/catalogue/index-number'
import type { Post } from '../../domain/people/person-facts'
import type { Problem } from '../../contracts/problems'
import type { ReadDocument } from '../../contracts/read-document'
import { err, ok, type Result } from '../../kernel/result'
import type { CatalogueActs, DocumentBook } from '../catalogue-ports'
import { connectDocuments, type LeftPart, type LooseDocument } from './connect-documents'
import { numberGiver, type NumberGiver } from './give-numbers'
import { hasFiles, type ImportPlan, type Intake, type OpenedSource, type SourcePart } from './ports'
import { readRow, type ReadRow, type RowContext } from './read-row'
import { writeFrames, type LinedAct, type RefusedRow } from './write-frames'

export interface WrittenSoFar {
  readonly written: number
  /** Of the plan, written before or now. */
  readonly done: number
  readonly documents: number
  readonly refused: readonly RefusedRow[]
  /** Relations and attachments that could not be made, of documents that are there. */
  readonly left: readonly LeftPart[]
  /** Everything of the plan is there, or was refused. */
  readonly isWhole: boolean
}

export interface WriteParts {
  readonly intake: Pick<Intake, 'read' | 'attach'>
  readonly acts: Pick<CatalogueActs, 'write'>
  readonly book: Pick<DocumentBook, 'get' | 'linesNow' | 'nextIndexSerial'>
  readonly numberings: readonly IndexNumbering[]
  readonly context: RowContext
  readonly role: Post
  readonly onProgress: (soFar: WrittenSoFar) => void
  /** Asked between frames: true stops; what is written stays, and the plan goes on from there later. */
  readonly isCancelled: () => boolean
}

/**
 * Writes what a plan takes, frame by frame. Ids come from the import and the line, so that a second run after a crash
 * passes over what is there. A document that main refuses alone is named and passed over; anything else stops. Relations
 * and attachments come last, when every document that they lead to is there.
 */
export async function writeImport(
  source: OpenedSource,
  plan: ImportPlan,
  parts: WriteParts,
): Promise<Result<WrittenSoFar, Problem>> {
  const digests = new Map(plan.lines.map(({ line, digest }) => [line, digest]))
  const { book, numberings, context } = parts
  const numbers = numberGiver({ book, numberings, given: plan.given ?? [], today: context.today })
  const refused: RefusedRow[] = []
  const loose: LooseDocument[] = []
  let [written, done] = [0, 0]
  const soFar = (): WrittenSoFar => ({
    ...{ written, done, documents: plan.lines.length, refused: [...refused], left: [], isWhole: false },
  })
  const unseen = new Set(digests.keys())
  let from: number | null = 0
  while (from !== null && !parts.isCancelled()) {
    const part: Result<SourcePart, Problem> = await parts.intake.read(source.sourceId, from)
    if (!part.ok) return err(part.problem)
    from = part.value.next
    const meant = part.value.documents.filter(({ line }) => unseen.delete(line))
    const isSame = ({ line, digest }: ReadDocument): boolean => digests.get(line) === digest
    const rows = meant.filter(isSame).map(document => ({ line: document.line, row: readRow(document, context) }))
    const fresh = await notThereYet(meant, plan, parts)
    refused.push(...fresh.filter(document => !isSame(document)).map(changedSince))
    const lines = new Set(fresh.filter(isSame).map(({ line }) => line))
    const sound = rows.filter(({ line }) => lines.has(line))
    const wrote = await writeFrames(await actsOf(sound, plan, numbers), parts)
    if (!wrote.ok) return wrote
    refused.push(...wrote.value)
    written += sound.length - wrote.value.length
    done += meant.length
    loose.push(...rows.flatMap(row => looseParts(row, plan, source)))
    parts.onProgress(soFar())
  }
  if (from !== null || parts.isCancelled()) return ok(soFar())
  // Lines that the source has no more.
  refused.push(...[...unseen].map(line => changedSince({ line })))
  done += unseen.size
  const missing = new Set(refused.map(({ line }) => line))
  const connected = await connectDocuments(
    loose.filter(({ line }) => !missing.has(line)),
    { ...parts, sourceId: source.sourceId },
  )
  return connected.ok ? ok({ ...soFar(), ...connected.value }) : connected
}

const changedSince = ({ line }: { readonly line: number }): RefusedRow => ({ line, problem: { kind: 'changedSince' } })

interface LinedRow {
  readonly line: number
  readonly row: ReadRow
}

function looseParts({ line, row }: LinedRow, { batchId }: ImportPlan, source: OpenedSource): LooseDocument[] {
  const { relations } = row
  const attachments = hasFiles(source) ? row.attachments : []
  if (relations.length + attachments.length === 0) return []
  return [{ line, documentId: importedId(batchId, line), relations, attachments }]
}

/** The id of the document that a line of an import becomes: the import's own, with the line in its last twelve digits. */
export function importedId(batchId: string, line: number): DocumentId {
  const last = (parseInt(batchId.slice(-12), 16) + line) % 2 ** 48
  return `${batchId.slice(0, -12)}${last.toString(16).padStart(12, '0')}` as DocumentId
}

async function notThereYet(
  documents: readonly ReadDocument[],
  { batchId }: ImportPlan,
  { book }: WriteParts,
): Promise<readonly ReadDocument[]> {
  const there = await book.get(documents.map(({ line }) => importedId(batchId, line)))
  return documents.filter((_document, index) => there[index] === null)
}

async function actsOf(
  rows: readonly LinedRow[],
  { batchId }: ImportPlan,
  numbers: NumberGiver,
): Promise<readonly LinedAct[]> {
  const acts: LinedAct[] = []
  for (const { line, row } of rows) {
    const { details, text } = row
    if (!details) continue // it was taken in the preview, and reads the same since its digest is the same
    const indexNo = details.indexNo ?? (await numbers(details))
    const fact = catalogueDocument({ ...details, indexNo, batchId }, text)
    acts.push({ line, act: { documentId: importedId(batchId, line), facts: [fact] } })
  }
  return acts
}
