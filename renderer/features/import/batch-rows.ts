import type { Desk } from '#shared/application/desk'
import type { ImportBatch } from '#shared/application/import/import-desk'
import { replyDueDay } from '#shared/domain/clocks/reply-clock'
import { clockFactsOf } from '#shared/domain/requests/carried-in'
import type { CarriedInRequest } from '#shared/domain/requests/carried-in-facts'
import type { ShownRow } from './rows-table'

/** Every row of the file as it was sealed; the due dates are counted anew from what will be written. */
export function batchRows(
  { cases, report }: ImportBatch,
  { calendar, today }: Pick<Desk, 'calendar' | 'today'>,
): readonly ShownRow[] {
  // The shapes are the contract's; their days and ids carry no brands.
  const openOf = new Map(cases.map(({ open }) => [open.line, open as unknown as CarriedInRequest])) // same fields, branded
  return report.map(({ line, requestNo, applicant, outcome, findings }): ShownRow => {
    const open = openOf.get(line)
    const said = { line, requestNo, applicant, outcome, findings }
    return open ? { ...said, ...shownCase(open, { calendar, today }) } : { ...said, ...notTaken }
  })
}

const notTaken = { receivedOn: null, spent: null, dueOn: null, isProvisional: false, paperDueOn: null } as const

function shownCase(open: CarriedInRequest, { calendar, today }: Pick<Desk, 'calendar' | 'today'>) {
  const due = replyDueDay(clockFactsOf(open), calendar, today)
  return {
    receivedOn: open.receivedOn,
    spent: open,
    dueOn: due.ok ? due.value.dueOn : null,
    isProvisional: due.ok && due.value.certainty === 'provisional',
    paperDueOn: open.paperDueOn ?? null,
  }
}
