import type { printedRegisterMessages as zhCn } from '../zh-cn/printed-register'

export const printedRegisterMessages: Readonly<Record<keyof typeof zhCn, string>> = {
  'lists.print': 'Print the register',
  'lists.print.nothing': 'Nothing in the list to print',
  'lists.print.what':
    'Lays the {n} {n|request|requests} of the list out on A4 landscape: head row and page number on every page, with conditions, count, who and when.',
  'lists.print.tooMany':
    'The list holds {n} requests, more than the {most} of one printed register; nothing was laid out. Narrow the list, or export a workbook. The records are unchanged.',
  'lists.print.full': 'Print names, identity numbers and telephones in full',
  'lists.print.fullHint': 'Only the head may do this; it is recorded. Destroy it after use.',
  'lists.print.masked':
    'Names, identity numbers and telephones are masked; in what is asked for, only numbers and names of the parties that were recognised: check before handing on. The head prints them in full.',
  'lists.print.do': 'Lay out and preview',
  'lists.print.stop': 'Stop',
  'lists.print.step.rows': 'Collecting, {done} of {of}',
  'lists.print.step.layout': 'Laying out, {done} of {of}',
  'lists.print.step.pages': 'Sending to the printer, page {done} of {of}',
  'lists.print.stopped': 'Stopped: nothing was printed, nothing recorded.',
  'lists.print.pages': '{pages} {pages|page|pages}',
  'lists.print.firstPages': '{pages} pages, the first {shown} shown here',
  'lists.print.tooLong': '{pages} pages; at most {most} are printed at once. Save a PDF, or narrow the list.',
  'lists.print.printed': 'Printed and recorded.',
  'lists.print.saved': 'Saved and recorded.',
  'lists.print.cancelled': 'Cancelled; nothing recorded.',

  'lists.print.title': 'Register of requests',
  'lists.print.subtitle': '{window}, {n} {n|request|requests}',
  'lists.print.condition': 'Conditions: {condition}. {n} {n|request|requests}.',
  'lists.print.maskedNote':
    'Made by {who}. Names, identity numbers and telephones masked; in what is asked for, only numbers and names of the parties that were recognised: check before handing on.',
  'lists.print.fullNote': 'Made by {who}. Names, identity numbers and telephones in full: destroy after use.',
  'lists.print.words': 'words "{text}"',
  'lists.print.wordsHidden': 'words looked for (not printed)',
  'lists.print.join': '; ',
  'lists.print.maker': 'Made by',
  'lists.print.checker': 'Checked by',
  'lists.print.column.no': 'Number',
  'lists.print.column.days': 'Received, due',
  'lists.print.column.applicant': 'Applicant',
  'lists.print.column.identity': 'Identity no., telephone',
  'lists.print.column.asked': 'Asked for',
  'lists.print.column.handler': 'Handler, status',
  'lists.print.column.reply': 'Reply, letter no.',
  'lists.print.column.service': 'Served',
}
