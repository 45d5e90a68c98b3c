import { expect, test } from 'vitest'
import {
  faultElsewhere,
  faultsOf,
  textChange,
  textsOf,
  wordingChanges,
  wordingForm,
  wordingHistory,
} from '#shared/application/settings/wording-form'
import { programText, type WordedLetter, type WordingTexts } from '#shared/domain/wording/office-wording'
import type { WordingVersion } from '#shared/domain/wording/office-wording'

const version = (letter: WordedLetter, n: number, texts: WordingTexts): WordingVersion => ({
  ...{ letter, version: n, texts },
  by: { actor: 'p-1' as WordingVersion['by']['actor'], at: n, hlc: String(n).padStart(4, '0') },
})

test('only what differs from the program is recorded, under the next version', () => {
  const form = { ...wordingForm('R01'), closing: ' 谢谢 ' }
  expect(textsOf('R01', form)).toEqual({ closing: '谢谢' })
  const changes = wordingChanges({ letter: 'R01', form, isForAll: false }, [version('R01', 4, { closing: '好' })])
  expect(changes).toEqual([{ letter: 'R01', version: 5, texts: { closing: '谢谢' } }])
  expect(wordingChanges({ letter: 'R01', form: wordingForm('R01'), isForAll: true }, [])).toEqual([])
})

test('for all: the text that was changed goes along, each letter keeps the rest of its own', () => {
  const versions = [version('R12', 2, { reasons: '说明：{理由}' }), version('R13', 1, { closing: '谢谢' })]
  const form = { ...wordingForm('R01'), closing: '谢谢' }
  const changes = wordingChanges({ letter: 'R01', form, isForAll: true }, versions)
  const of = (letter: WordedLetter) => changes.find(change => change.letter === letter)
  expect(changes).toHaveLength(17) // 18 replies and notices, less R13 that says it already
  expect(of('R12')).toEqual({ letter: 'R12', version: 3, texts: { reasons: '说明：{理由}', closing: '谢谢' } })
  expect(of('F03')).toBeUndefined()
  expect(of('S04')).toBeUndefined()
  expect(of('R13')).toBeUndefined()
})

test('words that cannot stand in another letter are named before anything is saved', () => {
  const form = { ...wordingForm('R12'), reasons: '依照《条例》第三十六条第四项，{理由}' }
  expect(faultsOf('R12', form)).toEqual({})
  expect(faultElsewhere({ letter: 'R12', form, isForAll: true }, [])).toMatchObject({
    letter: 'R01',
    fault: { kind: 'articleNotOfLetter' },
  })
  expect(faultElsewhere({ letter: 'R12', form, isForAll: false }, [])).toBeUndefined()
})

test('the history says what each version changed of the one before, a reset too', () => {
  const versions = [
    version('R01', 1, { closing: '谢谢您' }),
    version('R02', 1, {}),
    version('R01', 2, { closing: '谢谢' }),
  ]
  const history = wordingHistory([...versions, version('R01', 3, {})], 'R01')
  expect(history.map(({ version: { version: n }, changes }) => [n, changes])).toEqual([
    [3, [{ slot: 'closing', start: '', removed: '谢谢', added: '', end: '' }]],
    [2, [{ slot: 'closing', start: '谢谢', removed: '您', added: '', end: '' }]],
    [1, [{ slot: 'closing', start: '', removed: '', added: '谢谢您', end: '' }]],
  ])
  expect(wordingForm('R01', versions[0])['closing']).toBe('谢谢您')
  expect(wordingForm('R01')['opening']).toBe(programText('R01', 'opening'))
})

test.each([
  ['甲乙丙', '甲丁丙', { start: '甲', removed: '乙', added: '丁', end: '丙' }],
  ['甲甲', '甲', { start: '甲', removed: '甲', added: '', end: '' }],
  ['', '𠀀', { start: '', removed: '', added: '𠀀', end: '' }],
  ['𠀀甲', '𠀁甲', { start: '', removed: '𠀀', added: '𠀁', end: '甲' }],
])('%s against %s', (before, now, change) => {
  expect(textChange(before, now)).toEqual(change)
})
