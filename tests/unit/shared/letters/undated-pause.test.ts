import { expect, test } from 'vitest'
import { groundsOf, specialDays, sumWords } from '#shared/letters/wording/due-date-slip'
import type { DueDateSlip } from '#shared/letters/letter-model'
import { made } from './made-letter'
import { agency, day, dueDate } from './sample-letters'

/** Received 2 March 2026, four working days paused before the import: due 3 April, before Qingming. */
const slip: DueDateSlip = {
  letter: 'slip',
  agency,
  requestNo: '云信公〔2026〕015号',
  due: dueDate({ kind: 'received', on: day('2026-03-02') }, { kind: 'pausedWithoutDates', workingDays: 4 }),
  clerkName: '周敏',
  madeOn: day('2026-03-20'),
}

test('the slip of a case carried in adds up, and says once that the paused days have no dates', async () => {
  expect(slip.due.dueOn).toBe('2026-04-03')
  expect(sumWords(slip)).toBe('32 自然日 － 8 周末 － 4 暂停 ＝ 20 个工作日')
  expect(specialDays(slip.due.proof)).toEqual([
    { when: '原登记簿只记天数', what: '原登记簿记载，暂停4个工作日', ground: '按原登记簿所记' },
  ])
  const undated = groundsOf(slip).filter(ground => ground.includes('转入本系统前已暂停4个工作日'))
  expect(undated).toHaveLength(1)
  expect((await made(slip)).pages).toBeGreaterThan(0) // refused where the sum does not stand
})

test('a pause of the old register may have been a supplement: neither an article nor a consultation is named for it', () => {
  const pause = { kind: 'paused', from: day('2026-04-07'), to: day('2026-04-20') } as const
  const received = { kind: 'received', on: day('2026-04-07') } as const
  const carriedIn = { ...slip, due: dueDate(received, { ...pause, why: 'beforeImport' }) }
  expect(groundsOf(carriedIn)).toContain('按原登记簿所记，转入本系统前已暂停的时间不计算在期限内。')
  for (const { due } of [slip, carriedIn]) {
    const words = JSON.stringify([groundsOf({ ...slip, due }), specialDays(due.proof)])
    expect(words).not.toContain('第三十三条第三款')
    expect(words).not.toContain('征求')
  }
  const both = { ...slip, due: dueDate(received, { ...pause, why: 'beforeImport' }, { ...pause, why: 'otherAgency' }) }
  expect(specialDays(both.due.proof).map(({ ground }) => ground)).toContain('《条例》第三十三条第三款')
  expect(groundsOf(both).join('')).toContain('征求第三方和其他机关意见')
})
