import type { Session } from '#shared/application/front-door'
import type { Problem } from '#shared/contracts/problems'

export type Notice =
  | { readonly kind: 'readOnly'; readonly why: Problem }
  | { readonly kind: 'tornTail'; readonly bytes: number }
  | { readonly kind: 'failures'; readonly count: number }

/** What a person has to hear right after signing in, gravest first. */
export function noticesOf(session: Session): readonly Notice[] {
  const notices: Notice[] = []
  if (session.readOnly) notices.push({ kind: 'readOnly', why: session.readOnly })
  if (session.tornTailBytes) notices.push({ kind: 'tornTail', bytes: session.tornTailBytes })
  if (session.failuresBefore > 0) notices.push({ kind: 'failures', count: session.failuresBefore })
  return notices
}
