import { civilDateAt, type CivilDate } from '../calendar/civil-date'
import type { DisclosureRequest, RequestStatus } from './request-state'

/** How far a request has come, as its applicant is told at the kiosk. What goes on inside the office is `handling`. */
export type PublicStage = 'arrived' | 'handling' | 'consulting' | 'extended' | 'replied' | 'delivered' | 'withdrawn'

export interface PublicStatus {
  readonly stage: PublicStage
  /** Day on which this stage was reached; of a pause or an extension, that of the last step before it. */
  readonly updatedOn: CivilDate
  /** Served or withdrawn: nothing more will come. */
  readonly isEnded: boolean
}

export function publicStatusOf(request: DisclosureRequest): PublicStatus {
  const { status, timeline, registered } = request
  const stage = stageOf(status)
  let at = registered.at
  let before: PublicStage | undefined
  for (const entry of timeline) {
    const now = stageOf(entry.status)
    if (now !== before) at = entry.by.at
    before = now
  }
  return {
    stage: stage === 'handling' ? whileHandling(request) : stage,
    updatedOn: civilDateAt(at),
    isEnded: stage === 'delivered' || stage === 'withdrawn',
  }
}

function stageOf(status: RequestStatus): PublicStage {
  switch (status) {
    case 'unconfirmed':
      return 'arrived'
    case 'issued':
      return 'replied'
    case 'served':
      return 'delivered'
    case 'closed':
      return 'withdrawn'
    default:
      return 'handling'
  }
}

/** Third parties or other agencies are asked (arts. 32, 34); or the office has taken longer (art. 33(2)). */
function whileHandling({ clockFacts }: DisclosureRequest): PublicStage {
  if (clockFacts.some(fact => fact.kind === 'paused' && fact.to === null)) return 'consulting'
  return clockFacts.some(({ kind }) => kind === 'extended') ? 'extended' : 'handling'
}
