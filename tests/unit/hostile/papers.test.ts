import { expect, test, vi } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { PrintedDocument } from '#shared/letters/document/document-model'
import { makeDocument } from '#shared/letters/document/make-document'
import { makeLetter } from '#shared/letters/make-letter'
import { makeTable } from '#shared/letters/make-table'
import { paragraphsOf } from '#shared/letters/page/clean-text'
import { everyNaughtyString } from '../../support/hostile/naughty-strings'
import { everyOfficeString } from '../../support/hostile/office-strings'
import { parseXml } from '../../support/hostile/parse-xml'
import { testFonts } from '../../support/pdf/font-files'
import { pdfaProblems } from '../../support/pdf/pdfa-structure'
import { extractText } from '../../support/pdf/pdfium'
import { qpdfCheck } from '../../support/pdf/qpdf'
import { sampleLetters } from '../shared/letters/sample-letters'

vi.setConfig({ testTimeout: 60_000 }) // seconds alone, and the machine may be shared

const texts = [...everyNaughtyString(), ...everyOfficeString()].filter(text => text.length <= 600)

/** What a PDF could do by itself, or reach for (ISO 32000-1, 12.6). */
const acts = /\/(?:JS|JavaScript|OpenAction|AA|Launch|URI|SubmitForm|GoToR|EmbeddedFile|RichMedia|XFA)\b/

const bare = (text: string): string => text.replace(/[\s\u3000\u0000-\u001f\ufffe\uffff\u00ad]+/gu, '')

test('every text on paper is itself or an empty cell that is named; nothing in the file acts', async () => {
  const made = await makeTable(
    {
      ...{
        issuer: '云溪县查阅中心',
        title: '登记簿',
        subtitle: '甲',
        notes: [],
        signatures: [],
        madeOn: '2026-09-08' as CivilDate,
      },
      parts: [
        {
          columns: [{ label: '内容', share: 1 }],
          rows: texts.map((text, index) => [`〖${index}〗${text}〖完〗`]),
          whenEmpty: '没有。',
        },
      ],
    },
    testFonts(),
  )
  const pages = await extractText(made.bytes)
  const whole = bare(pages.map(page => page.replaceAll('登记簿（续）', '').replaceAll(/内容\s*$/gmu, '')).join(''))
  const [, named = ''] = /表中有字库没有的字（(.*?)），空格处请手写补上/su.exec(made.text) ?? []
  const missing = new Set(
    [...named.matchAll(/U\+([0-9A-F]+)/gu)].map(([, hex]) => String.fromCodePoint(Number.parseInt(hex!, 16))),
  )
  const altered = texts.filter((text, index) => {
    const [, printed] = new RegExp(`〖${index}〗(.*?)〖完〗`, 'su').exec(whole) ?? []
    const meant = paragraphsOf(text).join('').replaceAll('ﬁ', 'fi') // PDFium takes this one apart when it reads
    return printed !== bare([...meant].filter(sign => !missing.has(sign)).join(''))
  })
  console.log(
    `paper: ${texts.length} texts on ${pages.length} pages, ${missing.size} signs without a font named, ${altered.length} altered`,
  )
  expect(missing.size).toBeGreaterThan(20)
  expect(altered).toEqual([])
  expect(Buffer.from(made.bytes).toString('latin1')).not.toMatch(acts)
  expect(await pdfaProblems(made.bytes)).toEqual([])
  expect((await qpdfCheck(made.bytes)).exitCode).toBe(0)
})

const titles = [
  '</dc:title><script>',
  ']]>',
  '&amp;&lt;',
  '"><x y="',
  '(x) Tj << /S /JavaScript /JS (x) >>',
  '%%EOF',
  "'=1+1",
  '张\u202e三',
]

test('a title of the worst kind is a title, in the text of the paper and in what the file says of itself', async () => {
  const model: PrintedDocument = {
    ...{ office: '云溪县查阅中心', title: '', validity: 'VALID', isPublic: true, text: '正文。' },
    ...{ citation: '《甲》', madeOn: '2026-09-08' as CivilDate },
  }
  const plain = elementsOf(
    Buffer.from((await makeDocument({ ...model, title: '甲' }, testFonts())).bytes).toString('utf8'),
  )
  for (const title of titles) {
    const { bytes } = await makeDocument({ ...model, title }, testFonts())
    expect(bare((await extractText(bytes)).join('')), title).toContain(bare(paragraphsOf(title).join('')))
    // The check of PDF/A looks for the plain words; here they are written as XML has them.
    expect(
      (await pdfaProblems(bytes)).filter(problem => !problem.startsWith('XMP lacks ')),
      title,
    ).toEqual([])
    const told = elementsOf(Buffer.from(bytes).toString('utf8'))
    expect(told.names, title).toEqual(plain.names)
    expect(told.texts, title).toContain(title)
  }
})

/** The description of a file (XMP), by a parser that refuses what is not well-formed. */
function elementsOf(file: string): { readonly names: readonly string[]; readonly texts: readonly string[] } {
  const xmp = file.slice(file.indexOf('<x:xmpmeta'), file.indexOf('</x:xmpmeta>') + '</x:xmpmeta>'.length)
  const [names, texts]: [string[], string[]] = [[], []]
  parseXml(xmp, { open: name => void names.push(name), text: text => void texts.push(text), close: () => undefined })
  return { names, texts }
}

test('reasons of a reply may hold any of them, and the letter says them or names what it cannot', async () => {
  const short = texts.filter(text => [...text].length < 40).slice(0, 300)
  const made = await makeLetter({ ...sampleLetters.R12, reasons: short.filter(isPrinted).join('\n') }, testFonts(), {
    gaps: 'allowed',
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  const read = bare((await extractText(made.value.bytes)).join('').replace(/—\s*\d+\s*—/gu, ''))
  const lost = short.filter(isPrinted).filter(text => !read.includes(bare(paragraphsOf(text).join(''))))
  expect(lost).toEqual([])
  expect(Buffer.from(made.value.bytes).toString('latin1')).not.toMatch(acts)
})

/** Of the signs that every Chinese font has; the others are the table's, above. */
const isPrinted = (text: string): boolean => /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fa5\uff01-\uff5e]+$/u.test(text)
