import { expect, test } from 'vitest'
import type { DocumentAct, DocumentRecord } from '../../../../../shared/application/catalogue-ports'
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
const part = 50

/** A catalogue that keeps what it is given. */
function catalogue(write: (acts: readonly DocumentAct[]) => Problem | null = () => null) {
  const kept = new Map<string, DocumentAct>()
  const frames: number[] = []
  const parts: WriteParts = {
    intake: {
      read: async (_id, from) => {
        const next = from + part < documents.length ? from + part : null
        return ok({ documents: documents.slice(from, from + part), next })
      },
    },
    acts: {
      write: async (_role, acts): Promise<Result<void, Problem>> => {
        const problem = write(acts)
        if (problem) return err(problem)
        for (const act of acts) {
          expect(kept.has(act.documentId), 'nothing is written twice').toBe(false)
          kept.set(act.documentId, act)
        }
        frames.push(acts.length)
        return ok(undefined)
      },
    },
    book: {
      get: async ids => ids.map(id => (kept.has(id) ? ({} as DocumentRecord) : null)),
      nextIndexSerial: async () => kept.size + 1,
    },
    numberings: [{ agencyId, template: '{orgCode}/{yyyy}-{seq:5}', orgCode: '014225972' }],
    context: contextOf({ columns: choices.columns }),
    role: 'clerk',
    onProgress: () => undefined,
    isCancelled: () => false,
  }
  return { kept, frames, parts }
}

const numbersOf = (kept: ReadonlyMap<string, DocumentAct>) =>
  [...kept.values()].map(({ facts }) => (facts[0]!.open as { indexNo: string }).indexNo)

test('frames of fifty, every document under the id of its line and a number of its own', async () => {
  const { kept, frames, parts } = catalogue()
  expect(await writeImport(source, plan, parts)).toMatchObject({
    ok: true,
    value: { written: 120, done: 120, refused: [] },
  })
  expect(frames).toEqual([50, 50, 20])
  expect([...kept.keys()]).toEqual(documents.map(({ line }) => importedId(batchId, line)))
  expect(new Set(numbersOf(kept)).size).toBe(120)
  expect(numbersOf(kept)[119]).toBe('014225972/2026-00120')
})

test('stopped after the first frame, it goes on behind it and writes nothing twice', async () => {
  const { kept, parts } = catalogue()
  let calls = 0
  const stopped = await writeImport(source, plan, { ...parts, isCancelled: () => ++calls > 1 })
  expect(stopped).toMatchObject({ value: { written: 50, done: 50 } })
  expect(kept.size).toBe(50)
  expect(await writeImport(source, plan, parts)).toMatchObject({ value: { written: 70, done: 120 } })
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
