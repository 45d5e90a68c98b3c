import { sql } from 'kysely'
import { parseActBody } from '#shared/ledger/act'
import { noCorrections, type ClockCorrections, type Dated } from '#shared/ledger/clock-corrections'
import { chainFactsOf, type ChainFact } from '#shared/ledger/exchange/chain-facts'
import { correctedClocks } from '#shared/ledger/exchange/corrected-clocks'
import type { Rows } from '../database'

interface OfOffice {
  readonly rows: Rows
  readonly officeId: number
}

/** How the kept saying of a corrected clock begins: there may be many, and trust in chains asks for none of them. */
export const clockSaying = '{"kind":"clockCorrected"%'

/** The corrections that hold in this office, by the same rule as at its machines. */
export async function officeClocks({ rows, officeId }: OfOffice): Promise<ClockCorrections> {
  const { rows: some } = await sql`
    select 1 from chain_fact where office_id = ${officeId} and says like ${clockSaying} limit 1`.execute(rows)
  if (some.length === 0) return noCorrections
  const facts = await rows
    .selectFrom('chain_fact')
    .select(['chain_id', 'seq', 'hlc', 'says'])
    .where('office_id', '=', officeId)
    .execute()
  const own = await rows
    .selectFrom('chain')
    .select('chain_id')
    .where('office_id', '=', officeId)
    .where('came_by', '=', 'own')
    .execute()
  return correctedClocks(
    facts.map(({ chain_id, seq, hlc, says }) => {
      return { chain: chain_id.toString('hex'), seq, hlc, says: JSON.parse(says) as ChainFact['says'] }
    }),
    own.map(({ chain_id }) => chain_id.toString('hex')),
  )
}

/** Whose acts may stand elsewhere once these facts are stored: of what they correct, or of everything where headquarters is admitted. */
export async function subjectsMoved(of: OfOffice, facts: readonly ChainFact[]): Promise<string[]> {
  const { rows, officeId } = of
  const isOther = facts.some(({ says }) => says.kind === 'opened' || (says.kind === 'admitted' && says.isHeadquarters))
  const ranges = isOther
    ? (await officeClocks(of)).all
    : facts.flatMap(({ says }) => (says.kind === 'clockCorrected' ? [says] : []))
  const subjects = new Set<string>()
  for (const { chain, fromSeq, toSeq } of ranges) {
    const found = await rows
      .selectFrom('act')
      .select('subject')
      .distinct()
      .where('office_id', '=', officeId)
      .where('chain_id', '=', Buffer.from(chain, 'hex'))
      .where('seq', '>=', fromSeq)
      .where('seq', '<=', toSeq)
      .execute()
    for (const { subject } of found) subjects.add(subject)
  }
  return [...subjects]
}

/** The last act that a chain itself wrote before one of its acts; null where it wrote none that this program can read. */
export async function lastOwnBefore(
  { rows, officeId }: OfOffice,
  { chain, seq }: { readonly chain: string; readonly seq: number },
): Promise<Dated | null> {
  const { rows: found } = await sql<{ readonly seq: number; readonly hlc: string; readonly prev: string | null }>`
    select seq, hlc, substring(body from '"prev":"([0-9a-f]{64})"') as prev from act
    where office_id = ${officeId} and chain_id = ${Buffer.from(chain, 'hex')} and seq < ${seq}
      and hlc != '' and body !~ '"from":"[0-9a-f]{64}"'
    order by seq desc limit 1`.execute(rows)
  return found[0] ? { chain, seq: Number(found[0].seq), prev: found[0].prev ?? '', hlc: found[0].hlc } : null
}

/** What acts say of clocks that were stored before this program kept it. Done twice it changes nothing. */
export async function keepClockSayings({ rows, officeId }: OfOffice): Promise<void> {
  const acts = await rows
    .selectFrom('act')
    .select('body')
    .where('office_id', '=', officeId)
    .where('subject', '=', 'office')
    .where('body', 'like', '%"clock.corrected@1"%')
    .execute()
  for (const { body } of acts) {
    if (!parseActBody(body).ok) continue
    const kept = chainFactsOf(body).map(({ chain, seq, hlc, says }, nth) => {
      const place = { office_id: officeId, chain_id: Buffer.from(chain, 'hex'), seq, nth }
      return { ...place, hlc, says: JSON.stringify(says) }
    })
    if (kept.length === 0) continue
    await rows
      .insertInto('chain_fact')
      .values(kept)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}
