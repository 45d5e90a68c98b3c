import type { Agency } from '../../domain/agencies/office-facts'
import { replyTypes, type ReplyType } from '../../domain/decisions/reply-types'
import type { DecisionType, Route, ServiceWay } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import type { OfficeBook } from '../ports'

/**
 * Whether the reply says where reconsideration is asked for as far as its route asks (行政复议法 art. 22(2)): where it goes
 * by wire, the net address of the body too, unless its remedy is left out.
 */
export function tellsWhereByWire(
  agency: Agency,
  { route }: { readonly route: Route | ServiceWay },
  decision: DecisionType,
): boolean {
  if (route !== 'email' && route !== 'online') return true
  const { outcome }: ReplyType = replyTypes[decision]
  const isLeftOut = agency.remedyOfGrants === 'leftOut' && outcome === 'granted'
  return isLeftOut || agency.reconsiderationBody.onlineAddress !== undefined
}

export interface ToldBeside {
  /** Of the body as the office has it now; null: not yet. */
  readonly onlineAddress: string | null
}

/**
 * What is told beside the letter when it is served this way: a letter that was written to be collected or posted says no net
 * address, and one that goes by wire has to come with it (行政复议法 art. 22(2)). Null: nothing, the letter says it.
 */
export async function toldBesideLetter(
  offices: Pick<OfficeBook, 'agencyAt' | 'findAgency'>,
  { letter, agencyId }: DisclosureRequest,
  way: ServiceWay,
): Promise<ToldBeside | null> {
  if (!letter) return null
  const printed = await offices.agencyAt(agencyId, letter.by.hlc)
  if (!printed || tellsWhereByWire(printed, { route: way }, letter.decision)) return null
  const now = await offices.findAgency(agencyId)
  return { onlineAddress: now?.reconsiderationBody.onlineAddress ?? null }
}
