import { expect, test } from 'vitest'
import { atHome, back, go, placeOf, turn } from '../../../../../renderer/features/kiosk/kiosk-place'
import { chineseVoice, piecesOf } from '../../../../../renderer/features/kiosk/use-speech'

const voice = (lang: string, localService = true) => ({ lang, localService })

test('a Chinese voice of this machine, that of the mainland first; none where there is none', () => {
  expect(chineseVoice([voice('en-US'), voice('zh-TW'), voice('zh-CN')])?.lang).toBe('zh-CN')
  expect(chineseVoice([voice('en-US'), voice('zh-HK')])?.lang).toBe('zh-HK')
  expect(chineseVoice([voice('en-US'), voice('zh-CN', false)])).toBeNull()
  expect(chineseVoice([])).toBeNull()
})

test('sentences are read one by one, and none is longer than a breath', () => {
  expect(piecesOf('第一条　总则。\n\n第二条；第三条')).toEqual(['第一条　总则。', '第二条；', '第三条'])
  const pieces = piecesOf('字'.repeat(400))
  expect(pieces.map(piece => piece.length)).toEqual([160, 160, 80])
  expect(piecesOf('𠮷'.repeat(161)).join('')).toBe('𠮷'.repeat(161))
})

test('the way back goes step by step and ends at home; another page of a list is no step', () => {
  const question = { kind: 'typed', text: '低保' } as const
  const results = go(atHome, { page: 'results', question, from: 0 })
  const second = turn(results, { page: 'results', question, from: 5 })
  expect(placeOf(back(second))).toEqual({ page: 'home' })
  expect(placeOf(back(go(second, { page: 'document', id: '1' })))).toMatchObject({ from: 5 })
  expect(placeOf(back(atHome))).toEqual({ page: 'home' })
})
