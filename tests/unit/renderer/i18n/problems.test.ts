import { expect, test } from 'vitest'
import type { Problem, ProblemKind } from '#shared/contracts/problems'
import { mistypedGroup, problemSentence, waitWords } from '../../../../renderer/i18n/problems'
import { refusalSentence } from '../../../../renderer/i18n/refusals'
import { translatorFor } from '../../../../renderer/i18n/translator'

const samples: { readonly [Kind in ProblemKind]: Extract<Problem, { kind: Kind }> } = {
  untrustedSender: { kind: 'untrustedSender' },
  badInput: { kind: 'badInput', detail: 'agency.code: invalid_format' },
  failed: { kind: 'failed', reference: '1f2e3d4c' },
  locked: { kind: 'locked' },
  alreadyEstablished: { kind: 'alreadyEstablished' },
  notEstablished: { kind: 'notEstablished' },
  wrongPassword: { kind: 'wrongPassword', waitSeconds: 0 },
  mustWait: { kind: 'mustWait', waitSeconds: 80 },
  wrongRecoveryKey: { kind: 'wrongRecoveryKey', waitSeconds: 0 },
  weakPassword: { kind: 'weakPassword', atLeast: 8 },
  unknownPerson: { kind: 'unknownPerson' },
  refused: { kind: 'refused', why: { kind: 'fourEyes' } },
  journalDamaged: { kind: 'journalDamaged', damage: { segment: 0, offset: 12, firstBadSeq: 4201 } },
  journalCutShort: { kind: 'journalCutShort', lastSeq: 4200, witnessedSeq: 4218 },
  journalNewer: { kind: 'journalNewer', version: 2 },
  journalBroken: { kind: 'journalBroken' },
  keyStoreDamaged: { kind: 'keyStoreDamaged' },
  diskNearlyFull: { kind: 'diskNearlyFull', freeBytes: 200 * 1_048_576 },
  clockBehind: { kind: 'clockBehind', machineSays: '2020-01-01', lastActOn: '2026-10-12' },
  viewOfAnotherJournal: { kind: 'viewOfAnotherJournal' },
  nothingToPrintOn: { kind: 'nothingToPrintOn' },
  cannotWrite: { kind: 'cannotWrite', detail: 'ENOSPC' },
  notFound: { kind: 'notFound' },
  scanTypeRefused: { kind: 'scanTypeRefused', found: 'svg' },
  scanTooLarge: { kind: 'scanTooLarge', bytes: 51 * 1_048_576, most: 50 * 1_048_576 },
  scanAlreadyKept: { kind: 'scanAlreadyKept' },
  scanSourceGone: { kind: 'scanSourceGone' },
  scanUploadGone: { kind: 'scanUploadGone' },
  scanUnreadable: { kind: 'scanUnreadable', why: 'cutShort' },
  folderUnusable: { kind: 'folderUnusable', why: 'notWritable' },
  fontUnusable: { kind: 'fontUnusable', why: 'embedding' },
  personLeft: { kind: 'personLeft' },
  sourceUnreadable: { kind: 'sourceUnreadable', why: 'oldExcel' },
  outtakeNameTaken: { kind: 'outtakeNameTaken', name: '公开目录 2026-11-26' },
  outtakeFileTaken: { kind: 'outtakeFileTaken', name: '目录-2.csv' },
  bagUnsound: { kind: 'bagUnsound', bag: { kind: 'bagFileChanged', path: 'data/a.md' } },
  enrolmentFailed: { kind: 'enrolmentFailed', why: 'away' },
  importCutShort: { kind: 'importCutShort', why: 'full', neededBytes: 3 * 1_048_576 },
  bundleRefused: { kind: 'bundleRefused', bundle: { kind: 'bundleNewer', version: 2 } },
  mediumFailed: { kind: 'mediumFailed', why: 'swapped' },
  mediumNotRead: { kind: 'mediumNotRead', why: 'gone' },
  mediumTooSmall: { kind: 'mediumTooSmall', freeBytes: 3 * 1_048_576, neededBytes: 40 * 1_048_576 },
  exportNameRefused: { kind: 'exportNameRefused', why: 'personal', path: 'data/x' },
  exportCancelled: { kind: 'exportCancelled' },
  checkCancelled: { kind: 'checkCancelled' },
  bundleNotWritten: { kind: 'bundleNotWritten', why: 'noMachine' },
  exportUncertain: { kind: 'exportUncertain', folder: 'records-desk-20261126-0a1b2c3d' },
  lineNotOpened: { kind: 'lineNotOpened', why: 'portTaken' },
  joinFileRefused: { kind: 'joinFileRefused' },
  registerUnreadable: { kind: 'registerUnreadable', why: 'oldExcel' },
  updateRefused: { kind: 'updateRefused', fault: 'tooFarApart', version: '0.8.0' },
  updateCutShort: { kind: 'updateCutShort', why: 'away', heldBytes: 45_000_000 },
  updateNotWhole: { kind: 'updateNotWhole', why: 'otherBytes' },
  updateGone: { kind: 'updateGone' },
  updateUnchecked: { kind: 'updateUnchecked' },
  updateNotOpened: { kind: 'updateNotOpened', folder: '/home/desk/updates/taken' },
}

const chinese = translatorFor('zh-CN').t

test.each(Object.values(samples))(
  '$kind says what happened, what was kept and what to do, in both languages',
  problem => {
    for (const language of ['zh-CN', 'en'] as const) {
      const parts = Object.values(problemSentence(problem, translatorFor(language).t))
      for (const part of parts) expect(part).toMatch(language === 'en' ? /^[A-Z].*\.$/u : /^\P{P}.*。$/u)
      expect(parts.join('')).not.toMatch(/[{}]|undefined|NaN/)
    }
  },
)

test('figures stand in the sentences', () => {
  const { what } = problemSentence(samples.journalCutShort, chinese)
  expect(what).toBe('账本末尾少了 18 条：曾写到第 4218 条，现在只有 4200 条。现在只能查看。')
  expect(problemSentence(samples.clockBehind, chinese).what).toContain('2020年1月1日')
  expect(problemSentence(samples.mustWait, chinese).what).toContain('要等 1 分 20 秒才能再试')
  expect(problemSentence(samples.diskNearlyFull, chinese).what).toContain('200 MB')
})

test('the mistyped group of a recovery key is named', () => {
  const problem = { kind: 'badInput', detail: 'recoveryKey.group.3' } as const
  expect(mistypedGroup(problem)).toBe(3)
  expect(problemSentence(problem, chinese).what).toBe('恢复码第 3 组有错字。')
  expect(problemSentence({ kind: 'badInput', detail: 'recoveryKey' }, chinese).what).toBe('恢复码有错字或漏字。')
  expect(mistypedGroup(samples.badInput)).toBeNull()
})

test('waiting times are worded in seconds and minutes, and never as nothing', () => {
  const worded = [0, 1, 59.2, 60, 61, 900].map(seconds => waitWords(seconds, chinese).trim())
  expect(worded).toEqual(['1 秒', '1 秒', '1 分钟', '1 分钟', '1 分 1 秒', '15 分钟'])
})

test('a refusal speaks with its details, without them, and of a kind that this version does not know', () => {
  const whys = [
    { kind: 'statusForbids', status: 'submitted', allowedIn: ['examined', 'returned'] },
    { kind: 'postNeeded' },
    { kind: 'requestNoTaken', requestNo: 'YX-A-2026-0001' },
    { kind: 'somethingOfTomorrow' },
  ]
  for (const why of whys) expect(refusalSentence(why, chinese)).toMatch(/^[^{}]+。$/u)
  expect(refusalSentence(whys[0]!, chinese)).toContain('待审核')
  const posts = { kind: 'postNeeded', posts: ['reviewer', 'head'] }
  expect(refusalSentence(posts, chinese)).toContain('审核员、负责人')
})
