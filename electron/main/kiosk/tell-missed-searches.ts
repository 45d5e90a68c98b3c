import { subjectOf } from '#shared/ledger/subject'
import type { KioskWishes } from '../authority/kiosk-wishes'
import type { Workstation } from '../workstation/workstation'
import type { MissedSearches } from './missed-searches'

/**
 * What was looked for in vain joins the desk's own list of unmet demand, in acts of whoever is signed in: the words sealed
 * as theirs are, a number a day, and no visitor. `isLast`: the kiosk ends, and nothing more is waited for.
 */
export function tellMissedSearches(
  missed: MissedSearches,
  workstation: Pick<Workstation, 'isOpen' | 'session' | 'appendAll' | 'options' | 'clockDoubt'>,
  { roleOf, isLast }: Pick<KioskWishes, 'roleOf'> & { readonly isLast: boolean },
): void {
  const due = isLast ? missed.all() : missed.due()
  if (due.length === 0 || !workstation.isOpen || workstation.clockDoubt()) return
  const role = roleOf(workstation.session()?.posts ?? [])
  if (!role) return
  const told = workstation.appendAll(
    due.map(({ words, on, times }) => ({
      ...{ subject: subjectOf('enquiry', workstation.options.newId()), role },
      facts: [{ type: 'enquiry.unmet@1', open: { atKiosk: { on, times } }, personal: { words } }],
    })),
  )
  if (told.ok) missed.forget()
}
