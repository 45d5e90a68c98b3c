import { expect, test } from 'vitest'
import { parseYearCalendar } from '#shared/domain/calendar/year-calendar'
import { calendarFile, publishedYears } from '../published-calendars'

test.each(publishedYears)('the calendar of %i can be read', year => {
  expect(parseYearCalendar(calendarFile(year))).toMatchObject({ ok: true, value: { year } })
})

const good = {
  year: 2027,
  notice: '国办发明电〔2026〕9号',
  holidays: [{ date: '2027-01-01', name: '元旦' }],
  workdays: [{ date: '2027-01-03', name: '元旦调休上班' }],
}

test.each([
  ['no object', null, { kind: 'calendarUnreadable', field: 'file' }],
  ['no year', { ...good, year: '2027' }, { kind: 'calendarUnreadable', field: 'year' }],
  ['no notice', { ...good, notice: '' }, { kind: 'calendarUnreadable', field: 'notice' }],
  ['addresses are no list', { ...good, noticeUrls: 'x' }, { kind: 'calendarUnreadable', field: 'noticeUrls' }],
  ['holidays are no list', { ...good, holidays: {} }, { kind: 'calendarUnreadable', field: 'holidays' }],
  [
    'a day without name',
    { ...good, workdays: [{ date: '2027-01-03' }] },
    { kind: 'calendarUnreadable', field: 'workdays' },
  ],
  ['a year without days', { ...good, holidays: [], workdays: [] }, { kind: 'calendarMissing', year: 2027 }],
  [
    'a day that does not exist',
    { ...good, holidays: [{ date: '2027-02-30', name: '春节' }] },
    { kind: 'calendarDayWrong', date: '2027-02-30', why: 'notADay' },
  ],
  [
    'a day of another year',
    { ...good, holidays: [{ date: '2026-12-31', name: '元旦' }] },
    { kind: 'calendarDayWrong', date: '2026-12-31', why: 'otherYear' },
  ],
  [
    'a day both off and on',
    { ...good, workdays: [{ date: '2027-01-01', name: '元旦' }] },
    { kind: 'calendarDayWrong', date: '2027-01-01', why: 'twice' },
  ],
  [
    'a make-up day on a Monday',
    { ...good, workdays: [{ date: '2027-01-04', name: '元旦' }] },
    { kind: 'makeUpDayNotOnWeekend', date: '2027-01-04' },
  ],
])('%s is refused', (_name, file, problem) => {
  expect(parseYearCalendar(file)).toEqual({ ok: false, problem })
})
