import { catalogueDocument } from '../../domain/catalogue/document-changes'
import type { DocumentId } from '../../domain/catalogue/document-facts'
import { indexNumber, indexSeries, type IndexNumbering, type IndexSeries } from '../../domain/catalogue/index-number'
import type { Post } from '../../domain/people/person-facts'
import type { Problem } from '../../contracts/problems'
import type { ReadDocument } from '../../contracts/read-document'
import { err, ok, type Result } from '../../kernel/result'
import type { CatalogueActs, DocumentAct, DocumentBook } from '../catalogue-ports'
import type { ImportPlan, Intake, OpenedSource } from './ports'
import { readRow, type ReadDetails, type RowContext } from './read-row'

export interface WrittenSoFar {
  readonly written: number
  /** Of the plan, written before or now. */
  readonly done: number
  readonly documents: number
  readonly refused: readonly RefusedRow[]
}

export interface RefusedRow {
  readonly line: number
  readonly problem: Problem | { readonly kind: 'changedSince' }
}

export interface WriteParts {
  readonly intake: Pick<Intake, 'read'>
  readonly acts: Pick<CatalogueActs, 'write'>
  readonly book: Pick<DocumentBook, 'get' | 'nextIndexSerial'>
  readonly numberings: readonly IndexNumbering[]
  readonly context: RowContext
  readonly role: Post
  readonly onProgress: (soFar: WrittenSoFar) => void
  /** Asked between frames: true stops; what is written stays, and the plan goes on from there later. */
  readonly isCancelled: () => boolean
}

/**
 * Writes what a plan takes, frame by frame. Ids come from the import and the line, so that a second run after a crash
 * passes over what is there. A document that main refuses alone is named and passed over; anything else stops.
 */
export async function writeImport(
  source: OpenedSource,
  plan: ImportPlan,
  parts: WriteParts,
): Promise<Result<WrittenSoFar, Problem>> {
  const digests = new Map(plan.lines.map(({ line, digest }) => [line, digest]))
  const numbers = numberGiver(parts)
  const refused: RefusedRow[] = []
  let [written, done] = [0, 0]
  const soFar = (): WrittenSoFar => ({ written, done, documents: plan.lines.length, refused: [...refused] })
  for (let from: number | null = 0; from !== null && !parts.isCancelled();) {
    const part = await parts.intake.read(source.sourceId, from)
    if (!part.ok) return err(part.problem)
    from = part.value.next
    const meant = part.value.documents.filter(({ line }) => digests.has(line))
    const fresh = await notThereYet(meant, plan, parts)
    const changed = fresh.filter(({ line, digest }) => digests.get(line) !== digest)
    refused.push(...changed.map(({ line }) => ({ line, problem: { kind: 'changedSince' as const } })))
    const sound = fresh.filter(document => !changed.includes(document))
    const wrote = await writeAll(await actsOf(sound, plan, { parts, numbers }), parts)
    if (!wrote.ok) return wrote
    refused.push(...wrote.value)
    written += sound.length - wrote.value.length
    done += meant.length
    parts.onProgress(soFar())
  }
  return ok(soFar())
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

interface LinedAct {
  readonly line: number
  readonly act: DocumentAct
}

interface Making {
  readonly parts: WriteParts
  readonly numbers: NumberGiver
}

async function actsOf(
  documents: readonly ReadDocument[],
  { batchId }: ImportPlan,
  { parts, numbers }: Making,
): Promise<readonly LinedAct[]> {
  const acts: LinedAct[] = []
  for (const document of documents) {
    const { details, text } = readRow(document, parts.context)
    if (!details) continue // it was taken in the preview, and reads the same since its digest is the same
    const indexNo = details.indexNo ?? (await numbers(details))
    const fact = catalogueDocument({ ...details, indexNo, batchId }, text)
    acts.push({ line: document.line, act: { documentId: importedId(batchId, document.line), facts: [fact] } })
  }
  return acts
}

/** In one frame; where that is refused, one by one, so that a single bad document does not keep the others out. */
async function writeAll(
  lined: readonly LinedAct[],
  { acts, role }: WriteParts,
): Promise<Result<readonly RefusedRow[], Problem>> {
  const refused: RefusedRow[] = []
  for (const frame of framesOf(lined)) {
    const all = await acts.write(
      role,
      frame.map(({ act }) => act),
    )
    if (all.ok) continue
    if (all.problem.kind !== 'refused') return all
    for (const { line, act } of frame) {
      const one = await acts.write(role, [act])
      if (one.ok) continue
      if (one.problem.kind !== 'refused') return one
      refused.push({ line, problem: one.problem })
    }
  }
  return ok(refused)
}

/** One frame of the journal: few enough acts that the counter does not wait for them. */
export const frameLimits = { acts: 50, chars: 500_000 } as const

function* framesOf(lined: readonly LinedAct[]): Generator<readonly LinedAct[]> {
  let frame: LinedAct[] = []
  let chars = 0
  for (const one of lined) {
    const length = JSON.stringify(one.act).length
    if (frame.length > 0 && (frame.length >= frameLimits.acts || chars + length > frameLimits.chars)) {
      yield frame
      frame = []
      chars = 0
    }
    frame.push(one)
    chars += length
  }
  if (frame.length > 0) yield frame
}

type NumberGiver = (details: ReadDetails) => Promise<string>

/** Goes on in each series where the catalogue stands, and counts on by itself while the import runs. */
function numberGiver({ numberings, book, context }: WriteParts): NumberGiver {
  const next = new Map<string, number>()
  return async details => {
    const numbering = numberings.find(({ agencyId }) => agencyId === details.agencyId)
    if (!numbering) throw new Error('a document without a number of an agency that gives none was taken')
    const series = indexSeries(numbering, details.publishedOn ?? details.documentDate ?? context.today)
    const key = seriesKey(series)
    const serial = next.get(key) ?? (await book.nextIndexSerial(series))
    next.set(key, serial + 1)
    return indexNumber(series, serial)
  }
}

const seriesKey = ({ prefix, digits }: IndexSeries): string => `${prefix}/${digits}`
