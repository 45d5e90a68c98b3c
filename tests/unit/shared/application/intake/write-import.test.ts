import { expect, test } from 'vitest'
import type { DocumentAct, DocumentLine, DocumentRecord } from '../../../../../shared/application/catalogue-ports'
import type { ImportPlan } from '../../../../../shared/application/intake/ports'
import { importedId, writeImport, type WriteParts } from '../../../../../shared/application/intake/write-import'
import type { Problem } from '../../../../../shared/contracts/problems'
import { err, ok, type Result } from '../../../../../shared/kernel/result'
import { agencyId, choicesOf, contextOf, documentOf } from './samples'

const batchId = '0f9a1c1e-6f0e-4f5e-9d2b-fffffffffffe'
const digest = (line: number, version = 'a') => `${version}${String(line).padStart(63, '0')}`
const documents = Array.from({ length: 120 }, (_, index) =>
  documentOf({ line: index + 1, digest: digest(index + 1), columns: { 标题: `第${index + 1}号办法` } }),
)
const choices = choicesOf({ columns: { title: '标题' } })
const plan: ImportPlan = {
  ...{ batchId, choices, doublesTaken: [] },
  lines: documents.map(({ line }) => ({ line, digest: digest(line) })),
}
const source = { sourceId: 's', kind: 'list' as const, name: '目录.csv', documents: documents.length, columns: [] }
const part = 40

/** A catalogue that keeps what it is given. */
function catalogue(write: (acts: readonly DocumentAct[]) => Problem | null = () => null, source = documents) {
  const attached: string[] = []
  const kept = new Map<string, DocumentAct>()
  const frames: number[] = []
  const parts: WriteParts = {
    intake: {
      read: async (_id, from) => {
        const next = from + part < source.length ? from + part : null
        return ok({ documents: source.slice(from, from + part), next })
      },
      attach: async (_id, { name, title, documentId }) => {
        attached.push(`${title} ${name} ${documentId}`)
        return name === '没有.pdf' ? err({ kind: 'scanSourceGone' }) : ok('attached')
      },
    },
    acts: {
      write: async (_role, acts): Promise<Result<void, Problem>> => {
        const problem = write(acts)
        if (problem) return err(problem)
        for (const act of acts) {
          const before = kept.get(act.documentId)
          expect(before !== undefined, 'nothing is catalogued twice').toBe(
            act.facts[0]!.type !== 'document.catalogued@1',
          )
          kept.set(act.documentId, { ...act, facts: [...(before?.facts ?? []), ...act.facts] })
        }
        frames.push(acts.length)
        return ok(undefined)
      },
    },
    book: {
      get: async ids => ids.map(id => recordOf(kept.get(id))),
      linesNow: async () => [...kept].map(([documentId, act]) => lineOf(documentId, act)),
      nextIndexSerial: async () => kept.size + 1,
    },
    numberings: [{ agencyId, template: '{orgCode}/{yyyy}-{seq:5}', orgCode: '014225972' }],
    context: contextOf({ columns: choices.columns }),
    role: 'clerk',
    onProgress: () => undefined,
    isCancelled: () => false,
  }
  return { kept, frames, parts, attached }
}

const recordOf = (act: DocumentAct | undefined): DocumentRecord | null => {
  if (!act) return null
  const relations = act.facts.flatMap(fact => (fact.type === 'document.related@1' ? fact.open : []))
  return { documentId: act.documentId, document: { relations, attachments: [] } } as unknown as DocumentRecord // what is asked of it
}

function lineOf(documentId: string, { facts }: DocumentAct): DocumentLine {
  const { indexNo, words } = facts[0]!.open as { indexNo: string; words?: { docNo?: string } }
  return { documentId, indexNo, docNo: words?.docNo, isWithdrawn: false } as unknown as DocumentLine // what is asked of it
}

const numbersOf = (kept: ReadonlyMap<string, DocumentAct>) =>
  [...kept.values()].map(({ facts }) => (facts[0]!.open as { indexNo: string }).indexNo)

test('frames of forty, every document under the id of its line and a number of its own', async () => {
  const { kept, frames, parts } = catalogue()
  expect(await writeImport(source, plan, parts)).toMatchObject({
    ok: true,
    value: { written: 120, done: 120, refused: [] },
  })
  expect(frames).toEqual([40, 40, 40])
  expect([...kept.keys()]).toEqual(documents.map(({ line }) => importedId(batchId, line)))
  expect(new Set(numbersOf(kept)).size).toBe(120)
  expect(numbersOf(kept)[119]).toBe('014225972/2026-00120')
})

test('stopped after the first frame, it goes on behind it and writes nothing twice', async () => {
  const { kept, parts } = catalogue()
  let calls = 0
  const stopped = await writeImport(source, plan, { ...parts, isCancelled: () => ++calls > 1 })
  expect(stopped).toMatchObject({ value: { written: 40, done: 40 } })
  expect(kept.size).toBe(40)
  expect(await writeImport(source, plan, parts)).toMatchObject({ value: { written: 80, done: 120 } })
  expect(new Set(numbersOf(kept)).size).toBe(120)
})

test('one document that main refuses is named and keeps no other out; a full disk stops', async () => {
  const bad = importedId(batchId, 7)
  const refusing = catalogue(acts =>
    acts.some(({ documentId }) => documentId === bad) ? { kind: 'refused', why: { kind: 'indexNoTaken' } } : null,
  )
  const done = await writeImport(source, plan, refusing.parts)
  expect(done).toMatchObject({ value: { written: 119, refused: [{ line: 7, problem: { kind: 'refused' } }] } })
  const full = catalogue(() => ({ kind: 'diskNearlyFull', freeBytes: 1 }))
  expect(await writeImport(source, plan, full.parts)).toMatchObject({ ok: false, problem: { kind: 'diskNearlyFull' } })
})

test('a file that changed after the preview is not written', async () => {
  const { kept, parts } = catalogue()
  const changed = {
    ...plan,
    lines: plan.lines.map(one => (one.line === 3 ? { line: 3, digest: digest(3, 'b') } : one)),
  }
  const done = await writeImport(source, changed, parts)
  expect(done).toMatchObject({ value: { written: 119, refused: [{ line: 3, problem: { kind: 'changedSince' } }] } })
  expect(kept.has(importedId(batchId, 3))).toBe(false)
})

test('ids are UUIDs and differ for a hundred thousand lines', () => {
  const ids = new Set(Array.from({ length: 100_000 }, (_, line) => importedId(batchId, line + 1)))
  expect(ids.size).toBe(100_000)
  expect(importedId(batchId, 5)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a number that the source gives further down is not given to another document', async () => {
  const rows = [{}, {}, { 索引号: '014225972/2026-00002' }, {}]
  const given = rows.map((columns, index) =>
    documentOf({ line: index + 1, digest: digest(index + 1), columns: { 标题: `第${index + 1}号办法`, ...columns } }),
  )
  const made = contextOf({ columns: { title: '标题', indexNo: '索引号' }, publishedOn: 'today' })
  const { kept, parts } = catalogue(undefined, given)
  const mine = {
    ...plan,
    lines: given.map(({ line }) => ({ line, digest: digest(line) })),
    given: ['014225972/2026-00002'],
  }
  expect(await writeImport(source, mine, { ...parts, context: made })).toMatchObject({
    value: { written: 4, refused: [], isWhole: true },
  })
  const end = (indexNo: string) => Number(indexNo.slice(-5))
  expect(numbersOf(kept).map(end)).toEqual([1, 3, 2, 4])
})

test('relations and attachments are made when all documents are there, once, and what leads nowhere is named', async () => {
  const rows = [
    {
      标题: '新办法',
      文号: '云政发〔2021〕1号',
      相关: '废止 云政发[2010]第3号；修改 没有',
      附件: '附图 [附图.pdf]；没有.pdf',
    },
    { 标题: '旧办法', 文号: '云政发〔2010〕3号' },
  ]
  const given = rows.map((columns, index) =>
    documentOf({ line: index + 1, digest: digest(index + 1), columns: columns as Record<string, string> }),
  )
  const made = contextOf({
    columns: { title: '标题', docNo: '文号', relations: '相关', attachments: '附件' },
    publishedOn: 'today',
  })
  const { kept, parts, attached } = catalogue(undefined, given)
  const mine = { ...plan, lines: given.map(({ line }) => ({ line, digest: digest(line) })) }
  const folder = { ...source, kind: 'folder' as const }
  const done = await writeImport(folder, mine, { ...parts, context: made })
  expect(done).toMatchObject({
    value: {
      ...{ written: 2, refused: [], isWhole: true },
      left: [
        { line: 1, what: 'relation', text: '没有', problem: 'relationUnknown' },
        { line: 1, what: 'attachment', text: '没有.pdf', problem: { kind: 'scanSourceGone' } },
      ],
    },
  })
  const related = () => kept.get(importedId(batchId, 1))!.facts.filter(({ type }) => type === 'document.related@1')
  expect(related()).toEqual([{ type: 'document.related@1', open: { kind: 'repeals', to: importedId(batchId, 2) } }])
  expect(attached[0]).toBe(`附图 附图.pdf ${importedId(batchId, 1)}`)
  await writeImport(folder, mine, { ...parts, context: made })
  expect(related()).toHaveLength(1)
})

test('a line that the source has no more is refused, and the import comes to its end', async () => {
  const { parts } = catalogue(undefined, documents.slice(0, 10))
  expect(await writeImport(source, plan, parts)).toMatchObject({
    value: { written: 10, done: 120, isWhole: true, refused: { length: 110 } },
  })
})
