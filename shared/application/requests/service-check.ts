import type { CivilDate } from '../../domain/calendar/civil-date'
import {
  checkApplicantName,
  checkEmail,
  checkPlainText,
  type EmailProblem,
  type TextProblem,
} from '../../domain/identity/applicant-rules'
import type { ApplicantDetails, MailClass, ReceivedAs, Route, ServiceWay } from '../../domain/requests/request-facts'
import { checkTrackingNo, type TrackingProblem } from '../../domain/requests/tracking-number'
import { ok, type Result } from '../../kernel/result'
import type { ServiceForm } from './case-acts'

/** 送达 as typed. Where the applicant signs, the name is the one of the request and is not typed. */
export interface ServiceDraft {
  readonly way: ServiceWay
  readonly servedOn: CivilDate | null
  /** Each way keeps its own, so that trying another loses nothing. */
  readonly places: Readonly<Record<ServiceWay, string>>
  readonly receivedAs: ReceivedAs
  readonly receiverName: string
  readonly mailClass: MailClass
  readonly trackingNo: string
  /** 拒收: nobody signed. */
  readonly isRefused: boolean
  readonly refusalReason: string
  readonly witness: string
}

export type ServiceField = 'servedOn' | 'place' | 'receiverName' | 'trackingNo' | 'refusalReason' | 'witness'
export type ServiceProblem = TextProblem | EmailProblem | TrackingProblem
export type ServiceProblems = Partial<Record<ServiceField, ServiceProblem>>

export const serviceWays = ['inPerson', 'post', 'email', 'online', 'throughAgency'] as const satisfies ServiceWay[]

/** The ways in which somebody signs; the other ways rest on hand-over to the post or on dispatch. */
export const isSignedFor = (way: ServiceWay): boolean => way === 'inPerson' || way === 'throughAgency'

const wayOf: Readonly<Record<Route, ServiceWay>> = {
  collect: 'inPerson',
  post: 'post',
  email: 'email',
  fax: 'inPerson', // not among the ways of 国办公开办函〔2016〕235号: what was faxed is still signed for
  online: 'online',
}

/** Opens with the way the applicant asked for and what is known of where they are reached. */
export function emptyService(
  { today, windowName }: { readonly today: CivilDate; readonly windowName: string },
  { route, applicant }: { readonly route: Route; readonly applicant: ApplicantDetails | undefined },
): ServiceDraft {
  return {
    way: wayOf[route],
    servedOn: today,
    places: {
      inPerson: windowName,
      throughAgency: '',
      post: applicant?.postalAddress ?? '',
      email: applicant?.email ?? '',
      online: '',
    },
    receivedAs: 'applicant',
    receiverName: '',
    mailClass: 'ems',
    trackingNo: '',
    isRefused: false,
    refusalReason: '',
    witness: '',
  }
}

const longestPlace = 200
const longestReason = 300

type Problems = Partial<Record<ServiceField, ServiceProblem>>
type Take = <T>(field: ServiceField, result: Result<T, ServiceProblem>) => T | undefined

/** The days are main's to judge: between issue and today. */
export function checkService(
  draft: ServiceDraft,
  applicantName: string,
): { readonly problems: ServiceProblems; readonly form: ServiceForm | null } {
  const problems: Problems = {}
  const take: Take = (field, result) => {
    if (result.ok) return result.value
    problems[field] = result.problem
    return undefined
  }
  const { servedOn, way } = draft
  if (!servedOn) problems.servedOn = { kind: 'empty' }
  const typed = draft.places[way]
  const place = take('place', way === 'email' ? checkEmail(typed) : checkPlainText(typed, longestPlace, false))
  const details = isSignedFor(way) ? signedDetails(draft, applicantName, take) : sentDetails(draft, applicantName, take)
  if (Object.keys(problems).length > 0 || !servedOn || !place || !details) return { problems, form: null }
  return { problems, form: { servedOn, way, place, ...details } }
}

type Details = Omit<ServiceForm, 'servedOn' | 'way' | 'place'>

/** 国办公开办函〔2016〕235号: who signs, in which capacity; where it was refused, why and who saw it (by CPL art. 89). */
function signedDetails(draft: ServiceDraft, applicantName: string, take: Take): Details | undefined {
  if (draft.isRefused) {
    const reason = take('refusalReason', checkPlainText(draft.refusalReason, longestReason, false))
    const witness = take('witness', checkApplicantName(draft.witness))
    return reason && witness ? { receivedBy: applicantName, refused: { reason, witness } } : undefined
  }
  const { receivedAs } = draft
  const receivedBy = take(
    'receiverName',
    receivedAs === 'applicant' ? ok(applicantName) : checkApplicantName(draft.receiverName),
  )
  return receivedBy ? { receivedBy, receivedAs } : undefined
}

function sentDetails(
  { way, trackingNo, mailClass }: ServiceDraft,
  receivedBy: string,
  take: Take,
): Details | undefined {
  if (way !== 'post') return { receivedBy }
  const number = take('trackingNo', checkTrackingNo(trackingNo))
  return number ? { receivedBy, trackingNo: number, mailClass } : undefined
}
