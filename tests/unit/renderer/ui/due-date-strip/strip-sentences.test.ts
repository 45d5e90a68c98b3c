import { expect, test } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { stripDays } from '../../../../../renderer/ui/due-date-strip/strip-days'
import { explainDay, nameDay } from '../../../../../renderer/ui/due-date-strip/strip-sentences'
import { sampleDueDate } from '../../../../../renderer/windows/gallery/sample-due-dates'

const zh = translatorFor('zh-CN')
const today = '2026-10-13' as CivilDate
const due = sampleDueDate('2026-09-08', 20, [{ from: '2026-09-21', to: '2026-09-28', why: 'thirdPartyOpinion' }])
const context = { due, today, restarted: false }

test.each([
  ['2026-09-07', '收到之前'],
  ['2026-09-08', '收到申请之日，不计入，次日起算（条例第三十一条、第三十三条）'],
  ['2026-09-12', '周末，不计入'],
  ['2026-09-20', '周末调休补班，计入，第 9 个工作日（国办发明电〔2025〕7号）'],
  ['2026-09-22', '征求第三方意见期间，不计入（条例第三十三条第三款）'],
  ['2026-10-01', '国庆节放假，不计入（国办发明电〔2025〕7号）'],
  ['2026-10-13', '计入，第 17 个工作日；距到期还有 3 个工作日'],
  ['2026-10-14', '计入，第 18 个工作日'],
  ['2026-10-16', '第 20 个工作日，答复期限届满（条例第三十三条第二款）。当天签收或交邮即为按期'],
])('%s: %s', (on, sentence) => {
  const day = stripDays(due, today).find(each => each.on === on)
  expect(day && explainDay(day, context, zh)).toBe(sentence)
})

test('the name of a day is one sentence', () => {
  const day = stripDays(due, today).find(each => each.on === '2026-10-14')
  expect(day && nameDay(day, context, zh)).toBe('10月14日星期三，计入，第 18 个工作日')
})

test('a day that the old register excluded is told without an article: it may have waited for a supplement', () => {
  const pause = { from: '2026-09-21', to: '2026-09-28', why: 'beforeImport' } as const
  const carriedIn = sampleDueDate('2026-09-08', 20, [pause])
  const day = stripDays(carriedIn, today).find(each => each.on === '2026-09-22')
  const about = { ...context, due: carriedIn }
  expect(day && explainDay(day, about, zh)).toBe('按旧登记簿所记，导入前已暂停，不计入')
  const undated = day && { ...day, isUndated: true as const }
  for (const language of ['zh-CN', 'en'] as const) {
    expect(undated && explainDay(undated, about, translatorFor(language))).not.toMatch(/第三十三条|33/u)
  }
})
