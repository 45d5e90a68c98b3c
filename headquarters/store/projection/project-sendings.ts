import { sql } from 'kysely'
import { malformation } from '#shared/contracts/facts'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { inLedgerOrder, type RecordedAct } from '#shared/domain/recorded-act'
import { applySendingFact, emptySendingBook, readersOf, type SendingBook } from '#shared/domain/sendings/sending-book'
import { isSaidByHeadquarters, isSendingFact, type SendingFact } from '#shared/domain/sendings/sending-facts'
import { answerOf, sendingProblem } from '#shared/domain/sendings/sending-rules'
import { calendarOf } from '#shared/domain/sendings/sendings-now'
import { parseActBody, type ActBody } from '#shared/ledger/act'
import { signedTime, type InPlace } from '#shared/ledger/clock-corrections'
import { officeSubject } from '#shared/ledger/subject'
import type { Rows } from '../database'
import { officeClocks } from './office-clocks'

export interface SendingsOf {
  readonly rows: Rows
  readonly officeId: number
}

/** Whether anything in this act is about sendings: most are not, and cost nothing. */
export const tellsOfSendings = ({ subject, facts }: ActBody): boolean =>
  subject === officeSubject && facts.some(isSendingFact)

/**
 * What headquarters sent to this office and what came of it, made anew from all acts that tell of it: the same for every
 * order in which they came. When a machine first held a sending is no matter of acts, and stays.
 */
export async function projectSendings(of: SendingsOf): Promise<void> {
  const { book, places } = await sendingBook(of)
  for (const { sendingId, kind, title, by } of book.sent) {
    const place = places.get(sendingId)!
    const row = { kind, title, sent_at: new Date(by.at), ...place, ...answeredIn(book, sendingId) }
    await of.rows
      .insertInto('sending')
      .values({ office_id: of.officeId, sending_id: sendingId, ...row })
      .onConflict(conflict => conflict.columns(['office_id', 'sending_id']).doUpdateSet(row))
      .execute()
  }
  await holdWhatWasAnswered(of)
}

/** Whoever answered it had received it, whatever machines said since: a stick brings answers and no other word. */
async function holdWhatWasAnswered({ rows, officeId }: SendingsOf): Promise<void> {
  await rows
    .updateTable('sending')
    .set({ received_at: sql`coalesce(answered_at, now())` })
    .where('office_id', '=', officeId)
    .where('received_at', 'is', null)
    .where(either => either.or([either('answer', 'is not', null), either('readers', '>', 0)]))
    .execute()
}

function answeredIn(book: SendingBook, sendingId: string) {
  const answer = answerOf(book, sendingId)
  const readers = readersOf(book, sendingId).length
  if (!answer) return { answer: null, reason: null, answered_at: null, answer_hlc: null, readers }
  const { by, reason = null } = answer
  return { answer: answer.answer, reason, answered_at: new Date(by.at), answer_hlc: by.hlc, readers }
}

/** The calendar that this office counts by: its own acceptances over what the program brings. */
export async function officeCalendar(of: SendingsOf, builtIn: WorkingCalendar): Promise<WorkingCalendar> {
  const accepted = await of.rows
    .selectFrom('sending')
    .select('sending_id')
    .where('office_id', '=', of.officeId)
    .where('kind', '=', 'calendar')
    .where('answer', '=', 'accepted')
    .orderBy('answer_hlc')
    .execute()
  if (accepted.length === 0) return builtIn
  // One sending says the same to every office: the tables behind a calendar are built once for all of them.
  const key = accepted.map(({ sending_id }) => sending_id).join(' ')
  const known = calendars.get(builtIn)?.get(key)
  if (known) return known
  const calendar = calendarOf(builtIn, (await sendingBook(of)).book)
  const kept = calendars.get(builtIn) ?? new Map<string, WorkingCalendar>()
  if (kept.size >= mostCalendars) kept.clear()
  calendars.set(builtIn, kept.set(key, calendar))
  return calendar
}

const calendars = new WeakMap<WorkingCalendar, Map<string, WorkingCalendar>>()
const mostCalendars = 200

interface Place {
  readonly chain_id: Buffer
  readonly seq: number
}

/** Folded as at the counter. Facts that are not of their shape are left out: a machine that was taken over may write anything. */
async function sendingBook(of: SendingsOf): Promise<{ book: SendingBook; places: ReadonlyMap<string, Place> }> {
  const places = new Map<string, Place>()
  let book = emptySendingBook
  for (const act of inLedgerOrder(await actsOf(of))) {
    const by = { actor: act.actor, at: act.at, hlc: act.hlc }
    for (const fact of act.facts) {
      if (malformation(fact) !== null || sendingProblem(book, fact)) continue
      book = applySendingFact(book, fact, by)
      if (!isSaidByHeadquarters(fact) || !('sendingId' in fact.open) || places.has(fact.open.sendingId)) continue
      places.set(fact.open.sendingId, { chain_id: Buffer.from(act.chain, 'hex'), seq: act.seq })
    }
  }
  return { book, places }
}

async function actsOf({ rows, officeId }: SendingsOf): Promise<RecordedAct<SendingFact>[]> {
  const found = await rows
    .selectFrom('act')
    .select(['hash', 'body'])
    .where('office_id', '=', officeId)
    .where('subject', '=', officeSubject)
    .where(either =>
      either.or([
        either('body', 'like', '%.sent@1"%'),
        either('body', 'like', '%"sending.%'),
        either('body', 'like', '%"notice.read@1"%'),
      ]),
    )
    .execute()
  const clocks = await officeClocks({ rows, officeId })
  return found.flatMap(({ hash, body }) => {
    const read = parseActBody(body)
    return read.ok ? [recorded(clocks.placed(read.value), hash.toString('hex'))] : []
  })
}

const recorded = (act: InPlace<ActBody>, hash: string): RecordedAct<SendingFact> => ({
  ...{ chain: act.chain, seq: act.seq, hlc: act.hlc, origin: act.from ?? hash, at: signedTime(act) },
  ...({ actor: act.actor, role: act.role } as Pick<RecordedAct<never>, 'actor' | 'role'>),
  facts: act.facts.filter(isSendingFact) as unknown as readonly SendingFact[], // their shapes are looked at before they count
})
