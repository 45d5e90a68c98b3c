import type { CivilDate } from '../calendar/civil-date'
import type { PersonId } from '../requests/request-facts'
import type { ExportedToMedium, ExportOf, MediaFact, ReceivedMedium, UnmaskedApproval } from './media-facts'

export interface MediaStamp {
  readonly actor: PersonId
  /** Epoch ms. */
  readonly at: number
  readonly hlc: string
}

export interface GrantedApproval extends Omit<UnmaskedApproval, 'reason'> {
  /** Null where it was erased. */
  readonly reason: string | null
  readonly by: MediaStamp
  /** The export that it was used for; null while it is open. */
  readonly usedFor: string | null
}

/** One line of the register of media that were given out (介质登记簿). */
export interface MediumOut extends ExportedToMedium {
  /** Null where it was erased. */
  readonly holder: string | null
  readonly by: MediaStamp
  /** `out`: given out and not acknowledged. A missing one that turns up is acknowledged like any other. */
  readonly state: 'out' | 'acknowledged' | 'missing'
  readonly acknowledged?: {
    readonly on: CivilDate
    readonly how: 'paper' | 'medium'
    readonly receivedBy: string | null
    readonly by: MediaStamp
  }
  readonly missing?: { readonly on: CivilDate; readonly reason: string | null; readonly by: MediaStamp }
}

export interface MediaBook {
  readonly approvals: readonly GrantedApproval[]
  /** Oldest first; an export that was undone stands in none of them. */
  readonly out: readonly MediumOut[]
  /** What machines of the office, and headquarters, say they have received: also of media that others gave out. */
  readonly received: readonly (ReceivedMedium & { readonly by: MediaStamp })[]
}

export const emptyMediaBook: MediaBook = { approvals: [], out: [], received: [] }

export type MediaProblem =
  | { readonly kind: 'exportAlreadyRecorded' }
  | { readonly kind: 'exportUnknown' }
  | { readonly kind: 'exportAlreadyAcknowledged' }
  | { readonly kind: 'exportAlreadyMissing' }
  | { readonly kind: 'approvalAlreadyGiven' }
  /** Unmasked, and the head has not approved just this; or the approval was used before. */
  | { readonly kind: 'approvalNeeded' }

export const isMediaFact = (fact: { readonly type: string }): fact is MediaFact => fact.type.startsWith('media.')

/** Why the register does not admit this fact. */
export function mediaProblem(book: MediaBook, fact: MediaFact): MediaProblem | undefined {
  switch (fact.type) {
    case 'media.unmaskedApproved@1':
      return book.approvals.some(({ approvalId }) => approvalId === fact.open.approvalId)
        ? { kind: 'approvalAlreadyGiven' }
        : undefined
    case 'media.exported@1':
      return exportProblem(book, fact.open)
    case 'media.received@1':
      return book.received.some(one => isSameMedium(one, fact.open)) ? { kind: 'exportAlreadyAcknowledged' } : undefined
    case 'media.exportUndone@1':
    case 'media.acknowledged@1':
    case 'media.missing@1':
      return laterProblem(book, fact)
  }
}

function exportProblem(
  book: MediaBook,
  { exportId, isMasked, approvalId, of }: ExportedToMedium,
): MediaProblem | undefined {
  if (book.out.some(one => one.exportId === exportId)) return { kind: 'exportAlreadyRecorded' }
  if (isMasked || openApprovals(book, of).some(one => one.approvalId === approvalId)) return undefined
  return { kind: 'approvalNeeded' }
}

type LaterFact = Extract<MediaFact, { type: 'media.exportUndone@1' | 'media.acknowledged@1' | 'media.missing@1' }>

function laterProblem({ out }: MediaBook, { type, open }: LaterFact): MediaProblem | undefined {
  const known = out.find(({ exportId }) => exportId === open.exportId)
  if (!known) return { kind: 'exportUnknown' }
  if (known.state === 'acknowledged') return { kind: 'exportAlreadyAcknowledged' }
  return known.state === 'missing' && type === 'media.missing@1' ? { kind: 'exportAlreadyMissing' } : undefined
}

/** Approvals of just this export that were not used. */
export const openApprovals = ({ approvals }: MediaBook, of: ExportOf): readonly GrantedApproval[] =>
  approvals.filter(one => one.usedFor === null && isSameExport(one.of, of))

export function isSameExport(one: ExportOf, other: ExportOf): boolean {
  if (one.kind === 'case') return other.kind === 'case' && one.requestNo === other.requestNo
  if (one.kind === 'period') return other.kind === 'period' && one.from === other.from && one.to === other.to
  return one.kind === other.kind
}

/** The register after a fact that it admits. */
export function applyMediaFact(book: MediaBook, fact: MediaFact, by: MediaStamp): MediaBook {
  switch (fact.type) {
    case 'media.unmaskedApproved@1':
      return { ...book, approvals: [...book.approvals, { ...fact.open, reason: reasonOf(fact), by, usedFor: null }] }
    case 'media.exported@1': {
      const line: MediumOut = { ...fact.open, holder: fact.personal?.holder ?? null, by, state: 'out' }
      const approvals = used(book, fact.open.approvalId, fact.open.exportId)
      const next = { ...book, approvals, out: [...book.out, line] }
      // Its receipt may come before it does: clocks of two machines differ.
      const receipt = book.received.find(one => isSameMedium(one, fact.open))
      return receipt ? receiptEntered(next, receipt) : next
    }
    case 'media.exportUndone@1': {
      const { exportId } = fact.open
      const approvals = book.approvals.map(one => (one.usedFor === exportId ? { ...one, usedFor: null } : one))
      return { ...book, approvals, out: book.out.filter(one => one.exportId !== exportId) }
    }
    case 'media.acknowledged@1': {
      const { exportId, on, how } = fact.open
      const acknowledged = { on, how, receivedBy: fact.personal?.receivedBy ?? null, by }
      return changed(book, exportId, one => ({ ...one, state: 'acknowledged', acknowledged }))
    }
    case 'media.received@1': {
      const receipt = { ...fact.open, by }
      const next = { ...book, received: [...book.received, receipt] }
      const isOut = book.out.some(one => isSameMedium(one, fact.open) && one.state !== 'acknowledged')
      return isOut ? receiptEntered(next, receipt) : next
    }
    case 'media.missing@1': {
      const { exportId, on } = fact.open
      return changed(book, exportId, one => ({ ...one, state: 'missing', missing: { on, reason: reasonOf(fact), by } }))
    }
    default:
      return book // a fact of a newer version has no effect here
  }
}

type WithReason = Extract<MediaFact, { type: 'media.unmaskedApproved@1' | 'media.missing@1' }>

const reasonOf = ({ open, personal }: WithReason): string | null => personal?.reason ?? open.reason ?? null

const isSameMedium = (one: MediumNamed, other: MediumNamed): boolean =>
  one.exportId === other.exportId && one.digest === other.digest
type MediumNamed = Pick<ReceivedMedium, 'exportId' | 'digest'>

const receiptEntered = (book: MediaBook, { exportId, on, receiver, by }: MediaBook['received'][number]): MediaBook =>
  changed(book, exportId, one => ({
    ...one,
    state: 'acknowledged',
    acknowledged: { on, how: 'medium', receivedBy: receiver, by },
  }))

const used = ({ approvals }: MediaBook, approvalId: string | undefined, usedFor: string): readonly GrantedApproval[] =>
  approvals.map(one => (one.approvalId === approvalId ? { ...one, usedFor } : one))

const changed = (book: MediaBook, exportId: string, change: (line: MediumOut) => MediumOut): MediaBook => ({
  ...book,
  out: book.out.map(one => (one.exportId === exportId ? change(one) : one)),
})

/** Given out and neither acknowledged nor reported missing, oldest first. */
export const unacknowledged = ({ out }: MediaBook): readonly MediumOut[] => out.filter(({ state }) => state === 'out')
