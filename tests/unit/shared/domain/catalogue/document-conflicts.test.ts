import { describe, expect, it, test } from 'vitest'
import { malformation } from '#shared/contracts/facts'
import { foldDocument, isPublic, type StoredDocumentFact } from '#shared/domain/catalogue/document'
import { catalogueDocument, changeDocument, type DocumentEdit } from '#shared/domain/catalogue/document-changes'
import type { DocumentDetails, DocumentFact } from '#shared/domain/catalogue/document-facts'
import { mayDoToDocument } from '#shared/domain/catalogue/document-acts'
import type { Post } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { day } from '../published-calendars'
import { actOf, clerk, closed, documentId, published } from './documents'

type Act = RecordedAct<StoredDocumentFact>

const first = (details: DocumentDetails): Act => actOf(1, catalogueDocument(details, '正文'))
/** As somebody wrote it who had seen these acts and no others. */
const changing = (n: number, seen: readonly Act[], edit: DocumentEdit): Act =>
  actOf(n, changeDocument({ ...foldDocument(seen)!, body: '正文' }, edit)!)
const settling = (seq: number): DocumentFact => ({
  type: 'document.conflictSettled@1',
  open: { chain: 'c1', seq },
  personal: { reason: '与原件一致' },
})
const conflictsOf = (acts: readonly Act[]) =>
  foldDocument(acts)!.conflicts.map(conflict =>
    conflict.kind === 'overwritten'
      ? [conflict.field, conflict.value, conflict.by.seq]
      : [conflict.what, conflict.by.seq],
  )

describe('two machines change the same document', () => {
  const base = [first(published)]
  const here = changing(2, base, { set: { genre: '意见', validity: 'REPEALED' } })
  const there = changing(3, base, { set: { genre: '批复' }, words: { title: '另一个标题' } })

  it('the later holds, and what it replaced unseen is kept, whatever the order of arrival', () => {
    for (const acts of [
      [...base, here, there],
      [there, here, ...base],
    ]) {
      expect(foldDocument(acts)!.details).toMatchObject({ genre: '批复', validity: 'REPEALED', title: '另一个标题' })
      expect(conflictsOf(acts)).toEqual([['genre', '意见', 3]])
    }
  })

  it('what both wrote alike is none, nor is what only one of them touched', () => {
    expect(conflictsOf([...base, here, changing(3, base, { set: { genre: '意见' } })])).toEqual([])
    expect(conflictsOf([...base, here, changing(3, base, { set: { source: '政府公报' } })])).toEqual([])
  })

  it('one after the other, each having seen the one before, is none', () => {
    const next = changing(3, [...base, here], { set: { genre: '批复' } })
    expect(conflictsOf([...base, here, next])).toEqual([])
  })

  it('is settled by whoever writes over what stands there', () => {
    const both = [...base, here, there]
    const settled = changing(4, both, { set: { genre: '意见' } })
    expect(conflictsOf([...both, settled])).toEqual([])
    expect(foldDocument([...both, settled])!.details.genre).toBe('意见')
    expect(conflictsOf([...both, changing(4, both, { set: { source: '公报' } })])).toHaveLength(1)
  })

  it('a text that replaced another unseen says which act brought the other; one that saw it replaces it', () => {
    const mine = changing(2, base, { text: '第一条 甲' })
    const theirs = changing(3, base, { text: '第一条 乙' })
    const both = [...base, mine, theirs]
    expect(conflictsOf(both)).toEqual([['text', { chain: mine.chain, seq: 2, chars: 5 }, 3]])
    expect(malformation(theirs.facts[0]!)).toBeNull()
    expect(conflictsOf([...both, changing(4, both, { text: '第一条 丙' })])).toEqual([])
    expect(conflictsOf([...base, mine, changing(3, [...base, mine], { text: '第一条 乙' })])).toEqual([])
  })

  it('is settled by an act, wherever that stands in the ledger; the reason is in the history and not in the row', () => {
    const both = [...base, here, there]
    const settled = actOf(4, settling(3))
    for (const acts of [
      [...both, settled],
      [settled, there, here, ...base],
    ]) {
      const document = foldDocument(acts)!
      expect(document.conflicts).toEqual([])
      expect(document.details.genre).toBe('批复')
      expect(document.settled).toEqual([{ chain: 'c1', seq: 3 }])
      expect(document.changes.at(-1)).toMatchObject({ what: 'document.conflictSettled@1', reason: '与原件一致' })
      expect(document.listedHlc).toBe(there.hlc)
    }
    expect(conflictsOf([...both, actOf(4, settling(2))])).toHaveLength(1)
    const early = { ...actOf(4, settling(3)), hlc: '000000000000002-0001' }
    expect(conflictsOf([...both, early])).toEqual([])
  })

  it('reviewer and head settle what is there, once, also where the document was withdrawn since', () => {
    const both = [...base, here, there]
    const answer = (acts: readonly Act[], role: Post, n = 3) => {
      const by = { actor: clerk, role, posts: [role], today: day('2026-09-08'), documentId }
      const may = mayDoToDocument(foldDocument(acts), [settling(n)], by)
      return may.ok ? 'allowed' : may.problem.kind
    }
    expect(answer(both, 'reviewer')).toBe('allowed')
    expect(answer(both, 'head')).toBe('allowed')
    expect(answer(both, 'clerk')).toBe('postNeeded')
    expect(answer(both, 'administrator')).toBe('postNeeded')
    expect(answer(both, 'reviewer', 2)).toBe('conflictNotThere')
    expect(answer([...both, actOf(4, settling(3))], 'reviewer')).toBe('conflictNotThere')
    const withdrawn = actOf(4, { type: 'document.withdrawn@1', open: { reason: '误登' } })
    expect(answer([...both, withdrawn], 'reviewer')).toBe('allowed')
  })

  it('a value that was taken away is a conflict too', () => {
    const emptied = changing(2, base, { set: { genre: null } })
    expect(conflictsOf([...base, emptied, there])).toEqual([['genre', null, 3]])
  })
})

test('sealed words that come to a document which is public by now wait for their review', () => {
  const base = [first(closed)]
  const published16 = changing(2, base, { set: { attribute: 'PROACTIVE', publishedOn: day('2026-03-16') } })
  const late = changing(3, base, { words: { title: '没有审核过的标题' } })
  const acts = [...base, published16, late]
  expect(isPublic(foldDocument([...base, published16])!)).toBe(true)
  expect(isPublic(foldDocument(acts)!)).toBe(false)
  expect(foldDocument(acts)!.details).toMatchObject({ title: '没有审核过的标题', attribute: 'PROACTIVE' })
  expect(conflictsOf(acts)).toEqual([['publishedOn', '2026-03-16', 3]])
  const reviewed = [...acts, changing(4, acts, { set: { publishedOn: day('2026-03-17') } })]
  expect(isPublic(foldDocument(reviewed)!)).toBe(true)
  expect(conflictsOf(reviewed)).toEqual([])
})

test('a second cataloguing and a fact before the first change nothing and are kept', () => {
  const again = actOf(2, catalogueDocument({ ...published, title: '第二次' }))
  expect(conflictsOf([first(published), again])).toEqual([['document.catalogued@1', 2]])
  const early: DocumentFact = { type: 'document.withdrawn@1', open: { reason: '误登' } }
  const acts = [actOf(0, early), first(published)]
  expect(conflictsOf(acts)).toEqual([['document.withdrawn@1', 0]])
  expect(foldDocument(acts)!.isWithdrawn).toBe(false)
})
