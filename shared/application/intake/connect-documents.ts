import type { Problem } from '../../contracts/problems'
import type { DocumentFact, DocumentId } from '../../domain/catalogue/document-facts'
import { ok, type Result } from '../../kernel/result'
import type { DocumentBook, DocumentRecord } from '../catalogue-ports'
import type { NamedAttachment } from './attachment-words'
import type { Intake } from './ports'
import { targetsIn, type RelationTargets } from './relation-targets'
import type { WrittenRelation } from './relation-words'
import { writeFrames, type FrameParts, type LinedAct } from './write-frames'

/** A document with what can only be written when all of them are there. */
export interface LooseDocument {
  readonly line: number
  readonly documentId: DocumentId
  readonly relations: readonly WrittenRelation[]
  readonly attachments: readonly NamedAttachment[]
}

/** A relation or an attachment that was not made. */
export interface LeftPart {
  readonly line: number
  readonly what: 'relation' | 'attachment'
  /** As it is written in the source. */
  readonly text: string
  readonly problem: Problem | 'relationUnknown' | 'relationAmbiguous'
}

export interface Connected {
  readonly left: readonly LeftPart[]
  readonly isWhole: boolean
}

interface Connecting extends FrameParts {
  readonly intake: Pick<Intake, 'attach'>
  readonly book: Pick<DocumentBook, 'get' | 'linesNow'>
  readonly isCancelled: () => boolean
  readonly sourceId: string
}

const documentsAtOnce = 50

/**
 * Relations and attachments of documents that are there. What a document has already is passed over, so that a second run
 * after a crash makes nothing twice; what cannot be made is named, and keeps nothing else out.
 */
export async function connectDocuments(
  loose: readonly LooseDocument[],
  parts: Connecting,
): Promise<Result<Connected, Problem>> {
  const left: LeftPart[] = []
  const isRelated = loose.some(({ relations }) => relations.length > 0)
  const targets = targetsIn(isRelated ? await parts.book.linesNow() : [])
  for (let at = 0; at < loose.length; at += documentsAtOnce) {
    const some = loose.slice(at, at + documentsAtOnce)
    const records = await parts.book.get(some.map(({ documentId }) => documentId))
    const there = some.flatMap((document, index) => (records[index] ? [{ ...document, record: records[index] }] : []))
    const related = await relate(there, { targets, left, parts })
    if (!related.ok) return related
    for (const document of there) {
      if (parts.isCancelled()) return ok({ left, isWhole: false })
      const attached = await attach(document, { left, parts })
      if (!attached.ok) return attached
    }
  }
  return ok({ left, isWhole: true })
}

type There = LooseDocument & { readonly record: DocumentRecord }

interface Making {
  readonly left: LeftPart[]
  readonly parts: Connecting
}

const factsOfAct = 20

async function relate(
  documents: readonly There[],
  { targets, left, parts }: Making & { readonly targets: RelationTargets<DocumentId> },
): Promise<Result<void, Problem>> {
  const lined: LinedAct[] = []
  for (const document of documents) {
    const facts = relationsOf(document, targets, left)
    for (let at = 0; at < facts.length; at += factsOfAct)
      lined.push({
        line: document.line,
        act: { documentId: document.documentId, facts: facts.slice(at, at + factsOfAct) },
      })
  }
  const wrote = await writeFrames(lined, parts)
  if (!wrote.ok) return wrote
  for (const { line, problem } of wrote.value)
    if (problem.kind !== 'changedSince') left.push({ line, what: 'relation', text: '', problem })
  return ok(undefined)
}

function relationsOf(
  { line, documentId, relations, record }: There,
  targets: RelationTargets<DocumentId>,
  left: LeftPart[],
): DocumentFact[] {
  const made = new Set(record.document.relations.map(({ kind, to }) => `${kind} ${to}`))
  return relations.flatMap(({ kind, to: text }): DocumentFact[] => {
    const to = targets.find(text)
    if (to === 'unknown' || to === 'ambiguous') {
      left.push({ line, what: 'relation', text, problem: to === 'unknown' ? 'relationUnknown' : 'relationAmbiguous' })
      return []
    }
    if (to === documentId || made.has(`${kind} ${to}`)) return []
    made.add(`${kind} ${to}`)
    return [{ type: 'document.related@1', open: { kind, to } }]
  })
}

/** Problems of one file. Any other is one of the disk or the session, and would meet the next file, too. */
const ofOneFile: ReadonlySet<string> = new Set([
  ...(['notFound', 'scanTypeRefused', 'scanTooLarge', 'scanSourceGone', 'refused'] as const),
])

async function attach(
  { line, documentId, attachments, record }: There,
  { left, parts }: Making,
): Promise<Result<void, Problem>> {
  const there = new Set(record.document.attachments.map(({ digest }) => digest))
  const { intake, sourceId, role } = parts
  for (const { title, name } of attachments) {
    if (there.has(digestIn(name))) continue
    const attached = await intake.attach(sourceId, { line, name, documentId, title, role })
    if (attached.ok) continue
    if (!ofOneFile.has(attached.problem.kind)) return attached
    left.push({ line, what: 'attachment', text: name, problem: attached.problem })
  }
  return ok(undefined)
}

/** Attachments in a package of ours are named by their digest. */
const digestIn = (name: string): string => /(?:^|\/)([0-9a-f]{64})\.[a-z]{3}$/u.exec(name)?.[1] ?? ''
