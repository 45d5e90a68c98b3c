import { boundTo, inBoundOffice } from '../../store/bound-office'
import { closeMachine } from '../../store/machines'
import { findOffice } from '../../store/offices'
import { sayInOffice } from '../../store/own-acts'
import { ownVoice } from '../own-voice'
import { storeParts, type Parts } from '../parts'

export interface MachineToClose {
  readonly officeId: number
  readonly chain: string
  /** The act after the last that is held, where it is missing. */
  readonly fromSeq?: number | undefined
}

/**
 * A machine that was lost, stolen or replaced: it asks nothing any more, and headquarters says in the office's ledger that its
 * acts from there on count for nothing. Null where the office has no such machine that is still open. What replaces it
 * enrols by a code of its own.
 */
export async function closeForGood(parts: Parts, of: MachineToClose): Promise<{ fromSeq: number } | null> {
  const office = await findOffice(parts.db, of.officeId)
  if (!office || office.ledger === null) return null
  return inBoundOffice(storeParts(parts), boundTo(office, office.ledger), async transaction => {
    if (!(await closeMachine(transaction.rows, { ...of, at: new Date(parts.now()) }))) return null
    const head = await transaction.lockHead(of.chain)
    const fromSeq = of.fromSeq ?? head.seq + 1
    const open = { chain: of.chain, fromSeq }
    await sayInOffice(transaction, ownVoice(parts), [{ type: 'chain.revoked@1', open }])
    return { fromSeq }
  })
}
