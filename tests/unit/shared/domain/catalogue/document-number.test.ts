import { describe, expect, it } from 'vitest'
import {
  mayBecome,
  readDocumentNumber,
  readPartialDocumentNumber,
} from '../../../../../shared/domain/catalogue/document-number'

describe('a document number', () => {
  it.each([
    ['云政发〔2020〕5号', { word: '云政发', year: 2020, number: 5 }],
    ['云政办发[2020] 15 号', { word: '云政办发', year: 2020, number: 15 }],
    ['云政发（２０２０）第５号', { word: '云政发', year: 2020, number: 5 }],
    ['国务院令第711号', { word: '国务院令', year: null, number: 711 }],
    ['云河县人民政府公告2021年第3号', { word: '云河县人民政府公告', year: 2021, number: 3 }],
  ])('%s', (printed, parts) => {
    expect(readDocumentNumber(printed)).toEqual(parts)
  })

  it.each(['无', '', '云政发', '云政发〔2020〕', '云政发〔2020〕5', '2020', '〔2020〕5号', '云政发〔20〕5号'])(
    'is not in %s',
    printed => {
      expect(readDocumentNumber(printed)).toBeNull()
    },
  )

  it.each([
    ['政发', true],
    ['云政发5', true],
    ['云政发5号', false],
    ['云政发〔2020', true],
    ['〔2020〕51', true],
    ['2020年51号', true],
    ['〔2021〕', false],
    ['政办', false],
  ])('typed %s may become 云政发〔2020〕51号: %s', (typed, may) => {
    const partial = readPartialDocumentNumber(typed)
    expect(partial && mayBecome(partial, { word: '云政发', year: 2020, number: 51 })).toBe(may)
  })
})
