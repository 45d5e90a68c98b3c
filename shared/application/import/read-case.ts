import type { AgencyId } from '../../domain/agencies/office-facts'
import { addDays, yearOf, type CivilDate } from '../../domain/calendar/civil-date'
import type { Pause } from '../../domain/clocks/due-date'
import { checkApplicantName, checkDescription, checkPhone, checkPlainText } from '../../domain/identity/applicant-rules'
import { parseCreditCode } from '../../domain/identity/credit-code'
import { maskIdNumber } from '../../domain/identity/masking'
import { normaliseDocumentNumber, parseResidentId } from '../../domain/identity/resident-id'
import { isOldNumber } from '../../domain/requests/carried-in'
import type { CarriedInRequest, CarriedInWords } from '../../domain/requests/carried-in-facts'
import type { ApplicantType, Channel } from '../../domain/requests/request-facts'
import { parseRequestNo } from '../../domain/requests/request-number'
import type { RegisterField } from './columns'
import type { Finding } from './findings'
import { readRegisterDay } from './register-day'
import {
  readApplicantType,
  readChannel,
  readDays,
  readMedium,
  readRoute,
  readStatus,
  readYesNo,
  typeOfName,
} from './register-words'

export interface RowContext {
  readonly today: CivilDate
  /** By name and by code, as registers write either. */
  readonly agencies: readonly { readonly agencyId: AgencyId; readonly name: string; readonly code: string }[]
  /** Where the row names none. */
  readonly defaultAgencyId: AgencyId
  /** Where the row names none, or one that nobody knows: the reply says how the application came. */
  readonly otherChannel: Channel
  /** What the first date of a pause is: the day the letter went out (not excluded itself), or the first excluded day. */
  readonly pauseFromIs: 'letterSent' | 'firstExcluded'
}

export type CaseOpen = Omit<CarriedInRequest, 'batchId' | 'line' | 'preparedBy'>
export type CaseWords = Omit<CarriedInWords, 'queryCode'>

export interface ReadRow {
  readonly findings: readonly Finding[]
  /** As written, or told by the name: known of a refused row too. */
  readonly applicantType: ApplicantType
  /** Null where the row is refused. */
  readonly found: { readonly open: CaseOpen; readonly personal: CaseWords } | null
}

type Cell = (field: RegisterField) => string

/** One row of the old register as a case, with everything that is wrong or odd about it. */
export function readCase(cell: Cell, context: RowContext): ReadRow {
  const findings: Finding[] = []
  const note = (finding: Finding | null): void => {
    // Status and dates may both tell of the same open pause: it is said once.
    const isNew = finding && !findings.some(({ kind }) => kind === finding.kind && kind === 'pauseStillOpen')
    if (isNew) findings.push(finding)
  }
  const requestNo = readNumber(cell('requestNo'), note)
  const receivedOn = readReceipt(cell('receivedOn'), context.today, note)
  const applicantType = readType(cell, note)
  const applicant = readApplicant(cell, { applicantType, today: context.today, note })
  const description = readDescription(cell('description'), note)
  const agencyId = readAgency(cell('agency'), context, note)
  const statusThen = readPaperStatus(cell('status'), note)
  const clock = receivedOn ? readClock(cell, { ...context, receivedOn }, note) : {}
  const how = readHow(cell, context, note)
  const paperDueOn = readPaperDue(cell('paperDueOn'), note)
  if (!requestNo || !receivedOn || !applicant || !description || !agencyId || !statusThen)
    return { findings, applicantType, found: null }
  const isFromLastYear = readLastYear(cell('lastYear'), { receivedOn, today: context.today }, note)
  const open: CaseOpen = {
    ...{ requestNo, agencyId, receivedOn, applicantType, statusThen, isFromLastYear },
    ...how,
    ...clock,
    ...(paperDueOn ? { paperDueOn } : {}),
  }
  return { findings, applicantType, found: { open, personal: { ...applicant, description } } }
}

type Note = (finding: Finding | null) => void

function readNumber(text: string, note: Note): string | null {
  const requestNo = text.replace(/\s+/gu, ' ').trim()
  if (requestNo === '') note({ kind: 'numberMissing' })
  else if (!isOldNumber(requestNo)) note({ kind: 'numberUnusable', text: requestNo.slice(0, 60) })
  else {
    if (parseRequestNo(requestNo).ok) note({ kind: 'looksLikeOurs' })
    return requestNo
  }
  return null
}

/** An unknown word is shown, and what the clerk chose stands in its place: the day of receipt is given anyway. */
function readHow(cell: Cell, { otherChannel }: RowContext, note: Note): Pick<CaseOpen, 'channel' | 'medium' | 'route'> {
  const channel = readChannel(cell('channel'))
  if (!channel && cell('channel')) note({ kind: 'channelUnknown', text: cell('channel'), as: otherChannel })
  const medium = readMedium(cell('medium'))
  if (!medium && cell('medium')) note({ kind: 'mediumUnknown', text: cell('medium') })
  return { channel: channel ?? otherChannel, medium: medium ?? 'paper', route: readRoute(cell('medium')) ?? 'collect' }
}

/** The day decides (row 3-2); what the register says beside it is only compared. */
function readLastYear(text: string, days: { receivedOn: CivilDate; today: CivilDate }, note: Note): boolean {
  const isFromLastYear = yearOf(days.receivedOn) < yearOf(days.today)
  if (text !== '' && readYesNo(text) !== isFromLastYear) note({ kind: 'lastYearDiffers', text })
  return isFromLastYear
}

const longAgoDays = 400

function readReceipt(text: string, today: CivilDate, note: Note): CivilDate | null {
  if (text === '') note({ kind: 'receiptMissing' })
  const on = text === '' ? null : readRegisterDay(text)
  if (text !== '' && !on) note({ kind: 'receiptUnreadable', text })
  if (!on) return null
  if (on > today) note({ kind: 'receivedInFuture', on })
  else if (on < addDays(today, -longAgoDays)) note({ kind: 'receivedLongAgo', on })
  return on > today ? null : on
}

function readType(cell: Cell, note: Note): ApplicantType {
  const written = readApplicantType(cell('applicantType'))
  if (written) return written
  const guessed = typeOfName(cell('applicant'))
  if (guessed || cell('applicantType')) note({ kind: 'applicantTypeGuessed' })
  return guessed ?? 'naturalPerson'
}

interface ApplicantContext {
  readonly applicantType: ApplicantType
  readonly today: CivilDate
  readonly note: Note
}

function readApplicant(cell: Cell, context: ApplicantContext): Omit<CaseWords, 'description'> | null {
  const { applicantType, note } = context
  const isPerson = applicantType === 'naturalPerson'
  const typed = cell('applicant')
  const name = isPerson ? checkApplicantName(typed) : checkPlainText(typed, 100, false)
  if (!name.ok) note({ kind: typed === '' ? 'applicantMissing' : 'applicantNotAllowed' })
  const identity = readIdNumber(cell('idNumber'), context)
  const contact = readContact(cell, note)
  const kept = [cell('note'), identity?.kept ?? '']
    .filter(text => text !== '')
    .join('；')
    .slice(0, 500)
  if (!name.ok || !identity) return null
  const document = documentOf(identity.idNumber, isPerson)
  return { applicant: { name: name.value, ...document, ...contact }, ...(kept ? { note: kept } : {}) }
}

const documentOf = (idNumber: string | undefined, isPerson: boolean) =>
  idNumber ? { idNumber, ...(isPerson ? {} : { idKind: 'creditCode' as const }) } : {}

/** A local number without its area code stays as it was written: it is still the number to call. */
function readContact(cell: Cell, note: Note): { readonly phone?: string; readonly postalAddress?: string } {
  const phone = checkPhone(cell('phone'))
  const asWritten = cell('phone').slice(0, 30)
  if (!phone.ok && asWritten !== '') note({ kind: 'phoneUnusual' })
  const number = phone.ok ? phone.value : asWritten
  const address = checkPlainText(cell('address'), 200, false)
  return { ...(number ? { phone: number } : {}), ...(address.ok ? { postalAddress: address.value } : {}) }
}

/** Null where the row cannot be taken. A number that fails its check goes to the remarks: kept, and used nowhere. */
function readIdNumber(
  text: string,
  { applicantType, today, note }: ApplicantContext,
): { readonly idNumber?: string; readonly kept?: string } | null {
  const plain = normaliseDocumentNumber(text)
  if (plain === '') return {}
  const isResidentId = parseResidentId(plain, today).ok
  const isChecked = applicantType === 'naturalPerson' ? isResidentId : parseCreditCode(plain).ok
  // One in ten thousand ends in 000 by itself: what passes a check was not mangled.
  if (!isResidentId && !isChecked && isMangled(plain)) {
    note({ kind: 'idNumberMangled', text: maskIdNumber(text.trim()) }) // read on the screen, in the batch and the report
    return null
  }
  const isOtherDocument =
    applicantType === 'naturalPerson' && /^[A-Z\d()/-]{5,40}$/.test(plain) && !isLikeResidentId(plain)
  if (isChecked || isOtherDocument) return { idNumber: plain }
  note({ kind: 'idNumberFailsCheck' })
  return { kept: `旧登记簿所记证件号码：${text.trim().slice(0, 60)}` }
}

/** 1.10101E+17, and 110101190001010000 where fifteen digits were kept and the rest made zeros. */
const isMangled = (plain: string): boolean => /^\d(?:\.\d+)?E\+?\d{2}$/.test(plain) || /^\d{15}0{3}$/.test(plain)
const isLikeResidentId = (plain: string): boolean => /^\d{12,}[\dX]*$/.test(plain) && plain.length !== 15

function readDescription(text: string, note: Note): string | null {
  const description = checkDescription(text)
  if (description.ok) return description.value
  note({ kind: text === '' ? 'descriptionMissing' : 'descriptionNotAllowed' })
  return null
}

function readAgency(text: string, { agencies, defaultAgencyId }: RowContext, note: Note): AgencyId | null {
  if (text === '') return defaultAgencyId
  const plain = text.replace(/\s/gu, '')
  const agency = agencies.find(({ name, code }) => name === plain || code === plain)
  if (!agency) note({ kind: 'agencyUnknown', text })
  return agency?.agencyId ?? null
}

function readPaperStatus(text: string, note: Note): CaseOpen['statusThen'] | null {
  if (text === '') return 'registered'
  const status = readStatus(text)
  switch (status) {
    case 'registered':
    case 'examined':
      return status
    case 'closed':
      note({ kind: 'alreadyClosed', text })
      return null
    case 'replyIssued':
      note({ kind: 'replyIssuedOnPaper', text })
      return null
    case 'waitsForOpinion':
      note({ kind: 'pauseStillOpen' })
      return null
    case 'waitsForSupplement':
      note({ kind: 'supplementOutstanding' })
      return null
    case null:
      note({ kind: 'statusUnclear', text })
      return null
  }
}

type Clock = Partial<Pick<CaseOpen, 'pauses' | 'pausedWorkingDays' | 'extendedWorkingDays'>>
type ClockContext = RowContext & { readonly receivedOn: CivilDate }

/** What the clock has behind it. Dates say more than a number, so where both stand the dates count. */
function readClock(cell: Cell, context: ClockContext, note: Note): Clock {
  const pauses = readPauses(cell, context, note)
  const days = readDays(cell('pausedWorkingDays'))
  if (days === null) note({ kind: 'pauseUnreadable', text: cell('pausedWorkingDays') })
  const extended = readDays(cell('extended'))
  if (extended === null) note({ kind: 'extensionUnclear', text: cell('extended') })
  else if (extended > 20) note({ kind: 'extensionTooLong', days: extended })
  return {
    ...(pauses.length > 0 ? { pauses } : days ? { pausedWorkingDays: days } : {}),
    ...(extended ? { extendedWorkingDays: extended } : {}),
  }
}

type ClosedPause = Pause & { readonly to: CivilDate }

/** One or several, as `a` in one column and `b` in the other, or `a至b` in one. */
function readPauses(cell: Cell, context: ClockContext, note: Note): readonly ClosedPause[] {
  const from = pieces(cell('pauseFrom'))
  const to = pieces(cell('pauseTo'))
  const spans = from.map((text, index) => spanOf(text) ?? { from: text, to: to[index] ?? '' })
  if (to.length > from.length) note({ kind: 'pauseUnreadable', text: cell('pauseTo') })
  return spans.flatMap(span => {
    if (span.to === '') {
      note({ kind: 'pauseStillOpen' })
      return []
    }
    const pause = pauseOf(span, context)
    if (!pause) note({ kind: 'pauseUnreadable', text: `${span.from} ${span.to}` })
    else if (pause.from < context.receivedOn || pause.to < pause.from || pause.to > context.today)
      note({ kind: 'pauseOutside', from: pause.from, to: pause.to })
    return pause ? [pause] : []
  })
}

const pieces = (text: string): string[] =>
  text
    .split(/[;；、\n]/u)
    .map(piece => piece.trim())
    .filter(piece => !/^(?:否|无|-|)$/u.test(piece))

function spanOf(text: string): { readonly from: string; readonly to: string } | null {
  const [from, to, ...more] = text.split(/\s*(?:至|到|~|～|—+)\s*/u)
  return from && to && more.length === 0 ? { from, to } : null
}

function pauseOf(span: { from: string; to: string }, { pauseFromIs }: ClockContext): ClosedPause | null {
  const first = readRegisterDay(span.from)
  const to = readRegisterDay(span.to)
  if (!first || !to) return null
  return { from: pauseFromIs === 'firstExcluded' ? addDays(first, -1) : first, to, why: 'beforeImport' }
}

function readPaperDue(text: string, note: Note): CivilDate | null {
  const on = text === '' ? null : readRegisterDay(text)
  if (text !== '' && !on) note({ kind: 'paperDueUnreadable', text })
  return on
}
