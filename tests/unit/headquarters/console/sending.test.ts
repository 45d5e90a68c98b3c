import fs from 'node:fs'
import { expect, it, test } from 'vitest'
import { newSending } from '#shared/contracts/headquarters-sendings'
import { err, ok } from '#shared/kernel/result'
import { documentsQuery } from '#shared/contracts/headquarters-sendings'
import { matchingOffices } from '../../../../headquarters/console/matching-offices'
import { isLongEnough } from '../../../../headquarters/console/sendings/is-long-enough'
import { namedDocuments } from '../../../../headquarters/console/sendings/named-documents'
import { readContent } from '../../../../headquarters/console/sendings/read-content'
import { sendInParts } from '../../../../headquarters/console/sendings/send-in-parts'

const text = (path: string) => fs.readFileSync(path, 'utf8')
const calendar = text('resources/calendars/2026.json')
const pack = text('resources/law-packs/2024-01.json')
const sendingId = '00000000-0000-4000-8000-0000000000a1'

test('files that the program brings are read, and headquarters takes what was read', () => {
  for (const [kind, file, title] of [
    ['calendar', calendar, '2026年放假安排'],
    ['lawPack', `\uFEFF${pack}`, '救济规定 2024-01'],
    ['documents', '{"标题":"一号"}\r\n\n{"标题":"二号"}\n', '目录'],
  ] as const) {
    const read = readContent(kind, '目录.jsonl', file)
    expect(read).toMatchObject({ ok: true, value: { kind, title } })
    const sent = { sendingId, offices: [530102001], content: read.ok && read.value }
    expect(newSending.safeParse(JSON.parse(JSON.stringify(sent))).success).toBe(true)
  }
})

it.each([
  ['calendar', 'x', { kind: 'notJson' }],
  ['calendar', pack, { kind: 'notACalendar' }],
  ['calendar', calendar.replace('2026-02-28', '2026-03-03'), { kind: 'notACalendar' }],
  ['lawPack', calendar, { kind: 'notALawPack' }],
  ['documents', '\n', { kind: 'noDocuments' }],
  ['documents', '{}\n[]', { kind: 'notALine', line: 2 }],
  ['documents', '{}\n'.repeat(501), { kind: 'tooMany' }],
  ['documents', JSON.stringify({ 正文: '文'.repeat(400_000) }), { kind: 'tooMany' }],
] as const)('a file that is no %s is refused with its reason', (kind, file, problem) => {
  expect(readContent(kind, 'x.json', file)).toEqual({ ok: false, problem })
})

test('documents are named by the columns that an office would import, whatever the file calls them', () => {
  const lines = [
    '\uFEFF{"题名":"一号公告","文号":"云政发〔2026〕5号","标题":""}',
    '{"文号":null,"题名":"二号公告","正文":"全文"}',
    '{"正文":"没有名称","题名":["甲"]}',
  ]
  expect(namedDocuments(lines)).toEqual([
    { title: '一号公告', docNo: '云政发〔2026〕5号' },
    { title: '二号公告', docNo: '' },
    { title: '', docNo: '' },
  ])
  expect(namedDocuments(['{"number":7,"title":"三号"}'])).toEqual([{ title: '三号', docNo: '7' }])
})

const content = { kind: 'notice' as const, title: 'x', text: 'x' }
const offices = Array.from({ length: 120 }, (_, at) => 530102001 + at)

test('many offices are sent to a few at a time; one that has no machine is named', async () => {
  const asked: number[] = []
  const done: number[] = []
  const link = {
    send: async ({ offices: some }: { offices: number[] }) => {
      asked.push(some.length)
      return ok({
        results: some.map(officeId => ({ officeId, outcome: officeId === 530102003 ? 'noMachine' : 'sent' })),
      } as never)
    },
  }
  const result = await sendInParts(link, { sendingId, offices, content }, count => void done.push(count))
  expect(asked).toEqual([50, 50, 20])
  expect(done).toEqual([50, 100, 120])
  expect(result).toEqual({ sent: 119, already: 0, noMachine: [530102003], left: [], why: null })
})

test('what is left when headquarters does not answer can be gone on with', async () => {
  let times = 0
  const link = {
    send: async ({ offices: some }: { offices: number[] }) =>
      ++times === 2
        ? err({ kind: 'away' as const })
        : ok({ results: some.map(officeId => ({ officeId, outcome: 'sent' as const })) }),
  }
  const result = await sendInParts(link, { sendingId, offices, content }, () => undefined)
  expect([result.sent, result.left.length, result.why]).toEqual([50, 70, 'away'])
})

test('offices are found by a part of the name or the beginning of the number', () => {
  const rows = [
    { officeId: 530102001, name: '云溪县档案馆' },
    { officeId: 530103001, name: '青石县档案馆' },
  ]
  expect(matchingOffices(rows, ' ').length).toBe(2)
  expect(matchingOffices(rows, '青石').map(({ officeId }) => officeId)).toEqual([530103001])
  expect(matchingOffices(rows, '５３０１０２').map(({ officeId }) => officeId)).toEqual([530102001])
  expect(matchingOffices(rows, '102')).toEqual([])
})

test('an office is found by its own name, with the brackets, letters and digits that stand in it', () => {
  for (const name of ['云溪县档案馆（新馆）', '云溪县ＡＢ办', '云溪县２号楼', '㎡办', 'İ办'])
    for (const typed of [name, name.normalize('NFKC'), name.toLowerCase()])
      expect(matchingOffices([{ officeId: 530102001, name }], typed), typed).toHaveLength(1)
})

test('words that may be looked for are those that headquarters takes', () => {
  for (const words of ['', ' ', '乡', '乡村', ' 乡 ', '𬺰', '𬺰村', 'a', '%%'])
    expect(isLongEnough(words), words).toBe(documentsQuery.safeParse({ words }).success)
})
