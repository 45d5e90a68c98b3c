import type { DecisionType } from '../../domain/requests/request-facts'
import type { DisclosureRequest } from '../../domain/requests/request-state'
import { searchInHand } from '../../domain/requests/search-in-hand'

/**
 * The questions that an examiner asks one after another: 补不补—是不是—谁负责—有没有—给不给—怎么给. The seventh, 怎么答, is the
 * letter itself. An answer that ends the path is a type of reply; else the next question follows.
 */
export const pathSteps = ['supplement', 'kind', 'remit', 'held', 'withhold', 'way'] as const

export type PathStep = (typeof pathSteps)[number]

/** The step that leads to each type; a type without a step does not compile. */
const stepOfType = {
  STILL_UNCLEAR: 'supplement',
  CLOSED_NO_SUPPLEMENT: 'supplement',
  PETITION_LIKE: 'kind',
  PUBLICATION: 'kind',
  REPEAT: 'kind',
  RECONFIRM: 'kind',
  EXCESSIVE: 'kind',
  NOT_OURS: 'remit',
  REFER_SPECIAL_QUERY: 'remit',
  OTHER: 'remit',
  NOT_EXIST: 'held',
  NEEDS_PRODUCTION: 'held',
  REFUSE_STATE_SECRET: 'withhold',
  REFUSE_LAW: 'withhold',
  REFUSE_SECURITY: 'withhold',
  REFUSE_THIRD_PARTY: 'withhold',
  REFUSE_INTERNAL: 'withhold',
  REFUSE_PROCESS: 'withhold',
  REFUSE_CASE_FILE: 'withhold',
  GRANT_PROVIDE: 'way',
  PARTIAL: 'way',
  GRANT_PUBLISHED: 'way',
  GRANT_PUBLIC_INTEREST: 'way',
  CLOSED_UNPAID: 'way',
} as const satisfies Record<DecisionType, PathStep>

export const stepOf = (decision: DecisionType): PathStep => stepOfType[decision]

/** In the order in which they are offered. */
export const typesOf = (step: PathStep): readonly DecisionType[] =>
  (Object.keys(stepOfType) as DecisionType[]).filter(type => stepOfType[type] === step)

export const nextStep = (step: PathStep): PathStep | undefined => pathSteps[pathSteps.indexOf(step) + 1]

/** The first question that the record does not answer yet. Only what was found makes 给不给 a question. */
export function openStep(request: DisclosureRequest): PathStep {
  // Passed on, it is examined anew.
  if (!request.examined || request.status === 'registered') return 'supplement'
  if (request.withinRemit === false) return 'remit'
  const found = searchInHand(request)?.found
  return found === undefined || found === 0 ? 'held' : 'withhold'
}
