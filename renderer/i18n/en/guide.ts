import type { guideMessages as zhCn } from '../zh-cn/guide'

export const guideMessages: Readonly<Record<keyof typeof zhCn, string>> = {
  'guide.group.start': 'First',
  'guide.group.day': 'One request',
  'guide.group.room': 'Reading room',
  'guide.group.office': 'Register and office',
  'guide.group.look-up': 'To look up',
  'guide.help': 'Help',
  'guide.contents': 'Contents',
  'guide.find': 'Find in the guide',
  'guide.findHint': 'such as receipt, recovery',
  'guide.close': 'Close the guide',
  'guide.back': 'Page before',
  'guide.reading': 'Opening the guide',
  'guide.found': '{n} {n|place|places} found',
  'guide.foundMost': 'Too many places; the first {n} are listed',
  'guide.notFound': 'Nothing found for "{text}". Try a shorter word, or choose a page from the contents.',
  'guide.unreadable':
    'The guide did not open. Your work is not affected. Press Esc to close, then F1 again; if it still fails, tell the administrator.',
  'guide.picture': 'Picture: {words}',
}
