import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentRecord } from '../../../../../shared/application/catalogue-ports'
import { attachmentName, catalogueRow, exportColumns } from '../../../../../shared/application/intake/catalogue-row'
import { guessColumns, headWordOf } from '../../../../../shared/application/intake/fields'
import { readRow } from '../../../../../shared/application/intake/read-row'
import type { Agency } from '../../../../../shared/domain/agencies/office-facts'
import type { DocumentDetails, DocumentId, RelationKind } from '../../../../../shared/domain/catalogue/document-facts'
import { bagFolder } from '../../../../../electron/main/documents/outtake/bag-folder'
import {
  csvFiles,
  jsonLinesFile,
  xlsxFiles,
  type CatalogueFile,
  type FolderWithFiles,
} from '../../../../../electron/main/documents/outtake/catalogue-file'
import { documentFolder } from '../../../../../electron/main/documents/outtake/document-folder'
import { openSource } from '../../../../../electron/main/documents/sources/open-source'
import { agencyId, contextOf } from '../../../shared/application/intake/samples'

/** Signs that mean something to one of the formats, and words that one of them could take for something else. */
const signs = [...'甲乙丙〔〕（）；;，,、：:"\'\\/[]{}<>&#*_|`~=+-@%. 　12𠮷\u{1F600}éＡ']
const traps = [
  '=1+1',
  "'a",
  '007',
  '123456789012345678',
  '_x0041_',
  '<b>&amp;',
  '[["a","b"]]',
  'null',
  '2020-01-01',
  '1e5',
]
const raw = fc.oneof(fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 }), fc.constantFrom(...traps))
/** As forms give it: no blanks at the ends, one line, something in it. */
const line = raw.map(text => text.trim()).filter(text => text !== '')
const lines = fc
  .array(raw, { minLength: 1, maxLength: 4 })
  .map(all => all.join('\n').trim())
  .filter(text => text !== '')
const body = fc.oneof(
  fc.constant(''),
  fc
    .array(fc.oneof(raw, fc.constantFrom('---', '# 一', '1. 甲', '　　第一条', '', '```')), { maxLength: 8 })
    .map(all => all.join('\n'))
    .filter(text => text.trim() !== ''),
  fc.constant('长𠮷'.repeat(12_000)), // more than one cell of a workbook holds
)
const day = fc.integer({ min: 0, max: 9_000 }).map(n => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10))
const given = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const isNumber = (text: string): boolean => !/^(?:无|-|—|\/|暂无|无文号)$/u.test(text)

const free = fc.record({
  ...{ genre: given(line), publisher: given(line), issuer: given(line), source: given(line) },
  ...{
    documentDate: given(day),
    formedOn: given(day),
    changedOn: given(day),
    validFrom: given(day),
    validTo: given(day),
  },
  ...{ title: line, docNo: given(line.filter(isNumber)), abstract: given(lines), legalBasis: given(lines) },
  keywords: given(fc.uniqueArray(line, { minLength: 1, maxLength: 4 })),
  topicClass: fc.constantFrom('22', '1001', '0201'),
  validity: fc.constantFrom('VALID', 'PARTLY_AMENDED', 'REPEALED', 'EXPIRED', 'UNKNOWN'),
})
const disclosure = fc.oneof(
  fc.record({ attribute: fc.constant('PROACTIVE'), publishedOn: given(day) }),
  fc.record({ attribute: fc.constantFrom('ON_REQUEST', 'NOT_DISCLOSED'), closedBecause: lines }),
)
const file = fc.record({ title: line, content: fc.constantFrom('图一', '表二\n', '附件三') })
const document = fc.record({
  ...{ free, disclosure, body, files: fc.uniqueArray(file, { maxLength: 2, selector: ({ content }) => content }) },
  relations: fc.uniqueArray(
    fc.record({ kind: fc.constantFrom<RelationKind>('amends', 'repeals', 'interprets'), to: fc.nat(4) }),
    { maxLength: 3, selector: ({ kind, to }) => `${kind}${to}` },
  ),
})
const catalogue = fc
  .tuple(fc.uniqueArray(line, { minLength: 5, maxLength: 5 }), fc.array(document, { minLength: 1, maxLength: 4 }))
  .map(([indexNos, documents]) => documents.map((each, index) => writtenOf(each, indexNos, index)))

type Drawn = typeof document extends fc.Arbitrary<infer T> ? T : never

function writtenOf({ free, disclosure, body, files, relations }: Drawn, indexNos: readonly string[], index: number) {
  const all = { ...free, ...disclosure, indexNo: indexNos[index]!, agencyId }
  const details = JSON.parse(JSON.stringify(all)) as unknown as DocumentDetails // what was not drawn is not there
  const attachments = files.map(({ title, content }) => ({
    ...{ title, content, digest: createHash('sha256').update(content).digest('hex'), mime: 'text/plain' },
  }))
  const kept = { details, text: null, attachments, relations, isWithdrawn: false }
  const record = { document: kept } as unknown as DocumentRecord // the parts of it that are written out
  const names = {
    agencies: [{ agencyId, name: '云河县人民政府办公室' } as Agency],
    topicNames: {},
    indexNoOf: (to: DocumentId) => indexNos[to as unknown as number], // places stand for ids here
  }
  const related = relations.map(({ kind, to }) => ({ kind, to: indexNos[to]! }))
  return { details, body, attachments, related, row: catalogueRow(record, body, names) }
}

interface Format {
  readonly name: string
  readonly make: (target: string) => CatalogueFile | FolderWithFiles
  readonly runs: number
}
const formats: Readonly<Record<string, Format>> = {
  'JSON Lines': { name: 'a.jsonl', make: target => jsonLinesFile(target, exportColumns), runs: 12 },
  csv: { name: 'a.csv', make: target => csvFiles(target, exportColumns), runs: 12 },
  xlsx: { name: 'a.xlsx', make: target => xlsxFiles(target, exportColumns, '目录'), runs: 6 },
  'a package': {
    ...{ name: '移交包', runs: 6 },
    make: target => bagFolder(target, exportColumns, { source: '云河县档案馆', baggedOn: '2026-09-08' }),
  },
  'a folder of documents': {
    ...{ name: '目录', runs: 8 },
    make: target => documentFolder(target, { columns: exportColumns, ...headWordOf }),
  },
}

test.each(Object.entries(formats))(
  '%s: any document comes back with every column',
  async (_name, { name, make, runs }) => {
    await fc.assert(
      fc.asyncProperty(catalogue, async documents => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'round-trip-'))
        try {
          await there(make(path.join(folder, name)), documents)
          await back(path.join(folder, name), documents)
        } finally {
          fs.rmSync(folder, { recursive: true, force: true })
        }
      }),
      { numRuns: runs },
    )
  },
)

type Written = ReturnType<typeof writtenOf>

async function there(file: CatalogueFile | FolderWithFiles, documents: readonly Written[]): Promise<void> {
  await file.add(documents.map(({ row }) => row))
  if ('attach' in file)
    for (const [row, { attachments }] of documents.entries())
      for (const { digest, mime, content } of attachments)
        await file.attach(attachmentName(digest, mime), [Buffer.from(content)], row)
  await file.keep(() => null)
}

async function back(place: string, documents: readonly Written[]): Promise<void> {
  const source = await openSource(place, { cMaps: '' })
  if (!source.ok) throw new Error(JSON.stringify(source.problem))
  expect(source.value.documents).toBe(documents.length)
  const columns = guessColumns(source.value.columns ?? exportColumns)
  for (const [index, { details, body, attachments, related }] of documents.entries()) {
    const read = readRow(await source.value.read(index), contextOf({ columns }))
    expect(read.details).toEqual(details)
    expect(read.text).toBe(body)
    expect(read.relations).toEqual(related)
    const named = attachments.map(({ title, digest, mime }) => ({ title, name: attachmentName(digest, mime) }))
    expect(read.attachments).toEqual(named)
    if (!source.value.attached) continue
    for (const [at, { name }] of named.entries()) {
      const file = await source.value.attached(index, name)
      expect(Buffer.from(file!.bytes!).toString()).toBe(attachments[at]!.content)
    }
  }
  source.value.close()
}
