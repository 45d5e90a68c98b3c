import { expect, test } from 'vitest'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import { lineWords } from '../../../../../renderer/features/catalogue/line-words'
import { translatorFor } from '../../../../../renderer/i18n/translator'
import { day, published } from '../../../shared/domain/published-calendars'

/** Formed on that day, not published. */
const unpublished = (formedOn: string): DocumentLine => ({
  documentId: 'd1' as DocumentLine['documentId'],
  agencyId: 'a1' as DocumentLine['agencyId'],
  ...{ indexNo: '014225972/2026-00001', topicClass: '0201', validity: 'VALID', attribute: 'PROACTIVE', title: '文件' },
  ...{ documentDate: day(formedOn), attachments: 0, hasText: true, isWithdrawn: false },
})

const saidOn = (today: string, formedOn: string) => {
  const parts = { translator: translatorFor('zh-CN'), topicNames: {}, calendar: published, twice: new Set<string>() }
  return lineWords({ ...parts, today: day(today) })(unpublished(formedOn))
}

test('a publication is late after its day, and never by a day that the calendar may still move (art. 26)', () => {
  expect(saidOn('2026-03-16', '2026-03-02')).toMatchObject({ flag: 'normal' })
  expect(saidOn('2026-03-30', '2026-03-02')).toMatchObject({ flag: 'soon' })
  expect(saidOn('2026-06-01', '2026-03-02')).toMatchObject({ flag: 'late', status: expect.stringContaining('逾期') })
  // 20 working days from 21 December end in January 2027, whose holidays are not published.
  const provisional = saidOn('2027-03-01', '2026-12-21')
  expect(provisional.flag).toBe('soon')
  expect(provisional.status).not.toContain('逾期')
})
