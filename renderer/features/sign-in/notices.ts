import type { Session } from '#shared/application/front-door'
import type { Problem } from '#shared/contracts/problems'
import { parseCivilDate, type CivilDate } from '#shared/domain/calendar/civil-date'

export type Notice =
  | { readonly kind: 'readOnly'; readonly why: Problem }
  | { readonly kind: 'otherMachine'; readonly on: CivilDate; readonly code: string }
  | { readonly kind: 'tornTail'; readonly bytes: number }
  | { readonly kind: 'failures'; readonly count: number }

/** What a person has to hear right after signing in, gravest first. */
export function noticesOf(session: Session): readonly Notice[] {
  const notices: Notice[] = []
  if (session.readOnly) notices.push({ kind: 'readOnly', why: session.readOnly })
  const moved = parseCivilDate(session.foundOnOtherMachineOn ?? '')
  if (moved.ok) notices.push({ kind: 'otherMachine', on: moved.value, code: session.workstation })
  if (session.tornTailBytes) notices.push({ kind: 'tornTail', bytes: session.tornTailBytes })
  if (session.failuresBefore > 0) notices.push({ kind: 'failures', count: session.failuresBefore })
  return notices
}
