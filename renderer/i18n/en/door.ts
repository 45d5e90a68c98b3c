import type { doorMessages as source } from '../zh-cn/door'

export const doorMessages: Readonly<Record<keyof typeof source, string>> = {
  'door.program': 'Records Desk',
  'door.seal': 'RD',

  'sheet.key': 'Recovery key',
  'sheet.group': 'Group {n} {text}',
  'sheet.keep.once':
    'The key is shown only this once. If everyone forgets their password, nothing else opens this ledger.',
  'sheet.keep.where':
    'Print two copies and seal each in an envelope; the head and the administrator each lock one in a safe. Take no photo and keep no copy on this computer.',
  'sheet.keep.use':
    'On the sign-in page choose "Forgot the password, use the recovery sheet". A new sheet makes the old one void.',
  'sheet.print': 'Print the recovery sheet',
  'sheet.save': 'Save as a file',
  'sheet.printed': 'Printed. Take the paper and read every group before you leave this page.',
  'sheet.saved': 'Saved. Keep the file on a USB stick and lock it up like the paper.',
  'sheet.cancelled': 'Neither printed nor saved. The key is still on this page.',
  'sheet.busy': 'Preparing the recovery sheet',
  'sheet.byHand': 'Neither works: copy it by hand',
  'sheet.byHand.warning':
    'A copy by hand is easily wrong, and one wrong character makes it useless. Compare every group twice.',
  'sheet.byHand.label': 'When it is copied, type: {phrase}',
  'sheet.byHand.phrase': 'copied and compared twice',
  'sheet.check': 'Check the recovery sheet',
  'sheet.check.about':
    'Look at the paper or file in your hand and type these two groups. Only a sheet that was read back will open the office one day.',
  'sheet.check.group': 'Group {n}',
  'sheet.check.wrong': 'Group {n} is not what the sheet says; compare group {n} and type it again.',
  'sheet.check.again': 'Show the sheet again',
  'sheet.check.goOn': 'I have it: check two groups',
  'sheet.leave.why': 'Print or save the recovery sheet first',
}
