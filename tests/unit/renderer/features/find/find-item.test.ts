import { expect, test } from 'vitest'
import { markedPieces, sectionsFor, type FindItem } from '../../../../../renderer/features/find/find-item'

const item = (group: FindItem['group'], label: string, also = ''): FindItem => ({
  ...{ id: label, group, icon: 'right', label, also },
  run: () => undefined,
})

const others = [
  item('desks', '今日', 'Today'),
  item('acts', '登记申请', 'Register a request'),
  item('acts', '锁定', 'Lock'),
  item('settings', '公文字体', 'Fonts'),
  item('people', '何立群'),
]
const request = item('requests', '锁定河道采砂许可')

const document = item('documents', '锁定')

const shown = (text: string, requests: readonly FindItem[] = [], documents: readonly FindItem[] = []) =>
  sectionsFor(text, { requests, documents }, others).map(({ group, items }) => [
    group,
    ...items.map(({ label }) => label),
  ])

test('with nothing typed: desks and acts, neither people nor settings', () => {
  expect(shown('')).toEqual([
    ['desks', '今日'],
    ['acts', '登记申请', '锁定'],
  ])
})

test('requests come first, unless something is called exactly as typed', () => {
  expect(shown('锁', [request])).toEqual([
    ['requests', '锁定河道采砂许可'],
    ['acts', '锁定'],
  ])
  expect(shown('锁定', [request])[0]).toEqual(['acts', '锁定'])
})

test('documents come last, also one that is called exactly so: they are found a moment after the rest is on screen', () => {
  expect(shown('锁定', [request], [document])).toEqual([
    ['acts', '锁定'],
    ['requests', '锁定河道采砂许可'],
    ['documents', '锁定'],
  ])
})

test('words of the other language lead to the same, in any case and width', () => {
  expect(shown('ｆｏｎｔ')).toEqual([['settings', '公文字体']])
  expect(shown('REGISTER request')).toEqual([['acts', '登记申请']])
})

test('six of a group at the most', () => {
  const many = Array.from({ length: 9 }, (_each, at) => item('people', `何${at}`))
  expect(sectionsFor('何', { requests: [], documents: [] }, many)[0]?.items).toHaveLength(6)
})

test('what was typed is marked wherever it stands', () => {
  expect(markedPieces('白鹭村白鹭小学', '白鹭')).toEqual(['', '白鹭', '村', '白鹭', '小学'])
  expect(markedPieces('YX-A-2026-0187', 'yx 0187')).toEqual(['', 'YX', '-A-2026-', '0187'])
  expect(markedPieces('锁定', '')).toEqual(['锁定'])
  expect(markedPieces('㍿会社', '会社')).toEqual(['㍿会社']) // another length in the form that is compared
})
