import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DocumentRecord } from '../../../../../shared/application/catalogue-ports'
import { catalogueRow, exportColumns } from '../../../../../shared/application/intake/catalogue-row'
import { guessColumns } from '../../../../../shared/application/intake/fields'
import { readRow } from '../../../../../shared/application/intake/read-row'
import type { DocumentDetails } from '../../../../../shared/domain/catalogue/document-facts'
import type { Agency } from '../../../../../shared/domain/agencies/office-facts'
import { bagFolder } from '../../../../../electron/main/documents/outtake/bag-folder'
import {
  csvFiles,
  jsonLinesFile,
  xlsxFiles,
  type CatalogueFile,
} from '../../../../../electron/main/documents/outtake/catalogue-file'
import { openSource } from '../../../../../electron/main/documents/sources/open-source'
import { agencyId, contextOf } from '../../../shared/application/intake/samples'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'round-trip-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const whole = {
  ...{
    indexNo: '014225972/2020-00001',
    agencyId,
    topicClass: '1001',
    genre: '办法',
    publisher: '云河县人民政府办公室',
  },
  ...{ issuer: '云河县人民政府', source: '云河县人民政府网站', documentDate: '2020-01-05', formedOn: '2020-01-06' },
  ...{ changedOn: '2020-02-01', publishedOn: '2020-02-03', validFrom: '2020-02-01', validTo: '2025-02-01' },
  ...{ validity: 'PARTLY_AMENDED', attribute: 'PROACTIVE', title: '=供水"办法",甲𠮷', docNo: '云政发〔2020〕5号' },
  ...{ abstract: '第一行\n第二行', keywords: ['供水', '管网；水价'], legalBasis: '供水条例第三条' },
} as unknown as DocumentDetails // its days are brands
const closed = {
  ...{ indexNo: '007', agencyId, topicClass: '22', validity: 'UNKNOWN', attribute: 'NOT_DISCLOSED' },
  ...{ title: '内部材料', closedBecause: '涉及个人隐私' },
} as unknown as DocumentDetails
const texts = [`　　第一条 "引号", 'apostrophe'\n\n=1+1\n${'长𠮷'.repeat(30_000)}`, '']
const details = [whole, closed]

const rows = details.map((each, index) => {
  const document = { details: each, text: null, attachments: [], relations: [], isWithdrawn: false }
  const record = { document } as unknown as DocumentRecord // the parts of it that are written out
  const names = {
    agencies: [{ agencyId, name: '云河县人民政府办公室' } as Agency],
    topicNames: {},
    indexNoOf: () => undefined,
  }
  return catalogueRow(record, texts[index]!, names)
})

const formats: readonly (readonly [string, string, (target: string) => CatalogueFile])[] = [
  ['JSON Lines', 'a.jsonl', target => jsonLinesFile(target, exportColumns)],
  ['csv', 'a.csv', target => csvFiles(target, exportColumns)],
  ['xlsx', 'a.xlsx', target => xlsxFiles(target, exportColumns, '目录')],
  [
    'a package',
    '移交包',
    target => bagFolder(target, exportColumns, { source: '云河县档案馆', baggedOn: '2026-09-08' }),
  ],
]

test.each(formats)('%s: what is written out is read in again, column for column', async (_name, name, make) => {
  const target = path.join(folder, name)
  const file = make(target)
  await file.add(rows)
  expect(fs.existsSync(target), 'nothing stands under its name before it is whole').toBe(false)
  await file.keep(() => null)
  expect(fs.readdirSync(folder)).toEqual([name])
  const source = await openSource(target, { cMaps: '' })
  if (!source.ok) throw new Error(JSON.stringify(source.problem))
  expect(source.value.documents).toBe(2)
  for (const [index, expected] of details.entries()) {
    const document = await source.value.read(index)
    const read = readRow(document, contextOf({ columns: guessColumns(source.value.columns ?? exportColumns) }))
    expect(read.findings).toEqual([])
    expect(read.details).toEqual(expected)
    expect(read.text).toBe(texts[index])
  }
  source.value.close()
})

test('an attachment lies in the package once, and the package is sound; given up, nothing is left', async () => {
  const target = path.join(folder, '移交包')
  const bag = bagFolder(target, exportColumns, { source: '云河县\n档案馆', baggedOn: '2026-09-08' })
  await bag.add(rows)
  expect(await bag.attach('aa.pdf', [Buffer.from('%PDF-'), Buffer.from('1.4')], 0)).toBe('added')
  expect(await bag.attach('aa.pdf', [Buffer.from('%PDF-1.4')], 0)).toBe('there')
  await bag.keep(() => null)
  expect(fs.readFileSync(path.join(target, 'data/attachments/aa.pdf'), 'utf8')).toBe('%PDF-1.4')
  expect(await openSource(target, { cMaps: '' })).toMatchObject({ ok: true, value: { documents: 2 } })
  const dropped = bagFolder(path.join(folder, '另一个'), exportColumns, { source: '', baggedOn: '' })
  await dropped.add(rows)
  dropped.drop()
  expect(fs.readdirSync(folder)).toEqual(['移交包'])
})
