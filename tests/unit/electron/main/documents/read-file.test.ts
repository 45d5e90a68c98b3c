import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { limits } from '../../../../../electron/main/documents/limits'
import { readFile } from '../../../../../electron/main/documents/read-file'
import { makeDocx, makePdf, paragraph } from '../../../../support/documents/make-documents'
import { makeZip } from '../../../../support/documents/make-zip'

const cMaps = `${path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`
const read = (name: string, bytes: Uint8Array) => readFile(name, bytes, cMaps)

describe('PDF', () => {
  test('Chinese in a font that is named by a table of codes, line by line and page by page', async () => {
    const words = await read('通知.pdf', makePdf([['云河县人民政府文件', '云政发〔2020〕5号'], ['第一条 为了供水']]))
    expect(words).toMatchObject({ format: 'pdf', notes: [] })
    expect(words.text).toBe('云河县人民政府文件\n云政发〔2020〕5号\n第一条 为了供水')
  })

  test('a scan has no text and is said to be one; of several pages, some', async () => {
    expect(await read('扫描.pdf', makePdf([[], []]))).toMatchObject({ text: '', notes: ['scanned'] })
    expect(await read('一半.pdf', makePdf([['有字'], []]))).toMatchObject({ text: '有字', notes: ['partlyScanned'] })
  })

  test('what is broken is damaged, not empty', async () => {
    expect(await read('坏.pdf', Buffer.from('%PDF-1.4\nnonsense'))).toMatchObject({ unreadable: 'damaged' })
  })
})

describe('Word', () => {
  test('paragraphs are lines, rows of a table too; deleted words, codes and second drawings are no text', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const body = [
      paragraph('云河县人民政府文件'),
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>第一条</w:t><w:tab/><w:t>供水&amp;排水 &#x20BB7;</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`,
      `<mc:AlternateContent><mc:Choice>${paragraph('红头')}</mc:Choice><mc:Fallback>${paragraph('红头')}</mc:Fallback></mc:AlternateContent>`,
      `<w:tbl><w:tr>${cell('事项')}${cell('期限')}</w:tr><w:tr>${cell('报装')}${cell('5 日')}</w:tr></w:tbl>`,
      '<constructor/>',
    ].join('')
    const words = await read('通知.docx', makeDocx(body))
    expect(words).toMatchObject({ format: 'docx', notes: [] })
    expect(words.text).toBe('云河县人民政府文件\n第一条\t供水&排水 𠮷\n红头\n事项\t期限\n报装\t5 日')
  })

  test('another namespace prefix is the same document', async () => {
    const xml =
      '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p><x:r><x:t>正文</x:t></x:r></x:p></x:body></x:document>'
    const words = await read('a.docx', makeZip([{ name: 'word/document.xml', data: Buffer.from(xml) }]))
    expect(words.text).toBe('正文')
  })

  test('a bomb is not unpacked, a workbook is no document, an OLE file is told by what it is', async () => {
    const bomb = makeZip([{ name: 'word/document.xml', data: Buffer.alloc(8 * 1024 * 1024, 0x20) }])
    expect(await read('a.docx', bomb)).toMatchObject({ unreadable: 'tooLarge' })
    const lying = makeZip([{ name: 'word/document.xml', data: Buffer.alloc(4096, 0x20), saysBytes: 10 }])
    expect(await read('a.docx', lying)).toMatchObject({ unreadable: 'damaged' })
    const workbook = makeZip([{ name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') }])
    expect(await read('a.docx', workbook)).toMatchObject({ unreadable: 'otherFormat' })
    const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])
    expect(await read('a.docx', ole)).toMatchObject({ unreadable: 'locked' })
    expect(await read('a.doc', ole)).toMatchObject({ unreadable: 'otherFormat' })
    expect(await read('a.docx', makeDocx('<w:p>'))).toMatchObject({ unreadable: 'damaged' })
  })
})

describe('text', () => {
  test('a text that is too long is cut and said so; control characters and halves of pairs go', async () => {
    const long = await read('a.txt', Buffer.from('供'.repeat(limits.textLength + 5)))
    expect(long.text).toHaveLength(limits.textLength)
    expect(long.notes).toEqual(['cutShort'])
    expect((await read('a.txt', Buffer.from('供\u0001水\u007f'))).text).toBe('供水')
    expect((await read('a.txt', Buffer.from('供水'))).unreadable).toBeUndefined()
  })

  test('what is no document is named as such', async () => {
    expect(await read('a.html', Buffer.from('<p>正文'))).toMatchObject({ unreadable: 'otherFormat' })
    expect(await read('a.txt', Buffer.from([]))).toMatchObject({ unreadable: 'empty' })
    expect(await read('a.txt', Buffer.from(' \n '))).toMatchObject({ unreadable: 'empty' })
    expect(await read('a.md', Buffer.from([0, 1, 2, 3, 0xff]))).toMatchObject({ unreadable: 'encoding' })
  })
})
