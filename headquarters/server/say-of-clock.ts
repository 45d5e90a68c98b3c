import { correctionsFor } from '#shared/ledger/exchange/clock-ahead'
import type { TakenSegment } from '#shared/ledger/exchange/take-segment'
import type { OfficeRows } from '../store/bound-office'
import { sayInOffice } from '../store/own-acts'
import { lastOwnBefore, officeClocks } from '../store/projection/office-clocks'
import { ownVoice } from './own-voice'
import type { Parts } from './parts'

/**
 * Acts whose clock ran a day ahead are taken, and the office is told by an act: in which chain, from where to where, by how
 * much. From then on everybody folds them that much earlier, here in the transaction that has taken them.
 */
export async function sayOfClock(parts: Parts, transaction: OfficeRows, taken: TakenSegment): Promise<void> {
  if (taken.kind !== 'taken' || taken.head.chain === parts.key.chain) return
  const { aheadRuns: runs = [] } = taken
  const { chain } = taken.head
  if (!runs[0]) return
  const known = await officeClocks(transaction)
  const last = runs[0].after ?? (await lastOwnBefore(transaction, { chain, seq: runs[0].fromSeq }))
  const facts = correctionsFor(chain, runs, { known, last }).map(correction => {
    return { type: 'clock.corrected@1', open: { ...correction } }
  })
  await sayInOffice(transaction, ownVoice(parts), facts)
}
