import { sql } from 'kysely'
import type { Head } from '#shared/ledger/exchange/head'
import { inOffice, inOverview, type Database } from './database'
import type { SendingTable } from './tables'

export interface SendingSum {
  readonly sendingId: string
  readonly kind: SendingTable['kind']
  readonly title: string
  readonly sentAt: Date
  readonly offices: number
  readonly received: number
  readonly accepted: number
  readonly declined: number
  readonly read: number
}

/** What was sent to whomever, newest first. */
export function allSendings(db: Database, most: number): Promise<SendingSum[]> {
  return inOverview(db, async rows => {
    const { rows: found } = await sql<SendingSum>`
      select sending_id as "sendingId", min(kind) as kind, min(title) as title, min(sent_at) as "sentAt",
        count(*)::int as offices, count(received_at)::int as received,
        count(*) filter (where answer = 'accepted')::int as accepted,
        count(*) filter (where answer = 'declined')::int as declined,
        count(*) filter (where readers > 0)::int as read
      from sending group by sending_id order by min(sent_at) desc, sending_id limit ${most}`.execute(rows)
    return found
  })
}

export interface SendingAtOffice {
  readonly officeId: number
  readonly kind: SendingTable['kind']
  readonly title: string
  readonly sentAt: Date
  readonly receivedAt: Date | null
  readonly answer: 'accepted' | 'declined' | null
  readonly reason: string | null
  readonly answeredAt: Date | null
  readonly readers: number
}

export function sendingAtOffices(db: Database, sendingId: string): Promise<SendingAtOffice[]> {
  return inOverview(db, async rows => {
    const found = await rows
      .selectFrom('sending')
      .selectAll()
      .where('sending_id', '=', sendingId)
      .orderBy('office_id')
      .execute()
    return found.map(row => ({
      ...{
        officeId: row.office_id,
        kind: row.kind,
        title: row.title,
        sentAt: row.sent_at,
        receivedAt: row.received_at,
      },
      ...{ answer: row.answer, reason: row.reason, answeredAt: row.answered_at, readers: row.readers },
    }))
  })
}

export interface HeldByMachine {
  readonly officeId: number
  /** Chains and how far a machine of the office holds them. */
  readonly holds: readonly Pick<Head, 'chain' | 'seq'>[]
  readonly at: Date
}

/** A machine said how far it holds headquarters' acts: what stands up to there has reached the office. */
export async function keepReceived(db: Database, { officeId, holds, at }: HeldByMachine): Promise<void> {
  if (holds.length === 0) return
  await inOffice(db, officeId, async rows => {
    for (const { chain, seq } of holds)
      await rows
        .updateTable('sending')
        .set({ received_at: at })
        .where('office_id', '=', officeId)
        .where('chain_id', '=', Buffer.from(chain, 'hex'))
        .where('seq', '<=', seq)
        .where('received_at', 'is', null)
        .execute()
  })
}
