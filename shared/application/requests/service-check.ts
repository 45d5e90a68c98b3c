import type { CivilDate } from '../../domain/calendar/civil-date'
import {
  checkApplicantName,
  checkEmail,
  checkPlainText,
  checkPostalAddress,
  type EmailProblem,
  type TextProblem,
} from '../../domain/identity/applicant-rules'
import type { ApplicantDetails } from '../../domain/requests/applicant-details'
import type { MailClass, ReceivedAs, Route, ServiceWay } from '../../domain/requests/request-facts'
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
  /** Of what is posted; empty: the address of the request, which is not shown for it. */
  readonly postalAddress: string
  readonly mailClass: MailClass
  readonly trackingNo: string
  /** 拒收: nobody signed. */
  readonly isRefused: boolean
  readonly refusalReason: string
  readonly witness: string
}

export type ServiceField =
  | 'servedOn'
  | 'place'
  | 'postalAddress'
  | 'receiverName'
  | 'trackingNo'
  | 'refusalReason'
  | 'witness'
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

/** What the request says of the applicant; filled in where the form leaves it empty, and never shown for that. */
export type KnownApplicant = Pick<ApplicantDetails, 'name' | 'postalAddress' | 'email'>

/** Opens with the way the applicant asked for. */
export function emptyService(
  { today, windowName }: { readonly today: CivilDate; readonly windowName: string },
  route: Route,
): ServiceDraft {
  return {
    way: wayOf[route],
    servedOn: today,
    places: {
      inPerson: windowName,
      throughAgency: '',
      post: '',
      email: '',
      online: '',
    },
    receivedAs: 'applicant',
    receiverName: '',
    postalAddress: '',
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
  applicant: KnownApplicant,
): { readonly problems: ServiceProblems; readonly form: ServiceForm | null } {
  const problems: Problems = {}
  const take: Take = (field, result) => {
    if (result.ok) return result.value
    problems[field] = result.problem
    return undefined
  }
  const { servedOn, way } = draft
  if (!servedOn) problems.servedOn = { kind: 'empty' }
  const place = take('place', checkPlace(draft, applicant))
  const details = isSignedFor(way) ? signedDetails(draft, applicant.name, take) : sentDetails(draft, applicant, take)
  if (Object.keys(problems).length > 0 || !servedOn || !place || !details) return { problems, form: null }
  return { problems, form: { servedOn, way, place, ...details } }
}

function checkPlace({ way, places }: ServiceDraft, { email = '' }: KnownApplicant): Result<string, ServiceProblem> {
  const typed = places[way].trim()
  return way === 'email' ? checkEmail(typed || email) : checkPlainText(typed, longestPlace, false)
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

function sentDetails(draft: ServiceDraft, applicant: KnownApplicant, take: Take): Details | undefined {
  const receivedBy = applicant.name
  if (draft.way !== 'post') return { receivedBy }
  const address = draft.postalAddress.trim() || (applicant.postalAddress ?? '')
  const postalAddress = take('postalAddress', checkPostalAddress(address))
  const trackingNo = take('trackingNo', checkTrackingNo(draft.trackingNo))
  return postalAddress && trackingNo ? { receivedBy, postalAddress, trackingNo, mailClass: draft.mailClass } : undefined
}
