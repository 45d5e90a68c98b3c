import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { replyDueDay } from '#shared/domain/clocks/reply-clock'
import type { Post } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { openConflicts } from '#shared/domain/requests/open-conflicts'
import { foldRequest } from '#shared/domain/requests/request'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest, StoredRequestFact } from '#shared/domain/requests/request-state'
import { originOf, parseActBody, type ActBody } from '#shared/ledger/act'
import { compareActs } from '#shared/ledger/act-order'
import { noCorrections, signedTime, type ClockCorrections, type InPlace } from '#shared/ledger/clock-corrections'
import type { CaseFactTable } from '../tables'

/** An act as it lies in the store. */
export interface StoredAct {
  readonly chain: string
  readonly seq: number
  readonly hash: string
  readonly body: string
}

export type CaseRow = Omit<CaseFactTable, 'office_id'>

export interface ProjectedCase {
  /** Null while the acts make no request. */
  readonly row: CaseRow | null
  readonly poison: readonly PoisonAct[]
}

export interface PoisonAct {
  readonly chain: string
  readonly seq: number
  readonly why: 'notAnAct' | 'newerAct' | 'foldFailed'
}

/**
 * One line of the statistics, made of what stands open in a request's acts: the same for every order in which they came.
 * An act that the fold cannot bear, or whose words do not fit the line, is left out and named; the others still count.
 */
export function caseRow(
  subject: string,
  acts: readonly StoredAct[],
  { calendar, clocks = noCorrections }: CaseGround,
): ProjectedCase {
  const poison: PoisonAct[] = []
  const sound: Read[] = []
  for (const { chain, seq, hash, body } of acts) {
    const read = parseActBody(body)
    if (read.ok) sound.push(clocks.placed({ ...read.value, hash }))
    else poison.push({ chain, seq, why: read.problem.kind })
  }
  const fold = (some: readonly Read[]) => rowOf(subject, onceEach(some), calendar)
  try {
    return { row: fold(sound), poison }
  } catch {
    const parted = separate(sound, fold)
    return { row: fold(parted.sound), poison: [...poison, ...parted.poison] }
  }
}

/** By what days are counted, and which acts are folded elsewhere than they say. */
export interface CaseGround {
  readonly calendar: WorkingCalendar
  readonly clocks?: ClockCorrections
}

type Read = InPlace<ActBody & { readonly hash: string }>

/** Takes the acts one by one in their order and drops those that the fold cannot bear: two stores drop the same. */
function separate(acts: readonly Read[], fold: (some: readonly Read[]) => unknown) {
  const sound: Read[] = []
  const poison: PoisonAct[] = []
  for (const act of [...acts].sort(compareActs)) {
    sound.push(act)
    try {
      fold(sound)
    } catch {
      sound.pop()
      poison.push({ chain: act.chain, seq: act.seq, why: 'foldFailed' })
    }
  }
  return { sound, poison }
}

/** An act that was said again after a restored backup names the one it repeats: of the two, the first in order counts. */
function onceEach(acts: readonly Read[]): readonly Read[] {
  const seen = new Set<string>()
  return [...acts].sort(compareActs).filter(act => {
    const origin = originOf(act)
    return !seen.has(origin) && seen.add(origin)
  })
}

function rowOf(subject: string, acts: readonly Read[], calendar: WorkingCalendar): CaseRow | null {
  const request = foldRequest(acts.map(openly))
  if (!request) return null
  const { receivedOn, served, withdrawn, letter } = request
  const row: CaseRow = {
    ...{ subject, request_no: request.requestNo, agency_id: request.agencyId, channel: request.channel },
    ...{ applicant_type: request.applicantType, status: request.status },
    ...{ arrived_on: request.arrivedOn, received_on: receivedOn ?? null },
    ...dueOf(request, calendar),
    ...{ decision: decisionOf(request), issued_on: letter?.issuedOn ?? null },
    ...{ served_on: served?.servedOn ?? null, withdrawn_on: withdrawn?.withdrawnOn ?? null },
    ...{ conflicts: openConflicts(request).length, not_understood: request.notUnderstood.length },
    ...{ acts: acts.length, last_hlc: acts.at(-1)!.hlc },
  }
  mustFit(row)
  return row
}

/** None while no clock runs (the receipt is not confirmed), or where its facts contradict each other. */
function dueOf({ receivedOn, clockFacts }: DisclosureRequest, calendar: WorkingCalendar) {
  const due = receivedOn === undefined ? null : replyDueDay(clockFacts, calendar)
  return due?.ok ? { due_on: due.value.dueOn, certainty: due.value.certainty } : { due_on: null, certainty: null }
}

const decisionOf = ({ letter, currentDraft }: DisclosureRequest): string | null =>
  letter?.decision ?? currentDraft?.decision ?? null

/** What identifies a person is sealed for the office's own machines: here it is as if it had been erased. */
const openly = (act: Read): RecordedAct<StoredRequestFact> => ({
  ...{ seq: act.seq, chain: act.chain, hlc: act.hlc, actor: act.actor as PersonId, role: act.role as Post },
  at: signedTime(act),
  facts: act.facts.map(({ type, open }) => ({ type, open }) as StoredRequestFact),
})

const days = ['arrived_on', 'received_on', 'due_on', 'issued_on', 'served_on', 'withdrawn_on'] as const
const words = ['request_no', 'agency_id', 'channel', 'applicant_type', 'status', 'certainty', 'decision'] as const

/** The columns that the table lets be empty. */
const mayBeNull = new Set<keyof CaseRow>([
  'received_on',
  'due_on',
  'issued_on',
  'served_on',
  'withdrawn_on',
  'certainty',
  'decision',
])

/** A machine that was taken over may write anything: what the database would refuse must not stop the others' acts. */
function mustFit(row: CaseRow): void {
  const isDay = (value: unknown) =>
    typeof value === 'string' &&
    /^[1-9]\d{3}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
    new Date(`${value}T00:00:00Z`).toISOString().startsWith(value)
  // Half a character is another one once it has been stored: what is read back would not be what was counted.
  const isWord = (value: unknown) =>
    typeof value === 'string' && value.length <= 200 && !value.includes('\0') && value.isWellFormed()
  const fits = (name: keyof CaseRow, rule: (value: unknown) => boolean) =>
    (row[name] === null && mayBeNull.has(name)) || rule(row[name])
  if (!days.every(name => fits(name, isDay)) || !words.every(name => fits(name, isWord)))
    throw new TypeError('a fact of another shape')
}
