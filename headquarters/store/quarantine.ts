import { parseActBody } from '#shared/ledger/act'
import { inOffice, type Database, type Rows } from './database'

/** An act that was kept apart, as far as people at headquarters may see it: never what stands in it. */
export interface QuarantinedAct {
  readonly chain: string
  readonly seq: number
  readonly hash: string
  readonly reason: string
  readonly seenAt: Date
  readonly body: string
  /** The same act stands in the ledger already: a machine said it again on a chain that counts. */
  readonly isSaidAgain: boolean
  readonly decision: 'released' | 'refused' | null
  readonly decidedBy: string | null
  readonly decisionReason: string | null
  readonly decidedAt: Date | null
}

/** What waits first, in the order of its chain, then what was decided, the latest first; at most `most`. */
export function quarantineOf(db: Database, officeId: number, most: number): Promise<QuarantinedAct[]> {
  return inOffice(db, officeId, async rows => {
    const found = await rows
      .selectFrom('quarantine')
      .selectAll()
      .where('office_id', '=', officeId)
      .orderBy(order => order('decision', 'is not', null))
      .orderBy('decided_at', 'desc')
      .orderBy('chain_id')
      .orderBy('seq')
      .limit(most)
      .execute()
    const acts: QuarantinedAct[] = []
    for (const row of found) acts.push(await actOf(rows, row))
    return acts
  })
}

/** Null where there is none of that hash that waits. The row is locked until the transaction ends. */
export async function waitingAct(rows: Rows, officeId: number, hash: string): Promise<QuarantinedAct | null> {
  const row = await rows
    .selectFrom('quarantine')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('hash', '=', Buffer.from(hash, 'hex'))
    .where('decision', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row ? actOf(rows, row) : null
}

export interface Decided {
  readonly officeId: number
  readonly hash: string
  readonly decision: 'released' | 'refused'
  readonly by: string
  readonly reason: string
  readonly at: Date
}

export async function keepDecision(rows: Rows, { officeId, hash, decision, by, reason, at }: Decided): Promise<void> {
  const { numUpdatedRows } = await rows
    .updateTable('quarantine')
    .set({ decision, decided_by: by, decision_reason: reason, decided_at: at })
    .where('office_id', '=', officeId)
    .where('hash', '=', Buffer.from(hash, 'hex'))
    .where('decision', 'is', null)
    .executeTakeFirst()
  await rows
    .updateTable('health')
    .set(set => ({ quarantined: set('quarantined', '-', Number(numUpdatedRows)) }))
    .where('office_id', '=', officeId)
    .execute()
}

interface QuarantineRow {
  readonly office_id: number
  readonly chain_id: Buffer
  readonly seq: number
  readonly hash: Buffer
  readonly body: string
  readonly reason: string
  readonly seen_at: Date
  readonly decision: 'released' | 'refused' | null
  readonly decided_by: string | null
  readonly decision_reason: string | null
  readonly decided_at: Date | null
}

async function actOf(rows: Rows, row: QuarantineRow): Promise<QuarantinedAct> {
  const hash = row.hash.toString('hex')
  return {
    ...{ chain: row.chain_id.toString('hex'), seq: row.seq, hash, reason: row.reason, seenAt: row.seen_at },
    ...{ body: row.body, isSaidAgain: await isSaidAgain(rows, row, hash) },
    ...{ decision: row.decision, decidedBy: row.decided_by, decisionReason: row.decision_reason },
    decidedAt: row.decided_at,
  }
}

/** Looked for among the acts on the same subject, which the index finds. */
async function isSaidAgain(rows: Rows, { office_id, body }: QuarantineRow, hash: string): Promise<boolean> {
  const read = parseActBody(body)
  if (!read.ok) return false
  const found = await rows
    .selectFrom('act')
    .select('seq')
    .where('office_id', '=', office_id)
    .where('subject', '=', read.value.subject)
    .where('body', 'like', `%"from":"${read.value.from ?? hash}"%`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
