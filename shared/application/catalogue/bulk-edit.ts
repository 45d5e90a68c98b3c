import { withChanges } from '../../domain/catalogue/document'
import { publishesWords } from '../../domain/catalogue/document-acts'
import { changeDocument, reverseOf, type DocumentEdit } from '../../domain/catalogue/document-changes'
import type { DocumentFact, DocumentId } from '../../domain/catalogue/document-facts'
import type { Post } from '../../domain/people/person-facts'
import { err, ok, type Result } from '../../kernel/result'
import type { Problem } from '../../contracts/problems'
import type { CatalogueActs, DocumentAct, DocumentBook } from '../catalogue-ports'
import { roleFor } from './document-form'

/** Documents in one frame of the journal. */
export const changedAtOnce = 100

/** One document before the bulk edit, as undoing needs it. */
export interface Undoing {
  readonly documentId: DocumentId
  readonly edit: DocumentEdit
}

export interface BulkDone {
  readonly changed: number
  /** Documents that were so already. */
  readonly same: number
  readonly undo: readonly Undoing[]
}

export interface BulkParts {
  readonly documents: Pick<DocumentBook, 'get' | 'texts'>
  readonly catalogue: Pick<CatalogueActs, 'write'>
  readonly posts: readonly Post[]
  readonly onProgress?: (done: number, of: number) => void
}

/** What stopped a bulk edit, and what was written before: frames are whole, so the edit may stand half done. */
export type BulkProblem = { readonly problem: Problem } & BulkDone

/** What the last bulk edit is taken back by; not whole where it stopped, and then what is tried again belongs to it. */
export interface BulkToUndo {
  readonly undo: readonly Undoing[]
  readonly isWhole: boolean
}

/** A document that both parts changed is brought back to what it was before the first. */
export function withPart(before: BulkToUndo | null, { undo, isWhole }: BulkToUndo): BulkToUndo | null {
  if (!isWhole && undo.length === 0) return before
  if (!before || before.isWhole) return { undo, isWhole }
  const back = new Map(before.undo.map(({ documentId, edit }) => [documentId, edit]))
  for (const { documentId, edit } of undo) back.set(documentId, toFirst(back.get(documentId), edit))
  return { undo: [...back].map(([documentId, edit]) => ({ documentId, edit })), isWhole }
}

const toFirst = (first: DocumentEdit | undefined, later: DocumentEdit): DocumentEdit => ({
  set: { ...later.set, ...first?.set },
  words: { ...later.words, ...first?.words },
})

/**
 * Changes many documents alike, frame by frame. Each frame is written whole or not at all. A day of publication that the edit
 * gives is for those that have none: what is public already was published on its own day.
 */
export const changeAll = (
  parts: BulkParts,
  ids: readonly DocumentId[],
  edit: DocumentEdit,
): Promise<Result<BulkDone, BulkProblem>> =>
  changeEach(
    parts,
    ids.map(documentId => ({ documentId, edit, keepsPublishedOn: true })),
  )

/** Takes a bulk edit back by its reverse: what else was changed since stays as it is. */
export const undoAll = (parts: BulkParts, undo: readonly Undoing[]): Promise<Result<BulkDone, BulkProblem>> =>
  changeEach(parts, undo)

interface Meant extends Undoing {
  readonly keepsPublishedOn?: true
}

async function changeEach(parts: BulkParts, edits: readonly Meant[]): Promise<Result<BulkDone, BulkProblem>> {
  let done: BulkDone = { changed: 0, same: 0, undo: [] }
  for (let at = 0; at < edits.length; at += changedAtOnce) {
    const some = edits.slice(at, at + changedAtOnce)
    const { acts, undo, makesPublic } = await planned(parts, some)
    if (acts.length > 0) {
      const written = await parts.catalogue.write(roleFor(parts.posts, makesPublic), acts)
      if (!written.ok) return err({ problem: written.problem, ...done })
    }
    done = {
      changed: done.changed + acts.length,
      same: done.same + some.length - acts.length,
      undo: [...done.undo, ...undo],
    }
    parts.onProgress?.(Math.min(at + changedAtOnce, edits.length), edits.length)
  }
  return ok(done)
}

interface Planned {
  readonly acts: DocumentAct[]
  readonly undo: Undoing[]
  readonly makesPublic: boolean
}

async function planned({ documents }: BulkParts, edits: readonly Meant[]): Promise<Planned> {
  const ids = edits.map(({ documentId }) => documentId)
  const [records, texts] = await Promise.all([documents.get(ids), documents.texts(ids)])
  const plan: Planned = { acts: [], undo: [], makesPublic: false }
  let makesPublic = false
  for (const [n, meant] of edits.entries()) {
    const { documentId } = meant
    const document = records[n]?.document
    if (!document || document.isWithdrawn) continue
    const fact = changeDocument({ ...document, body: texts[n]! }, editFor(document.details, meant))
    if (!fact) continue
    const after = detailsAfter(document.details, fact)
    makesPublic ||= publishesWords(fact)
    plan.acts.push({ documentId, facts: [fact] })
    plan.undo.push({ documentId, edit: reverseOf(document.details, after) })
  }
  return { ...plan, makesPublic }
}

type Details = Parameters<typeof reverseOf>[0]

function editFor({ publishedOn }: Details, { edit, keepsPublishedOn }: Meant): DocumentEdit {
  if (!keepsPublishedOn || publishedOn === undefined || !edit.set?.publishedOn) return edit
  return { ...edit, set: { ...edit.set, publishedOn } }
}

function detailsAfter(before: Details, fact: DocumentFact): Details {
  if (fact.type !== 'document.changed@1') return before
  const { text: _text, ...words } = { ...fact.open.words, ...fact.personal?.words }
  const details = withChanges(before, { ...fact.open.set, ...words })
  const { closedBecause: _reason, ...open } = details
  return details.attribute === 'PROACTIVE' ? open : details
}
