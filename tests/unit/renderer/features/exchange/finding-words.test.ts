import { expect, it, test } from 'vitest'
import type { ExchangeFinding } from '#shared/contracts/exchange-finding'
import { exchangeFinding } from '#shared/contracts/exchange-finding'
import { findingFlag, findingWords, isMovement } from '../../../../../renderer/features/exchange/finding-words'
import { fillMessage, type Translate } from '../../../../../renderer/i18n/message'
import { en } from '../../../../../renderer/i18n/en'
import { zhCn } from '../../../../../renderer/i18n/zh-cn'

const chain = 'ab'.repeat(16)
const whys = [
  ...(['badSignature', 'revoked', 'brokenChain', 'unknownChain', 'wrongOffice', 'notASegment', 'tooLarge'] as const),
  ...(['fork', 'cannotWrite'] as const),
]

/** One of every kind, and of every reason. */
const all: readonly ExchangeFinding[] = [
  { kind: 'went', chain, from: 1, to: 12 },
  { kind: 'came', by: 'bundle', chain, from: 1, to: 12 },
  ...whys.map(why => ({ kind: 'refusedThere', chain, from: 13, why }) as const),
  ...whys.map(why => ({ kind: 'refusedHere', by: 'headquarters', chain, from: 13, why }) as const),
  { kind: 'rolledOver', chain, at: 11, next: 'cd'.repeat(16) },
  { kind: 'branchLeft', by: 'headquarters', chain, at: 11 },
  { kind: 'branchKept', by: 'bundle', chain, at: 11 },
  { kind: 'partingNotShown', chain, seq: 14 },
  { kind: 'headquartersWentBack', chain, from: 15, to: 16 },
  { kind: 'headquartersRewrote', chain, seq: 14 },
  { kind: 'receiptNotSigned' },
  { kind: 'clockAhead', chain, fromSeq: 17, byMs: 26 * 3_600_000 },
  { kind: 'fromTheFuture', chain, fromSeq: 17, byMs: 26 * 3_600_000 },
  { kind: 'noted', chain, seq: 14, as: 'pending' },
  { kind: 'noted', chain, seq: 14, as: 'poison' },
  ...(['changedHere', 'changedThere', 'changedOnMedium', 'notTaken', 'tooLarge', 'unreadable'] as const).map(
    why => ({ kind: 'scanHeldUp', file: '12ab12ab12ab', why }) as const,
  ),
  ...(['away', 'refused', 'notUnderstood', 'diskFull', 'diskFailed'] as const).map(
    why => ({ kind: 'scansBrokenOff', why }) as const,
  ),
  ...(['away', 'refused', 'notUnderstood', 'locked', 'stopped', 'tooOften'] as const).map(
    why => ({ kind: 'noAnswer', why }) as const,
  ),
]

const translates = (messages: Readonly<Record<string, string>>): Translate =>
  ((key: string, params?: Record<string, string | number>) => fillMessage(messages[key]!, params)) as Translate

test('the list has every kind of the contract', () => {
  const kinds = exchangeFinding.options.map(({ shape }) => shape.kind.value)
  expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort())
})

it.each([
  ['zh-CN', zhCn],
  ['en', en],
])('in %s every finding has a sentence with nothing left open, and no two are the same', (_language, messages) => {
  const t = translates(messages)
  const said = all.map(finding => findingWords(finding, t, () => 'A1'))
  expect(said.filter(words => /[{}]|undefined/.test(words) || words.length < 10)).toEqual([])
  expect(new Set(said).size).toBe(all.length)
})

test('what has to do with one machine names it and the place in its chain', () => {
  const t = translates(zhCn)
  const named = all.filter(finding => 'chain' in finding && finding.kind !== 'rolledOver')
  for (const finding of named)
    expect(
      findingWords(finding, t, () => '甲号窗口'),
      finding.kind,
    ).toContain('甲号窗口')
  expect(findingWords({ kind: 'clockAhead', chain, fromSeq: 17, byMs: 26 * 3_600_000 }, t, () => '')).toContain(
    '26 小时',
  )
  expect(findingWords({ kind: 'refusedThere', chain, from: 13, why: 'revoked' }, t, () => '本机')).toBe(
    '上级端没有收下本机自第 13 条起的一段记录：这台机器已停用，停用之后的记录不予采信。记录仍在本机，没有丢失。停用有误的，请与上级端联系；确已停用的，不用处理。',
  )
})

test('only what went and came is no news to be looked at', () => {
  expect(all.filter(isMovement).map(({ kind }) => kind)).toEqual(['went', 'came'])
  expect(all.filter(finding => findingFlag(finding) === 'done')).toEqual(all.filter(isMovement))
  expect(findingFlag({ kind: 'refusedThere', chain, from: 1, why: 'badSignature' })).toBe('late')
  expect(findingFlag({ kind: 'refusedHere', by: 'bundle', chain, from: 1, why: 'unknownChain' })).toBe('paused')
})
