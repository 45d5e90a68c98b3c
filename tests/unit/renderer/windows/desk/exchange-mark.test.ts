import { expect, it } from 'vitest'
import type { ExchangeStatus } from '#shared/application/exchange/ports'
import { saysScans, scansSaid } from '../../../../../renderer/features/exchange/scans-note'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { markOf } from '../../../../../renderer/windows/desk/exchange-mark'
import { notEnrolled } from '../../../../support/fake-desk/fake-exchange'

const zh = translatorFor('zh-CN')
const en = translatorFor('en')
const none = notEnrolled.scans
const level: ExchangeStatus = {
  ...notEnrolled,
  headquarters: { chain: 'c0'.repeat(16), address: 'https://hq.test', keyPrint: '', enrolledAt: 0 },
}
const toGo: ExchangeStatus = { ...level, scans: { ...none, go: { files: 3, bytes: 62_914_560 } } }
const toCome: ExchangeStatus = { ...level, scans: { ...none, come: { files: 2, bytes: 1_024, elsewhere: 2 } } }

it('never says that everything is sent while a scan waits', () => {
  expect(markOf(level, zh.t)).toEqual({ flag: 'done', word: '已全部上报' })
  expect(markOf(toGo, zh.t)).toEqual({ flag: 'normal', word: '待传扫描件 3 份' })
  expect(markOf(toGo, en.t).word).toBe('3 scans to send')
  expect(markOf(toCome, zh.t)).toEqual({ flag: 'normal', word: '待取扫描件 2 份' })
  expect(markOf({ ...toGo, scans: { ...toGo.scans, trouble: 'refused' } }, zh.t).flag).toBe('late')
  expect(markOf({ ...toGo, waiting: 4 }, zh.t).word).toBe('待上报 4 条') // acts go first
})

it('says of a headquarters that wants a moment that it wants one, and nothing of the line', () => {
  expect(markOf({ ...level, waiting: 9, trouble: 'tooOften' }, zh.t)).toEqual({ flag: 'normal', word: '上级端请稍候' })
})

it('says on the page that the records are sent and what scans are on the way', () => {
  expect(scansSaid(toGo, zh)).toBe('业务记录已全部上报，还有 3 份扫描件（60.0 MB）在传。')
  expect(scansSaid(toGo, en)).toBe('Every record is sent; 3 scans (60.0 MB) still on the way.')
  expect(scansSaid(toCome, zh)).toBe('业务记录已全部上报，扫描件还没有取完。')
  expect([level, toGo, toCome, { ...toGo, waiting: 1 }].map(saysScans)).toEqual([false, true, true, false])
})
