import type { TakenSegment } from '#shared/ledger/exchange/take-segment'
import { machinesOfOffice } from '../store/machines'
import type { HeldHead } from '../store/held'
import type { Parts } from './parts'

/** The office is about to be told of these heads. Only headquarters' own matter: what others wrote it cannot say otherwise. */
export function noteTold({ told }: Parts, officeId: number, heads: readonly HeldHead[]): void {
  for (const { chain, seq, hash, isOwn } of heads) if (isOwn) told.note(officeId, { chain, seq, hash })
}

/**
 * A machine brought an act that headquarters itself signed, in the place of another one: its store was put back and it
 * spoke before anybody noticed. The branch that stands here stays, as for every chain; from now on it speaks in a new one.
 */
export async function noteForked(
  { told, db }: Parts,
  officeId: number,
  { head, theirs }: Extract<TakenSegment, { kind: 'fork' }>,
): Promise<void> {
  const machines = await machinesOfOffice(db, officeId)
  const isOwn = machines.some(({ chain, cameBy }) => chain === head.chain && cameBy === 'own')
  if (isOwn) told.note(officeId, { chain: head.chain, seq: head.seq + 1, hash: theirs })
}
