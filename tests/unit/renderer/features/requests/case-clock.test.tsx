import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, test } from 'vitest'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { replyDueOn } from '#shared/domain/clocks/reply-clock'
import { CaseClock } from '../../../../../renderer/features/requests/case-clock'
import { MessagesProvider } from '../../../../../renderer/i18n/messages-provider'
import { readLanguage } from '../../../../../renderer/i18n/window-language'
import { DueDateFigure } from '../../../../../renderer/ui/due-date-strip/due-date-figure'
import { day, published, without } from '../../../shared/domain/published-calendars'
import { requestIn } from '../../../shared/domain/requests/acts-of-a-request'

beforeAll(() => readLanguage('en'))

const request = { ...requestIn('served'), clockFacts: [{ kind: 'received', on: day('2024-12-20') }] as const }
const today = day('2025-01-21')

/** Received on 20 December 2024; due on 20 January 2025, 15 January at the earliest while that year is not published. */
function dueBy(calendar: WorkingCalendar) {
  const due = replyDueOn(request.clockFacts, calendar)
  if (!due.ok) throw new Error(due.problem.kind)
  return due.value
}

function saidOf(calendar: WorkingCalendar, servedOn: string, language: 'zh-CN' | 'en' = 'zh-CN'): string {
  const served = { ...request.served!, servedOn: day(servedOn), way: 'post' as const }
  return renderToStaticMarkup(
    <MessagesProvider language={language}>
      <CaseClock desk={{ today, calendar } as never} request={{ ...request, served }} due={dueBy(calendar)} />
    </MessagesProvider>,
  )
}

test('service after a provisional day is not called late: the published calendar may move that day', () => {
  expect([dueBy(without(2025)).dueOn, dueBy(published).dueOn]).toEqual(['2025-01-15', '2025-01-20'])
  const said = saidOf(without(2025), '2025-01-16')
  expect(said).toContain('1月16日交邮。期限暂定，是否按期待放假安排公布后核对。')
  expect(said).toContain('1月16日送达，期限暂定，待核对')
  expect(said).not.toMatch(/晚于期限|已过期限/u)
  expect(saidOf(without(2025), '2025-01-16', 'en')).toContain('The limit is provisional')
  expect(saidOf(without(2025), '2025-01-15')).toContain('期限已满足')
})

test('once the calendar is there, service is in time or late by so many days', () => {
  expect(saidOf(published, '2025-01-16')).toContain('1月16日交邮，期限已满足。')
  expect(saidOf(published, '2025-01-21')).toContain('交邮，晚于期限 1 个工作日。')
})

test('nor is a request that is registered now overdue on a provisional day', () => {
  const shown = renderToStaticMarkup(
    <MessagesProvider language="zh-CN">
      <DueDateFigure due={dueBy(without(2025))} today={today} overdueBy={4} />
    </MessagesProvider>,
  )
  expect(shown).toContain('暂定之日已过，放假安排公布后重算')
  expect(shown).not.toContain('已逾')
})
