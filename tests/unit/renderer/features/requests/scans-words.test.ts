import { expect, test } from 'vitest'
import { sizeWords, titleOf } from '../../../../../renderer/case-parts/scan-words'
import { textPages } from '../../../../../renderer/case-parts/use-open-scan'
import { translatorFor } from '../../../../../renderer/i18n/translator'

test.each([
  ['签名表.jpg', '签名表'],
  ['SCAN_0042.TIFF', 'SCAN_0042'],
  ['2019-G-014号.补正', '2019-G-014号.补正'],
  ['.pdf', '.pdf'],
  ['  信封 .png', '信封'],
  ['长'.repeat(300) + '.pdf', '长'.repeat(200)],
])('%s is kept as %s', (name, title) => expect(titleOf(name)).toBe(title))

test.each([
  [0, '0 字节', '0 bytes'],
  [1, '1 字节', '1 byte'],
  [1_025, '2 KB', '2 KB'],
  [1_048_576, '1.0 MB', '1.0 MB'],
  [52_428_800, '50.0 MB', '50.0 MB'],
])('%i bytes', (bytes, chinese, english) => {
  expect(sizeWords(bytes, translatorFor('zh-CN'))).toBe(chinese)
  expect(sizeWords(bytes, translatorFor('en'))).toBe(english)
})

test('a text of any shape is shown in pieces that a window can bear, and nothing of it is lost', () => {
  for (const text of [
    '',
    '一行',
    'a\nb\r\nc',
    'x'.repeat(100_000),
    '行\n'.repeat(1_000),
    `${'长'.repeat(29_999)}\n尾`,
  ]) {
    const pages = textPages(text)
    expect(Math.max(...pages.map(page => page.length))).toBeLessThanOrEqual(30_300)
    expect(pages.join('\n').replace(/\n/g, '')).toBe(text.replace(/[\r\n]/g, ''))
  }
  expect(textPages('行\n'.repeat(1_000)).length).toBe(4)
})
