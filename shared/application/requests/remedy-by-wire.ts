import type { Agency } from '../../domain/agencies/office-facts'
import { replyTypes, type ReplyType } from '../../domain/decisions/reply-types'
import type { DecisionType } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'

/**
 * Whether the reply says where reconsideration is asked for as far as its route asks (行政复议法 art. 22(2)): where it goes
 * by wire, the net address of the body too, unless its remedy is left out.
 */
export function tellsWhereByWire(agency: Agency, { route }: DisclosureRequest, decision: DecisionType): boolean {
  if (route !== 'email' && route !== 'online') return true
  const { outcome }: ReplyType = replyTypes[decision]
  const isLeftOut = agency.remedyOfGrants === 'leftOut' && outcome === 'granted'
  return isLeftOut || agency.reconsiderationBody.onlineAddress !== undefined
}
