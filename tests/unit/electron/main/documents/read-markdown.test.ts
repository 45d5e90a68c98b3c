import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../../../electron/main/documents/decode-text'
import { readMarkdown } from '../../../../../electron/main/documents/read-markdown'

describe('Markdown', () => {
  test('front matter becomes columns as it is written, lists joined; the text loses its marks and keeps its words', () => {
    const read = readMarkdown(
      [
        '---',
        'title: 关于印发《云河县供水管理办法》的通知',
        '发文字号: 云政发〔2020〕5号',
        'date: 2020-01-05',
        'draft: no',
        'code: 007',
        'keywords: [供水, 管网]',
        'deep: {a: b}',
        '---',
        '# 关于印发《云河县供水管理办法》的通知',
        '',
        '各**乡镇**人民政府，[县直](https://example.invalid)各单位：',
        '',
        '| 事项 | 期限 |',
        '| --- | --- |',
        '| 报装 | 5 日 |',
        '',
        '1. 总则',
        '2. 附则',
        '',
        '<!-- 内部批注 -->',
        '第一条 &lt;供水&gt;',
      ].join('\n'),
    )
    expect(read.columns).toEqual({
      title: '关于印发《云河县供水管理办法》的通知',
      发文字号: '云政发〔2020〕5号',
      date: '2020-01-05',
      draft: 'no',
      code: '007',
      keywords: '供水；管网',
    })
    expect(read.text).toBe(
      [
        '关于印发《云河县供水管理办法》的通知',
        '',
        '各乡镇人民政府，县直各单位：',
        '',
        '事项\t期限',
        '报装\t5 日',
        '',
        '1. 总则',
        '2. 附则',
        '',
        '第一条 <供水>',
      ].join('\n'),
    )
    expect(read.notes).toEqual([])
  })

  test('a head that is no YAML is said so and stays in the text; a rule at the start is no head', () => {
    const broken = readMarkdown('---\na: [\n---\n正文')
    expect(broken.notes).toEqual(['headUnreadable'])
    expect(broken.text).toContain('正文')
    expect(readMarkdown('第一段\n\n---\n\n第二段').text).toBe('第一段\n\n第二段')
  })

  test('aliases of a head do not multiply', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    for (let each = 0; each < 20; each++) lines.push(`b${each}: &b${each} [*a, *a, *a, *a]`)
    const read = readMarkdown(`---\n${lines.join('\n')}\n---\n正文`)
    expect(Object.keys(read.columns)).toEqual(['a'])
    expect(read.text).toBe('正文')
  })
})

const sample = '云河县2020年供水管理办法\r\n第一条'
/** Written out because Node only reads it. */
const gb18030 = Buffer.from('d4c6bad3cfd832303230c4eab9a9cbaeb9dcc0edb0ecb7a80d0ab5dad2bbccf5', 'hex')
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()

describe('encodings', () => {
  test.each<[string, Uint8Array, readonly string[]]>([
    ['UTF-8', Buffer.from(sample), []],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${sample}`), []],
    ['GB18030', gb18030, ['gb18030']],
    ['UTF-16 LE with BOM', Buffer.from(`\uFEFF${sample}`, 'utf16le'), ['utf16']],
    ['UTF-16 BE with BOM', swapped(Buffer.from(`\uFEFF${sample}`, 'utf16le')), ['utf16']],
    ['UTF-16 LE', Buffer.from(sample, 'utf16le'), ['utf16']],
    ['UTF-16 BE', swapped(Buffer.from(sample, 'utf16le')), ['utf16']],
  ])('%s', (_name, bytes, notes) => {
    expect(decodeText(bytes)).toEqual({ text: '云河县2020年供水管理办法\n第一条', notes })
  })

  test('six characters that decoders leave private are what they are today', () => {
    const bytes = ['51', '52', '53', '6c', '76', '91'].flatMap(low => [0xfe, Number.parseInt(low, 16)])
    expect(decodeText(Uint8Array.from(bytes))?.text).toBe('𠂇𠂉𠃌𡗗𢦏𤇾')
  })

  test('what is no text is none', () => {
    expect(decodeText(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 255]))).toBeNull()
    expect(decodeText(Uint8Array.from([0xb5, 0xff, 0xff, 0xff]))).toBeNull()
  })
})
