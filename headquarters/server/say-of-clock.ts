import type { TakenSegment } from '#shared/ledger/exchange/take-segment'
import type { OfficeRows } from '../store/bound-office'
import { sayInOffice } from '../store/own-acts'
import { ownVoice } from './own-voice'
import type { Parts } from './parts'

/** Acts whose clock ran a day ahead are taken, and the office is told by an act: in which chain, from where to where, by how much. */
export async function sayOfClock(parts: Parts, transaction: OfficeRows, taken: TakenSegment): Promise<void> {
  if (taken.kind !== 'taken' || !taken.clockAhead || taken.head.chain === parts.key.chain) return
  const { fromSeq, toSeq, byMs } = taken.clockAhead
  const open = { chain: taken.head.chain, fromSeq, toSeq, byMs: Math.round(byMs) }
  await sayInOffice(transaction, ownVoice(parts), [{ type: 'clock.corrected@1', open }])
}
