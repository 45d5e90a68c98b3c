import type { QuarantineAnswer, QuarantineDecision } from '#shared/contracts/headquarters-sendings'
import { err, ok, type Result } from '#shared/kernel/result'
import { parseActBody } from '#shared/ledger/act'
import { mostAheadMs } from '#shared/ledger/exchange/clock-ahead'
import type { Head } from '#shared/ledger/exchange/head'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import { boundTo, inBoundOffice, type OfficeRows } from '../store/bound-office'
import { findOffice } from '../store/offices'
import { sayActs, sayInOffice, type OwnSaying } from '../store/own-acts'
import { keepDecision, quarantineOf, waitingAct, type QuarantinedAct } from '../store/quarantine'
import { ownVoice } from './own-voice'
import { storeParts, type Parts } from './parts'

export type SettleProblem =
  /** No such act waits for a decision. */
  | { readonly kind: 'notFound' }
  /** It is of a newer form, or says whose acts count or where they belong: nobody may say that in somebody else's name. */
  | { readonly kind: 'notReleasable' }
  /** The machine has said it again itself: released, it would be refused as one act told twice. */
  | { readonly kind: 'saidAgain' }

export interface ActToSettle extends QuarantineDecision {
  readonly officeId: number
  readonly hash: string
}

/**
 * A person decides about an act that was kept apart. Released, headquarters says it again in its own chain, with its own
 * moment, person and subject, and the hash of its first saying; either way the decision itself is an act that the office gets.
 */
export async function settleQuarantine(parts: Parts, of: ActToSettle): Promise<Result<void, SettleProblem>> {
  const { officeId, hash, decision, by, reason } = of
  const office = await findOffice(parts.db, officeId)
  if (!office || office.ledger === null) return err({ kind: 'notFound' })
  return inBoundOffice(storeParts(parts), boundTo(office, office.ledger), async transaction => {
    const act = await waitingAct(transaction.rows, officeId, hash)
    if (!act) return err({ kind: 'notFound' })
    const again = decision === 'released' ? saidAgain(act) : ok([])
    if (!again.ok) return again
    await keepDecision(transaction.rows, { officeId, hash, decision, by, reason, at: new Date(parts.now()) })
    const { chain, seq } = act
    const settled = { type: 'quarantine.settled@1', open: { chain, seq, hash, decision, reason, by } }
    const said = await sayActs(transaction, ownVoice(parts), [{ facts: [settled] }, ...again.value])
    for (const { hlc } of again.value) await sayOfReleased(parts, transaction, { said, hlc, act })
    return ok(undefined)
  })
}

interface Released {
  /** Where it stands now. */
  readonly said: Head
  readonly hlc: string
  readonly act: QuarantinedAct
}

/** It carries the moment of a clock that ran ahead: so it is folded where headquarters saw it first. */
async function sayOfReleased(parts: Parts, transaction: OfficeRows, { said, hlc, act }: Released): Promise<void> {
  const byMs = hlcTime(hlc as Hlc) - act.seenAt.getTime()
  if (byMs <= mostAheadMs) return
  const open = { chain: said.chain, fromSeq: said.seq, toSeq: said.seq, byMs }
  await sayInOffice(transaction, ownVoice(parts), [{ type: 'clock.corrected@1', open }])
}

function saidAgain({ body, hash, isSaidAgain }: QuarantinedAct): Result<readonly Again[], SettleProblem> {
  if (isSaidAgain) return err({ kind: 'saidAgain' })
  const read = parseActBody(body)
  // In headquarters' chain it would speak in its name.
  const speaks = ({ type }: { readonly type: string }) =>
    type.startsWith('chain.') || type.startsWith('clock.corrected@')
  if (!read.ok || read.value.facts.some(speaks)) return err({ kind: 'notReleasable' })
  const { hlc, from, actor, role, subject, facts } = read.value
  return ok([{ hlc, from: from ?? hash, actor, role, subject, facts }])
}

type Again = OwnSaying & { readonly hlc: string }

const mostShown = 500

/** As the console shows it. */
export async function quarantineShown(parts: Parts, officeId: number): Promise<QuarantineAnswer> {
  return { acts: (await quarantineOf(parts.db, officeId, mostShown)).map(shownAct) }
}

function shownAct(act: QuarantinedAct): QuarantineAnswer['acts'][number] {
  const { chain, seq, hash, reason, seenAt, body, isSaidAgain } = act
  const read = parseActBody(body)
  return {
    ...{ chain, seq, hash, why: reason === 'revoked' ? 'revoked' : 'fork', seenAt: seenAt.toISOString(), isSaidAgain },
    writtenAt: read.ok ? new Date(hlcTime(read.value.hlc as Hlc)).toISOString() : null,
    about: read.ok ? (read.value.subject.split(':')[0] ?? '') : '',
    types: read.ok ? read.value.facts.map(({ type }) => type) : [],
    decided: decidedOf(act),
  }
}

function decidedOf({ decision, decidedBy, decisionReason, decidedAt }: QuarantinedAct) {
  if (decision === null || decidedAt === null) return null
  return { decision, by: decidedBy ?? '', reason: decisionReason ?? '', at: decidedAt.toISOString() }
}
