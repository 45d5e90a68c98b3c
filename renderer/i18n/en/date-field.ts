import type { dateFieldMessages as source } from '../zh-cn/date-field'

export const dateFieldMessages: Readonly<Record<keyof typeof source, string>> = {
  'dateField.open': 'Open calendar',
  'dateField.panel': 'Choose a date',
  'dateField.previousMonth': 'Previous month',
  'dateField.nextMonth': 'Next month',
  'dateField.today': 'Today',
  'dateField.hint': 'Type 1012, 10.12, today or +3',
  'dateField.placeholder': 'e.g. 1012',
  'dateField.keys': 'Arrows choose a day, Page Up and Down a month, Enter confirms',
  'dateField.rest': 'off',
  'dateField.work': 'on',
  'dateField.day': '{weekday} {day}',
  'dateField.dayIsHoliday': '{weekday} {day}, {holiday} holiday',
  'dateField.dayIsMakeUp': '{weekday} {day}, make-up working day',
  'dateField.dayRefused': '{weekday} {day}, not available',
  'dateField.notADate': 'This is not a date that can be read. Type 1012, 10.12, 2026-10-12, today or +3.',
  'dateField.noSuchDay': 'There is no such day. Check month and day.',
  'dateField.tooLate': 'Not later than {day}.',
  'dateField.tooEarly': 'Not earlier than {day}.',
}
