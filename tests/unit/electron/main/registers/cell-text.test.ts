import { expect, test } from 'vitest'
import { needsApostrophe } from '../../../../../electron/main/registers/cell-text'

test.each([
  ['identity numbers and telephones', ['110101190001010014', '11010119000101001X', '057112345678', '007']],
  ['the same behind blanks', ['110101190001010014 ', ' 12345']],
  ['numbers that are written otherwise', ['3E5', '1e309', '.5', '5.', '1.10', '1,000', '$1', '￥20', '15%']],
  ['days and fractions that nobody meant', ['1-2', '1/2', '3/4/5', '2026/3', '1 1/2']],
  ['truth values', ['true', 'FALSE']],
  ['formulas', ['=1+1', '+1', '-1', '@A1', '\t=1', '＝1']],
])('%s are led by an apostrophe in a csv', (_name, texts) => {
  expect(texts.filter(text => !needsApostrophe(text))).toEqual([])
})

test('what a spreadsheet shows as it was, or as what it is, stays as it is', () => {
  const plain = [
    '',
    '0',
    '12345',
    '13800000000',
    '3.14',
    '2026-03-02',
    '2026-03-02 10:30',
    '10:30',
    '2026-0012',
    '第1-2项',
    '1E5号',
  ]
  expect(plain.filter(needsApostrophe)).toEqual([])
})
