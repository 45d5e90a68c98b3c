import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkApplicantName, checkPlainText, type TextProblem } from '../../domain/identity/applicant-rules'
import { ok, type Result } from '../../kernel/result'
import type { ServiceForm } from './case-acts'

/** 送达 as typed. Where the applicant signs, the name is the one of the request and is not typed. */
export interface ServiceDraft {
  readonly servedOn: CivilDate | null
  readonly place: string
  readonly receivedAs: 'applicant' | 'agent'
  readonly agentName: string
}

export type ServiceField = 'servedOn' | 'place' | 'agentName'
export type ServiceProblems = Partial<Record<ServiceField, TextProblem>>

const longestPlace = 100

/** The days are main's to judge: between issue and today. */
export function checkService(
  draft: ServiceDraft,
  applicantName: string,
): { readonly problems: ServiceProblems; readonly form: ServiceForm | null } {
  const problems: Partial<Record<ServiceField, TextProblem>> = {}
  const take = <T>(field: ServiceField, result: Result<T, TextProblem>): T | undefined => {
    if (result.ok) return result.value
    problems[field] = result.problem
    return undefined
  }
  const { servedOn, receivedAs } = draft
  if (!servedOn) problems.servedOn = { kind: 'empty' }
  const place = take('place', checkPlainText(draft.place, longestPlace, false))
  const receivedBy = take('agentName', receivedAs === 'agent' ? checkApplicantName(draft.agentName) : ok(applicantName))
  const isWhole = servedOn && place && receivedBy
  return { problems, form: isWhole ? { servedOn, place, receivedBy, receivedAs } : null }
}
