import type { uiMessages as source } from '../zh-cn/ui'

export const uiMessages: Readonly<Record<keyof typeof source, string>> = {
  'shell.skip': 'Skip to content',
  'shell.desks': 'Desks',
  'shell.find': 'Find a case, a document, an action',
  'shell.largeType': 'Large type',
  'shell.highContrast': 'High contrast',
  'shell.lock': 'Lock',
  'shell.language': 'Language',
  'shell.back': 'Back',

  'key.enter': 'Enter',
  'key.space': 'Space',

  'status.late': 'Overdue',
  'status.soon': 'Due soon',
  'status.normal': 'On time',
  'status.mine': 'Waiting for me',
  'status.paused': 'Paused',
  'status.provisional': 'Provisional',
  'status.done': 'Closed',
  'status.conflict': 'Conflict',
  'status.returned': 'Returned',
  'status.void': 'Repealed',
  'status.draft': 'Draft',

  'field.optional': 'optional',
  'field.clear': 'Clear',
  'password.show': 'Show password',
  'password.capsLock': 'Caps Lock is on',
  'choice.notAvailable': 'Not available: {why}',

  'error.kept': 'What was kept',
  'error.next': 'What next',
  'error.reference': 'Quote this to your administrator: ',
  'error.copy': 'Copy',
  'error.copied': 'Copied',
  'error.copyFailed': 'It could not be copied. Write it down: {reference}',

  'case.somebody': '(name unknown)',
  'case.printed': 'Printed and recorded',

  'dialog.close': 'Close',
  'dialog.cancel': 'Cancel',
  'rows.page': 'Page {page} of {pages}',
  'rows.page.before': 'Previous',
  'rows.page.after': 'Next',
  'lanes.count': '{count} {count|item|items}',
  'timeline.today': 'Today',
}
