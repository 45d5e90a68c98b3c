import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linesFiles } from '../../../../../electron/main/registers/lines-file'
import { valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lines-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const files = (askWhere: (suggested: string) => Promise<string | null> = async suggested => suggested) =>
  linesFiles({ askWhere, documentsFolder: folder, newId: randomUUID })

test('parts become one file at its end and none before, with the digest of what lies there', async () => {
  const lines = files()
  const id = valueOf(await lines.begin('catalogue.jsonl'))!
  valueOf(await lines.part(id, '{"title":"甲"}\n'))
  valueOf(await lines.part(id, '{"title":"乙"}\n'))
  expect(fs.readdirSync(folder)).toEqual(['catalogue.jsonl.part'])
  const written = valueOf(await lines.end(id))
  const bytes = fs.readFileSync(path.join(folder, 'catalogue.jsonl'))
  expect(bytes.toString()).toBe('{"title":"甲"}\n{"title":"乙"}\n')
  expect(written).toEqual({ digest: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length })
  expect(fs.readdirSync(folder)).toEqual(['catalogue.jsonl'])
  expect(await lines.part(id, 'more')).toEqual({ ok: false, problem: { kind: 'notFound' } })
})

test('one that is given up, or followed by another, leaves nothing', async () => {
  const lines = files()
  const first = valueOf(await lines.begin('first.jsonl'))!
  valueOf(await lines.part(first, '一'))
  const second = valueOf(await lines.begin('second.jsonl'))!
  expect(fs.readdirSync(folder)).toEqual(['second.jsonl.part'])
  await lines.drop(second)
  expect(fs.readdirSync(folder)).toEqual([])
})

test('a place that cannot be written is a problem, a cancelled dialog is none', async () => {
  const nowhere = files(async () => path.join(folder, 'no', 'such', 'folder.jsonl'))
  expect(await nowhere.begin('a.jsonl')).toEqual({ ok: false, problem: { kind: 'cannotWrite', detail: 'ENOENT' } })
  expect(await files(async () => null).begin('a.jsonl')).toEqual({ ok: true, value: null })
})
