import type { YearCalendar } from '../calendar/year-calendar'
import { withYear, type WorkingCalendar } from '../calendar/working-calendar'
import type { LawPack } from '../decisions/law-pack'
import { withLawPack } from '../decisions/with-law-pack'
import type { PersonId } from '../requests/request-facts'
import { readersOf, type ReceivedSending, type SendingAnswer, type SendingBook } from './sending-book'
import { answerOf, isSuperseded } from './sending-rules'

export type SendingState = 'open' | 'accepted' | 'declined' | 'superseded'

/** A sending and how it stands. A notice stays `open`: it asks for no answer. */
export interface SendingNow extends ReceivedSending {
  readonly state: SendingState
  readonly answer: SendingAnswer | null
  readonly readBy: readonly PersonId[]
}

/** Newest first. */
export const sendingsNow = (book: SendingBook): readonly SendingNow[] =>
  book.sent.map(sending => ({ ...sending, ...standing(book, sending) })).reverse()

function standing(book: SendingBook, sending: ReceivedSending): Omit<SendingNow, keyof ReceivedSending> {
  const answer = answerOf(book, sending.sendingId) ?? null
  const state = answer?.answer ?? (isSuperseded(book, sending) ? 'superseded' : 'open')
  return { state, answer, readBy: readersOf(book, sending.sendingId) }
}

/** What waits for the head or an administrator. */
export const waitingSendings = (book: SendingBook): readonly SendingNow[] =>
  sendingsNow(book).filter(({ kind, state }) => kind !== 'notice' && state === 'open')

/** Notices that this person has not read, oldest first. */
export const unreadNotices = (book: SendingBook, person: PersonId): readonly SendingNow[] =>
  sendingsNow(book)
    .filter(({ kind, readBy }) => kind === 'notice' && !readBy.includes(person))
    .reverse()

/**
 * The calendar that the office counts by: what the program brought, and over it what was accepted, in the order of the
 * acceptances. `until`: only those up to that moment of the ledger.
 */
export const calendarOf = (builtIn: WorkingCalendar, book: SendingBook, until?: string): WorkingCalendar =>
  accepted(book, until)
    .flatMap(({ content }): YearCalendar[] => (content?.kind === 'calendar' ? [content.calendar] : []))
    .reduce(withYear, builtIn)

/** The law packs that the office's letters follow: those of the program, and what was accepted up to that moment. */
export const lawPacksOf = (builtIn: readonly LawPack[], book: SendingBook, until?: string): readonly LawPack[] =>
  accepted(book, until)
    .flatMap(({ content }): LawPack[] => (content?.kind === 'lawPack' ? [content.pack] : []))
    .reduce(withLawPack, builtIn)

function accepted({ sent, answers }: SendingBook, until: string | undefined): readonly ReceivedSending[] {
  return answers
    .filter(({ answer, by }) => answer === 'accepted' && (until === undefined || by.hlc <= until))
    .flatMap(({ sendingId }) => sent.find(one => one.sendingId === sendingId) ?? [])
}
