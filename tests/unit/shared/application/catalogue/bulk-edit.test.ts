import { describe, expect, it } from 'vitest'
import {
  changeAll,
  changedAtOnce,
  undoAll,
  withPart,
  type BulkParts,
  type BulkToUndo,
} from '#shared/application/catalogue/bulk-edit'
import type { DocumentAct } from '#shared/application/catalogue-ports'
import { foldDocument, type StoredDocumentFact } from '#shared/domain/catalogue/document'
import { mayDoToDocument } from '#shared/domain/catalogue/document-acts'
import { catalogueDocument } from '#shared/domain/catalogue/document-changes'
import type { DocumentDetails, DocumentId } from '#shared/domain/catalogue/document-facts'
import type { Post } from '#shared/domain/people/person-facts'
import { err, ok } from '#shared/kernel/result'
import { day } from '../../domain/published-calendars'
import { actOf, clerk, published } from '../../domain/catalogue/documents'

/** A catalogue in memory, judged by the same law as main's. */
function catalogueOf(count: number, posts: readonly Post[], refusesFrame = Infinity) {
  const facts = new Map<DocumentId, StoredDocumentFact[]>()
  const ids = Array.from({ length: count }, (_, n) => `d${n}` as DocumentId)
  for (const [n, id] of ids.entries()) {
    const details = { ...published, indexNo: `1/${n}`, title: `文件${n}` }
    facts.set(id, [catalogueDocument(details, '正文') as StoredDocumentFact])
  }
  const documentOf = (id: DocumentId) => foldDocument(facts.get(id)!.map((fact, n) => actOf(n + 1, fact)))!
  const frames: { role: Post; acts: readonly DocumentAct[] }[] = []
  const parts: BulkParts = {
    posts,
    documents: {
      get: async some =>
        some.map(documentId => {
          const { changes: _changes, conflicts: _conflicts, ...document } = documentOf(documentId)
          return { documentId, document, conflicts: 0, needsNewerVersion: false, actsLeftOut: 0 }
        }),
      texts: async some => some.map(() => '正文'),
    },
    catalogue: {
      write: async (role, acts) => {
        if (frames.length >= refusesFrame) return err({ kind: 'diskNearlyFull', freeBytes: 0 })
        for (const { documentId, facts: said } of acts) {
          const by = { actor: clerk, role, posts, today: day('2026-03-16'), documentId }
          const may = mayDoToDocument(documentOf(documentId), said as StoredDocumentFact[], by)
          if (!may.ok) return err({ kind: 'refused', why: may.problem })
        }
        for (const { documentId, facts: said } of acts) facts.get(documentId)!.push(...(said as StoredDocumentFact[]))
        frames.push({ role, acts })
        return ok(undefined)
      },
    },
  }
  return { parts, ids, frames, detailsOf: (id: DocumentId): DocumentDetails => documentOf(id).details }
}

const closing = {
  set: { attribute: 'ON_REQUEST', publishedOn: null },
  words: { closedBecause: '正在修订' },
} as const

describe('changing many documents', () => {
  it('goes frame by frame, passes over what is so already, and its reverse brings back every one', async () => {
    const { parts, ids, frames, detailsOf } = catalogueOf(250, ['reviewer'])
    const before = ids.map(detailsOf)
    const changed = await changeAll(parts, ids, { set: { validity: 'REPEALED' } })
    expect(changed).toMatchObject({ ok: true, value: { changed: 250, same: 0 } })
    expect(frames.map(({ acts }) => acts.length)).toEqual([changedAtOnce, changedAtOnce, 50])
    expect(detailsOf(ids[249]!).validity).toBe('REPEALED')
    const again = await changeAll(parts, ids.slice(0, 3), { set: { validity: 'REPEALED' } })
    expect(again).toMatchObject({ ok: true, value: { changed: 0, same: 3, undo: [] } })
    if (!changed.ok) throw new Error('not changed')
    expect(await undoAll(parts, changed.value.undo)).toMatchObject({ ok: true, value: { changed: 250 } })
    expect(ids.map(detailsOf)).toEqual(before)
  })

  it('closes documents and, by a reviewer, makes them what they were', async () => {
    const { parts, ids, frames, detailsOf } = catalogueOf(3, ['reviewer'])
    const before = ids.map(detailsOf)
    const shut = await changeAll(parts, ids, closing)
    if (!shut.ok) throw new Error(shut.problem.problem.kind)
    expect(detailsOf(ids[0]!)).toMatchObject({ attribute: 'ON_REQUEST', closedBecause: '正在修订' })
    expect(JSON.stringify(frames[0]!.acts.map(({ facts }) => facts.map(({ open }) => open)))).not.toContain('修订')
    expect(await undoAll(parts, shut.value.undo)).toMatchObject({ ok: true })
    expect(ids.map(detailsOf)).toEqual(before)
  })

  it('a day of publication is for those that have none', async () => {
    const { parts, ids, detailsOf } = catalogueOf(2, ['reviewer'])
    expect(await changeAll(parts, ids.slice(1), closing)).toMatchObject({ ok: true, value: { changed: 1 } })
    const published16 = { set: { attribute: 'PROACTIVE', publishedOn: day('2026-03-16') } } as const
    expect(await changeAll(parts, ids, published16)).toMatchObject({ ok: true, value: { changed: 1, same: 1 } })
    expect(ids.map(id => detailsOf(id).publishedOn)).toEqual([published.publishedOn, '2026-03-16'])
  })

  it('a clerk closes, and cannot publish', async () => {
    const { parts, ids } = catalogueOf(3, ['clerk'])
    const shut = await changeAll(parts, ids, closing)
    if (!shut.ok) throw new Error(shut.problem.problem.kind)
    expect(await undoAll(parts, shut.value.undo)).toMatchObject({
      ok: false,
      problem: { problem: { kind: 'refused', why: { kind: 'postNeeded' } }, changed: 0 },
    })
  })

  it('where it stops, it says what was written before, and that can be undone', async () => {
    const { parts, ids, detailsOf } = catalogueOf(250, ['clerk'], 1)
    const stopped = await changeAll(parts, ids, { set: { topicClass: '22' } })
    if (stopped.ok) throw new Error('it did not stop')
    const { problem, changed, undo } = stopped.problem
    expect({ problem: problem.kind, changed, undo: undo.length }).toEqual({
      ...{ problem: 'diskNearlyFull', changed: 100, undo: 100 },
    })
    expect(detailsOf(ids[99]!).topicClass).toBe('22')
    expect(detailsOf(ids[100]!).topicClass).toBe(published.topicClass)
  })

  it('tried again after it stopped, all its parts are taken back together', async () => {
    const { parts, ids, detailsOf } = catalogueOf(250, ['reviewer'])
    const before = ids.map(detailsOf)
    const { write } = parts.catalogue
    const stopsAt = (...stops: readonly number[]): BulkParts => {
      let frame = 0
      const full = { kind: 'diskNearlyFull', freeBytes: 0 } as const
      return {
        ...parts,
        catalogue: { write: async (role, acts) => (stops.includes(++frame) ? err(full) : write(role, acts)) },
      }
    }
    let kept: BulkToUndo | null = null
    const counts: unknown[] = []
    for (const [stop, edit] of [
      [1, { set: { topicClass: '21' } }],
      [2, { set: { topicClass: '22' } }],
      [1, { set: { topicClass: '22' } }],
      [2, { set: { topicClass: '20', validity: 'REPEALED' } }],
      [0, { set: { topicClass: '20' } }],
    ] as const) {
      const answer = await changeAll(stopsAt(stop), ids, edit)
      const { undo } = answer.ok ? answer.value : answer.problem
      kept = withPart(kept, { undo, isWhole: answer.ok })
      counts.push(kept && [kept.undo.length, kept.isWhole])
    }
    expect(counts).toEqual([null, [100, false], [100, false], [100, false], [250, true]])
    expect(await undoAll(parts, kept!.undo)).toMatchObject({ ok: true, value: { changed: 250 } })
    expect(ids.map(detailsOf)).toEqual(before)
    const whole = { undo: kept!.undo, isWhole: true }
    expect(withPart(whole, { undo: [], isWhole: false })).toBe(whole)
    const next = { undo: whole.undo.slice(0, 3), isWhole: true }
    expect(withPart(whole, next)).toEqual(next)
  })
})
