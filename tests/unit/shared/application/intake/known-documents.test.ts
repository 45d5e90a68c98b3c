import { expect, test } from 'vitest'
import { knownDocuments, textKey, titleKey } from '../../../../../shared/application/intake/known-documents'

const text = '第一条 为了规范供水工作，制定本办法，适用于本行政区域。'
const kindsOf = (findings: readonly { kind: string }[]) => findings.map(({ kind }) => kind)

test('the same number in other brackets, of the same issuer or of none named, is a double; of another issuer it is not', () => {
  const known = knownDocuments()
  known.add({ docNo: '云政发〔2020〕5号', issuer: '云河县人民政府', title: '甲办法', textKey: '' }, 'a/1')
  const double = { kind: 'sameNumber', text: '云政发[2020]第5号', other: 'a/1' }
  expect(known.findingsOf({ docNo: '云政发[2020]第5号', issuer: '云河县人民政府', textKey: '' })).toEqual([double])
  expect(known.findingsOf({ docNo: '云政发[2020]第5号', textKey: '' })).toEqual([double])
  expect(known.findingsOf({ docNo: '云政发[2020]第5号', issuer: '云溪县人民政府', textKey: '' })).toEqual([])
})

test('the same text however its lines break, the same index number, a title that differs in its brackets', () => {
  const known = knownDocuments()
  known.add({ indexNo: 'x/1', title: '云河县供水办法（试行）', textKey: textKey(text) }, 'x/1')
  expect(known.findingsOf({ title: '别的', textKey: textKey(text.replace('，', '，\n　　')) })).toEqual([
    { kind: 'sameText', other: 'x/1' },
  ])
  expect(kindsOf(known.findingsOf({ indexNo: 'x/1', title: '别的', textKey: '' }))).toEqual(['indexNoTaken'])
  expect(kindsOf(known.findingsOf({ title: '云河县供水办法（2020年修订）', textKey: '' }))).toEqual(['nearTitle'])
  expect(titleKey('通知')).toBe('')
})

test('twenty thousand texts that differ in one character have twenty thousand keys', () => {
  const keys = new Set(
    Array.from({ length: 20_000 }, (_, index) => textKey(`${text}${String.fromCharCode(0x4e00 + index)}`)),
  )
  expect(keys.size).toBe(20_000)
  expect(textKey('太短')).toBe('')
})
