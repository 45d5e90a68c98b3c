import { parseYearCalendar, type YearCalendar } from '../calendar/year-calendar'
import type { LawPack } from '../decisions/law-pack'
import { readLawPack } from '../decisions/read-law-pack'
import type { PersonId } from '../requests/request-facts'
import type { CorrectedClock, SendingFact, SendingKind, SettledQuarantine } from './sending-facts'

export interface SendingStamp {
  readonly actor: PersonId
  /** Epoch ms. */
  readonly at: number
  readonly hlc: string
}

/** What there is in it. Null where this version cannot read it: it is shown, and can only be declined. */
export type SendingContent =
  | { readonly kind: 'calendar'; readonly calendar: YearCalendar }
  | { readonly kind: 'lawPack'; readonly pack: LawPack }
  | { readonly kind: 'notice'; readonly text: string }
  /** The lines stay in the act; here only how many. */
  | { readonly kind: 'documents'; readonly documents: number }

export interface ReceivedSending {
  readonly sendingId: string
  readonly kind: SendingKind
  readonly title: string
  readonly note?: string
  readonly content: SendingContent | null
  readonly by: SendingStamp
}

export interface SendingAnswer {
  readonly sendingId: string
  readonly answer: 'accepted' | 'declined'
  /** Of a decline. */
  readonly reason?: string
  readonly by: SendingStamp
}

/** Something that headquarters noted, and when. */
export interface Noted<T> {
  readonly said: T
  readonly by: SendingStamp
}

/**
 * What came from headquarters and what the office said to it, in the order of the ledger. An answer stands by itself: with
 * a clock that runs behind it may sort before the sending that it answers.
 */
export interface SendingBook {
  readonly sent: readonly ReceivedSending[]
  readonly answers: readonly SendingAnswer[]
  /** Who has read each notice, by its id. */
  readonly readBy: Readonly<Record<string, readonly PersonId[]>>
  readonly clocks: readonly Noted<CorrectedClock>[]
  readonly quarantine: readonly Noted<SettledQuarantine>[]
}

export const emptySendingBook: SendingBook = { sent: [], answers: [], readBy: {}, clocks: [], quarantine: [] }

/** The book after a fact that it admits. What is said twice counts once. */
export function applySendingFact(book: SendingBook, fact: SendingFact, by: SendingStamp): SendingBook {
  switch (fact.type) {
    case 'sending.accepted@1':
      return withAnswer(book, { ...fact.open, answer: 'accepted', by })
    case 'sending.declined@1':
      return withAnswer(book, { ...fact.open, answer: 'declined', by })
    case 'notice.read@1': {
      const { sendingId } = fact.open
      const readers = new Set([...readersOf(book, sendingId), by.actor])
      return { ...book, readBy: { ...book.readBy, [sendingId]: [...readers] } }
    }
    case 'clock.corrected@1': {
      const { prevs: _ofActs, ...said } = fact.open // long, and nothing that is shown
      return { ...book, clocks: [...book.clocks, { said, by }] }
    }
    case 'quarantine.settled@1':
      return { ...book, quarantine: [...book.quarantine, { said: fact.open, by }] }
    default:
      return isAmong(book.sent, fact.open) ? book : { ...book, sent: [...book.sent, receivedOf(fact, by)] }
  }
}

const withAnswer = (book: SendingBook, answer: SendingAnswer): SendingBook =>
  isAmong(book.answers, answer) ? book : { ...book, answers: [...book.answers, answer] }

const isAmong = (list: readonly { readonly sendingId: string }[], { sendingId }: { readonly sendingId: string }) =>
  list.some(one => one.sendingId === sendingId)

export const readersOf = ({ readBy }: SendingBook, sendingId: string): readonly PersonId[] =>
  Object.hasOwn(readBy, sendingId) ? readBy[sendingId]! : []

type SentFact = Extract<SendingFact, { type: `${string}.sent@1` }>

function receivedOf(fact: SentFact, by: SendingStamp): ReceivedSending {
  const { sendingId, title } = fact.open
  const note = 'note' in fact.open ? fact.open.note : undefined
  const kind = kinds[fact.type]
  return { sendingId, kind, title, ...(note === undefined ? {} : { note }), content: contentOf(fact), by }
}

const kinds = {
  'calendar.sent@1': 'calendar',
  'lawPack.sent@1': 'lawPack',
  'notice.sent@1': 'notice',
  'documents.sent@1': 'documents',
} as const satisfies Record<SentFact['type'], SendingKind>

/** Read again where it arrives: a newer headquarters may send what this version does not understand. */
function contentOf(fact: SentFact): SendingContent | null {
  switch (fact.type) {
    case 'calendar.sent@1': {
      const calendar = parseYearCalendar(fact.open.calendar)
      return calendar.ok ? { kind: 'calendar', calendar: calendar.value } : null
    }
    case 'lawPack.sent@1': {
      const pack = readLawPack(fact.open.pack)
      return pack.ok ? { kind: 'lawPack', pack: pack.value } : null
    }
    case 'notice.sent@1':
      return { kind: 'notice', text: fact.open.text }
    case 'documents.sent@1':
      return Array.isArray(fact.open.lines) ? { kind: 'documents', documents: fact.open.lines.length } : null
  }
}
