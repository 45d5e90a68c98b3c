import type { paperMessages as source } from '../zh-cn/papers'

export const paperMessages: Readonly<Record<keyof typeof source, string>> = {
  'papers.stock.DL': 'Envelope DL',
  'papers.stock.C5': 'Envelope C5',
  'papers.stock.C4': 'Envelope C4',
  'papers.stock.labels': 'Label (A4, 3 by 8)',
  'papers.labelPlace': 'First label to print',
  'papers.labelPlaceHint': 'As the sheet lies in the printer: the first label that is still on it',
  'papers.stock': 'Printed on',
  'papers.gaps':
    'No font has the characters below; a cell was left for each. Write them in with pen after printing, before the seal:',
  'papers.gap': 'page {page} "{character}" ({codePoint})',
  'papers.gapsRecorded': 'Left to write by hand: {characters}',
  'papers.blankForm': 'Print a blank request form',
  'papers.blankForm.done': 'Blank request form printed',
}
