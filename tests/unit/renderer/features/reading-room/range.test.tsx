import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Desk } from '#shared/application/desk'
import { DemandTab } from '../../../../../renderer/features/reading-room/demand-tab'
import { RegisterTab } from '../../../../../renderer/features/reading-room/register-tab'
import { wrongRange } from '../../../../../renderer/features/reading-room/use-range'
import { MessagesProvider } from '../../../../../renderer/i18n/messages-provider'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { day } from '../../../shared/domain/published-calendars'

const unheard = () => () => undefined
const desk = {
  ...{ today: day('2026-03-16'), windowName: '查阅窗口' },
  visits: { book: { watchBetween: () => unheard } },
  offices: { watchOffice: unheard },
} as unknown as Desk

test.each([DemandTab, RegisterTab])('%o counts and prints nothing while there is nothing to count', Tab => {
  const shown = renderToStaticMarkup(
    <MessagesProvider language="zh-CN">
      <Tab desk={desk} nameOf={() => ''} onOpen={() => undefined} />
    </MessagesProvider>,
  )
  expect(shown).toContain('aria-disabled="true"')
  expect(shown.match(/正在读取来访登记/g)?.length).toBeGreaterThan(1) // on the page, and with the act
  expect(shown).not.toMatch(/<dd>0<\/dd>|没有人/)
})

test('days that are no range say so', () => {
  const { t } = translatorFor('zh-CN')
  const [first, last] = [day('2026-01-01'), day('2026-03-16')]
  expect([wrongRange(first, last, t), wrongRange(first, first, t)]).toEqual([null, null])
  expect(wrongRange(last, first, t)).toBe('起始日期要在截止日期以前。')
  expect([wrongRange(null, last, t), wrongRange(first, null, t)]).toEqual([
    '先填写起始日期和截止日期。',
    '先填写起始日期和截止日期。',
  ])
})
