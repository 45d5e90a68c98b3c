import { expect, test } from 'vitest'
import { isRefusal, type Finding, type FindingKind } from '#shared/application/import/findings'
import { findingWords } from '../../../../../renderer/features/import/finding-words'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { day } from '../../../shared/domain/published-calendars'

const on = day('2026-03-30')

/** One of each kind: a kind without a sample does not compile. */
const samples: { readonly [K in FindingKind]: Extract<Finding, { readonly kind: K }> } = {
  numberMissing: { kind: 'numberMissing' },
  numberUnusable: { kind: 'numberUnusable', text: '……' },
  numberTwice: { kind: 'numberTwice', line: 7 },
  numberTaken: { kind: 'numberTaken', text: '15' },
  receiptMissing: { kind: 'receiptMissing' },
  receiptUnreadable: { kind: 'receiptUnreadable', text: '三月初' },
  receivedInFuture: { kind: 'receivedInFuture', on },
  applicantMissing: { kind: 'applicantMissing' },
  applicantNotAllowed: { kind: 'applicantNotAllowed' },
  descriptionMissing: { kind: 'descriptionMissing' },
  descriptionNotAllowed: { kind: 'descriptionNotAllowed' },
  idNumberMangled: { kind: 'idNumberMangled', text: '1.10101E+17' },
  agencyUnknown: { kind: 'agencyUnknown', text: '邻县水务局' },
  alreadyClosed: { kind: 'alreadyClosed', text: '已办结' },
  replyIssuedOnPaper: { kind: 'replyIssuedOnPaper', text: '待送达' },
  statusUnclear: { kind: 'statusUnclear', text: '阴' },
  pauseStillOpen: { kind: 'pauseStillOpen' },
  supplementOutstanding: { kind: 'supplementOutstanding' },
  pauseUnreadable: { kind: 'pauseUnreadable', text: '若干' },
  pauseOutside: { kind: 'pauseOutside', from: on, to: on },
  pausedTooLong: { kind: 'pausedTooLong', days: 15, gone: 14 },
  extensionUnclear: { kind: 'extensionUnclear', text: '是' },
  extensionTooLong: { kind: 'extensionTooLong', days: 21 },
  dueDiffers: { kind: 'dueDiffers', paper: on, counted: on },
  paperDueUnreadable: { kind: 'paperDueUnreadable', text: '月底' },
  overdue: { kind: 'overdue', dueOn: on },
  receivedLongAgo: { kind: 'receivedLongAgo', on },
  pauseCountDiffers: { kind: 'pauseCountDiffers', byDates: 5, count: 6 },
  lastYearDiffers: { kind: 'lastYearDiffers', text: '是' },
  idNumberFailsCheck: { kind: 'idNumberFailsCheck' },
  phoneUnusual: { kind: 'phoneUnusual' },
  channelUnknown: { kind: 'channelUnknown', text: '托梦', as: 'signedPost' },
  mediumUnknown: { kind: 'mediumUnknown', text: '托梦' },
  applicantTypeGuessed: { kind: 'applicantTypeGuessed' },
  looksLikeOurs: { kind: 'looksLikeOurs' },
}

test.each(Object.values(samples))('$kind is said in both languages, with its details', finding => {
  for (const language of ['zh-CN', 'en'] as const) {
    const words = findingWords(finding, translatorFor(language))
    expect(words).not.toMatch(/[{}]|undefined|import\.finding|2026-0/)
    expect(words.length).toBeGreaterThan(3)
  }
})

test('both due dates stand in the sentence', () => {
  const finding: Finding = { kind: 'dueDiffers', paper: day('2026-04-03'), counted: on }
  expect(findingWords(finding, translatorFor('zh-CN'))).toBe(
    '旧登记簿到期日是2026年4月3日，按条例第三十三条算出是2026年3月30日，请核对暂停和延期',
  )
  expect(isRefusal(finding)).toBe(false)
  expect(isRefusal(samples.idNumberMangled)).toBe(true)
})

test('what stands in the place of an unknown channel is named as the counter names it', () => {
  expect(findingWords(samples.channelUnknown, translatorFor('zh-CN'))).toBe('渠道“托梦”认不出，记为邮寄（签收）')
})
