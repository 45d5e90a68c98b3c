import type { RequestRecord } from '#shared/application/ports'
import type { RegisterSheet } from '#shared/application/registers/export-register'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { replyDueDay } from '#shared/domain/clocks/reply-clock'
import { replyTypes } from '#shared/domain/decisions/reply-types'
import { maskWords } from '#shared/domain/identity/mask-words'
import { maskIdNumber, maskParty, maskPhone } from '#shared/domain/identity/masking'
import type { ApplicantDetails } from '#shared/domain/requests/applicant-details'
import { peopleOf } from '#shared/domain/requests/people-of-request'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import type { Translate } from '../i18n/message'
import type { NameOf } from './use-staff-names'

export interface RegisterWords {
  readonly t: Translate
  readonly nameOf: NameOf
  readonly agencies: readonly Agency[]
  readonly calendar: WorkingCalendar
  readonly today: CivilDate
  readonly isMasked: boolean
}

type Cell = (request: DisclosureRequest, words: RegisterWords) => string | number | null

/** 依申请公开登记簿 as a sheet: one row a request, in the order of the list. Identity numbers are text. */
export function registerSheet(records: readonly RequestRecord[], words: RegisterWords): RegisterSheet {
  return {
    title: words.t('lists.register'),
    columns: columns.map(({ name, width }) => ({ title: words.t(`lists.column.${name}`), width })),
    rows: records.map(({ request }) => columns.map(({ cell }) => cell(request, words))),
    isMasked: words.isMasked,
  }
}

export type RegisterColumn = (typeof columns)[number]['name']

/** The same cells by name, for the register on paper: what is masked in one is masked in the other. */
export function registerCells(
  request: DisclosureRequest,
  words: RegisterWords,
): Readonly<Record<RegisterColumn, string>> {
  const cells = columns.map(({ name, cell }) => [name, String(cell(request, words) ?? '')])
  return Object.fromEntries(cells) as Record<RegisterColumn, string> // every name was given its cell above
}

const applicantCell =
  (value: (applicant: ApplicantDetails, isMasked: boolean) => string | undefined): Cell =>
  ({ personal }, { isMasked, t }) =>
    personal ? (value(personal.applicant, isMasked) ?? null) : t('requests.erased')

const dueCell: Cell = ({ clockFacts }, { calendar, today, t }) => {
  const due = replyDueDay(clockFacts, calendar, today)
  if (!due.ok) return null
  return due.value.certainty === 'final' ? due.value.dueOn : t('requests.list.earliest', { day: due.value.dueOn })
}

const decisionOf = ({ letter }: DisclosureRequest) => letter?.decision

const columns = [
  { name: 'requestNo', width: 18, cell: request => request.requestNo },
  { name: 'agency', width: 22, cell: ({ agencyId }, { agencies }) => nameOfAgency(agencyId, agencies) },
  { name: 'receivedOn', width: 12, cell: request => request.receivedOn ?? null },
  { name: 'channel', width: 12, cell: ({ channel }, { t }) => t(`channel.${channel}`) },
  { name: 'applicantType', width: 12, cell: ({ applicantType }, { t }) => t(`applicantType.${applicantType}`) },
  {
    name: 'applicant',
    width: 14,
    // An organisation is not a person: its name is not masked (reference 10).
    cell: (request, words) =>
      applicantCell((applicant, isMasked) =>
        isMasked ? maskParty(applicant, request.applicantType).name : applicant.name,
      )(request, words),
  },
  { name: 'idKind', width: 18, cell: (request, words) => kindOfId(request, words) },
  { name: 'idNumber', width: 22, cell: (request, words) => idCell(request, words) },
  { name: 'phone', width: 16, cell: applicantCell(({ phone }, isMasked) => (isMasked ? maskPhone(phone) : phone)) },
  { name: 'asked', width: 50, cell: (request, words) => askedCell(request, words) },
  { name: 'medium', width: 10, cell: ({ medium }, { t }) => t(`requests.medium.${medium}`) },
  { name: 'route', width: 10, cell: ({ route }, { t }) => t(`requests.route.${route}`) },
  { name: 'handler', width: 10, cell: ({ handler }, { nameOf }) => nameOf(handler) },
  { name: 'status', width: 10, cell: ({ status }, { t }) => t(`refusal.status.${status}`) },
  { name: 'dueOn', width: 14, cell: dueCell },
  {
    name: 'decision',
    width: 20,
    cell: (request, { t }) => {
      const decision = decisionOf(request)
      return decision ? t(`refusal.decision.${decision}`) : null
    },
  },
  {
    name: 'annualRow',
    width: 10,
    cell: request => {
      const decision = decisionOf(request)
      if (decision) return replyTypes[decision].annualRow
      return request.status === 'closed' ? replyTypes.OTHER.annualRow : null
    },
  },
  { name: 'letterNo', width: 20, cell: ({ letter }) => letter?.letterNo ?? null },
  { name: 'issuedOn', width: 12, cell: ({ letter }) => letter?.issuedOn ?? null },
  { name: 'approval', width: 12, cell: ({ letter }, { t }) => (letter ? t(`approval.${letter.approval}`) : null) },
  {
    name: 'serviceWay',
    width: 12,
    cell: ({ served }, { t }) => (served ? t(`serviceWay.${served.way}`) : null),
  },
  { name: 'servedOn', width: 12, cell: ({ served }) => served?.servedOn ?? null },
] as const satisfies readonly { readonly name: string; readonly width: number; readonly cell: Cell }[]

const nameOfAgency = (agencyId: string, agencies: readonly Agency[]): string =>
  agencies.find(agency => agency.agencyId === agencyId)?.name ?? ''

const kindOfId: Cell = ({ personal }, { t }) => {
  const kind = personal?.applicant.idKind ?? 'residentId'
  return personal ? t(`idKind.${kind}`) : t('requests.erased')
}

/** Applicants write who they are into what they ask for. */
const askedCell: Cell = (request, { isMasked, t }) => {
  const { description } = request.personal ?? {}
  if (description === undefined) return t('requests.erased')
  return isMasked ? maskWords(description, peopleOf(request)) : description
}

/** The credit code of an organisation is public (reference 10) and stays whole. */
const idCell: Cell = ({ personal }, { isMasked, t }) => {
  if (!personal) return t('requests.erased')
  const { idNumber, idKind } = personal.applicant
  return isMasked && idKind !== 'creditCode' ? maskIdNumber(idNumber) : idNumber
}
