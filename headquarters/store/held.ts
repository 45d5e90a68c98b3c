import { sql } from 'kysely'
import type { Head } from '#shared/ledger/exchange/head'
import { fittingActs, mostSegmentBytes } from '#shared/ledger/exchange/segment'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import { inOffice, type Database } from './database'
import type { OfficeRows } from './bound-office'

export interface HeldHead extends Head {
  readonly receivedAt: Date
  /** Of a chain in which headquarters itself speaks. */
  readonly isOwn: boolean
}

/** Where every chain of the office ends here; without those of which no act has come. */
export function headsHeld(db: Database, officeId: number): Promise<HeldHead[]> {
  return inOffice(db, officeId, async rows => {
    const found = await rows
      .selectFrom('head')
      .leftJoin('chain', join =>
        join.onRef('chain.office_id', '=', 'head.office_id').onRef('chain.chain_id', '=', 'head.chain_id'),
      )
      .select(['head.chain_id', 'head.seq', 'head.hash', 'head.received_at', 'chain.came_by'])
      .where('head.office_id', '=', officeId)
      .where('head.seq', '>', 0)
      .orderBy('head.chain_id')
      .execute()
    return found.map(({ chain_id, seq, hash, received_at, came_by }) => ({
      ...{ chain: chain_id.toString('hex'), seq, hash: hash.toString('hex'), receivedAt: received_at! },
      isOwn: came_by === 'own',
    }))
  })
}

/** When the last act of the chain came. */
export async function receivedAtOf({ rows, officeId }: OfficeRows, chain: string): Promise<Date> {
  const { received_at } = await rows
    .selectFrom('head')
    .select('received_at')
    .where('office_id', '=', officeId)
    .where('chain_id', '=', Buffer.from(chain, 'hex'))
    .executeTakeFirstOrThrow()
  return received_at!
}

export interface AfterAct {
  readonly chain: string
  readonly after: number
  readonly limit: number
}

/** What fits into one segment; null where the office has no such chain here. */
export function actsAfter(db: Database, officeId: number, asked: AfterAct): Promise<readonly SignedAct[] | null> {
  const chainId = Buffer.from(asked.chain, 'hex')
  return inOffice(db, officeId, async rows => {
    const held = await rows
      .selectFrom('head')
      .select('seq')
      .where('office_id', '=', officeId)
      .where('chain_id', '=', chainId)
      .executeTakeFirst()
    if (!held) return null
    // A catalogue's texts are long: no more is read than a segment holds.
    const { rows: found } = await sql<{ body: string; signature: Buffer }>`
      select body, signature from (
        select seq, body, signature, sum(octet_length(body)) over (order by seq) as bytes from act
        where office_id = ${officeId} and chain_id = ${chainId} and seq > ${asked.after}
        order by seq limit ${asked.limit}) as next
      where bytes <= ${mostSegmentBytes} or seq = ${asked.after + 1} order by seq`.execute(rows)
    const acts = found.map(({ body, signature }) => ({ body, signature: signature.toString('base64') }))
    return acts.slice(0, acts.length === 0 ? 0 : fittingActs(acts))
  })
}
