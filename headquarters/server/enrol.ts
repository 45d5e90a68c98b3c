import type { Enrolled, Enrolment } from '#shared/contracts/headquarters-api'
import { err, ok, type Result } from '#shared/kernel/result'
import { parseActBody } from '#shared/ledger/act'
import type { Head } from '#shared/ledger/exchange/head'
import { openSegment } from '#shared/ledger/exchange/segment'
import { takeSegment } from '#shared/ledger/exchange/take-segment'
import { enrolmentNote } from '#shared/ledger/headquarters/enrolment-note'
import { spendCode, type CodePlace } from '../store/enrolment-codes'
import { boundTo, inBoundOffice, type BoundOffice, type OfficeRows } from '../store/bound-office'
import { keepMachine, machinesIn, type Machine } from '../store/machines'
import { bindLedger, findOffice, officeOfLedger } from '../store/offices'
import { sayInOffice } from '../store/own-acts'
import type { MachineRole } from '../store/tables'
import { tryCode } from './codes'
import { craft, digestOf } from './craft'
import { ownVoice } from './own-voice'
import { storeParts, type Parts } from './parts'
import { receiptFor } from './receipts'
import { sayOfClock } from './say-of-clock'

export type EnrolmentProblem =
  | { readonly kind: 'codeMistyped' }
  | { readonly kind: 'codeRefused' }
  | { readonly kind: 'notSigned' }
  /** The code is of an office that has another ledger, or the ledger is another office's. */
  | { readonly kind: 'otherOffice' }
  | { readonly kind: 'chainKnown' }
  | { readonly kind: 'openingRefused' }

/**
 * A machine becomes known: on the line, or by a file that a stick has brought. The code is spent only if all of it holds;
 * a wrong one costs a try.
 */
export async function enrol(parts: Parts, asked: Enrolment): Promise<Result<Enrolled, EnrolmentProblem>> {
  const segment = Buffer.from(asked.firstSegment, 'base64')
  const note = enrolmentNote({ ...asked, segmentDigest: digestOf(segment) })
  if (!craft.verifyNote(asked.publicKey, note, asked.signature)) return err({ kind: 'notSigned' })
  const tried = await tryCode(parts, asked.code)
  if (tried.kind !== 'right') return err(tried)
  const office = await officeFor(parts, tried.place, asked.office)
  if (!office) return err({ kind: 'otherOffice' })
  try {
    return ok(
      await inBoundOffice(storeParts(parts), office, rows => enrolled(parts, rows, { ...tried, asked, segment })),
    )
  } catch (cause) {
    if (cause instanceof Refused) return err(cause.problem)
    throw cause
  }
}

/** Ends the transaction, so that nothing of the enrolment stays, not even the use of its code. */
class Refused extends Error {
  readonly problem: EnrolmentProblem
  constructor(problem: EnrolmentProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

async function officeFor({ db }: Parts, { officeId }: CodePlace, ledger: string): Promise<BoundOffice | null> {
  const [office, holder] = [await findOffice(db, officeId), await officeOfLedger(db, ledger)]
  if (!office || (office.ledger !== null && office.ledger !== ledger)) return null
  return holder && holder.officeId !== officeId ? null : boundTo(office, ledger)
}

interface Asked {
  readonly asked: Enrolment
  readonly segment: Buffer
  readonly place: CodePlace
  readonly role: MachineRole
}

async function enrolled(parts: Parts, rows: OfficeRows, { asked, segment, place, role }: Asked): Promise<Enrolled> {
  if (!(await spendCode(rows.rows, place))) throw new Refused({ kind: 'codeRefused' })
  if (!(await bindLedger(rows.rows, place.officeId, asked.office))) throw new Refused({ kind: 'otherOffice' })
  const at = new Date(parts.now())
  const { chain, publicKey } = parts.key
  const known = await machinesIn(rows.rows, place.officeId)
  if (!known.some(({ cameBy }) => cameBy === 'own'))
    await keepMachine(rows.rows, {
      ...{ officeId: place.officeId, chain, publicKey, cameBy: 'own', role: 'desk', machine: null, at },
    })
  const isFounding = opensOffice(segment) && !known.some(({ cameBy }) => cameBy === 'founding')
  // Its answer was lost, or nobody compared the key in time: by a new code it is told again, and nothing changes.
  if (!known.some(one => isSameMachine(one, asked))) {
    const kept = await keepMachine(rows.rows, {
      ...{ officeId: place.officeId, chain: asked.chain, publicKey: asked.publicKey },
      ...{ cameBy: isFounding ? 'founding' : 'code', role, machine: asked.machine, at },
    })
    if (!kept) throw new Refused({ kind: 'chainKnown' })
    if (!isFounding) await admitByAct(parts, rows, asked)
  }
  const head = await takenOpening(parts, rows, { asked, segment })
  return {
    office: asked.office,
    headquarters: { chain, publicKey },
    receipt: receiptFor(parts, { office: asked.office, ...head, receivedAt: at }),
  }
}

const isSameMachine = (one: Machine, asked: Enrolment): boolean =>
  one.chain === asked.chain &&
  one.publicKey === asked.publicKey &&
  one.machine === asked.machine &&
  one.cameBy !== 'own' &&
  !one.isClosed

/** The office's other machines hear of the new one from headquarters' chain, and trust it by that. */
async function admitByAct(parts: Parts, rows: OfficeRows, { chain, publicKey }: Enrolment): Promise<void> {
  const open = { chain, publicKey, suite: 1, workstation: '', windowName: '' }
  await sayInOffice(rows, ownVoice(parts), [{ type: 'chain.admitted@1', open }])
}

async function takenOpening(
  parts: Parts,
  rows: OfficeRows,
  { asked, segment }: Pick<Asked, 'asked' | 'segment'>,
): Promise<Head> {
  const taken = await takeSegment(rows, { bytes: segment, receivedAt: new Date(parts.now()).toISOString() }, craft)
  if (taken.kind !== 'taken' || taken.head.chain !== asked.chain) throw new Refused({ kind: 'openingRefused' })
  await sayOfClock(parts, rows, taken)
  return taken.head
}

/** Whether the acts begin the office itself: its first machine has founded it. */
function opensOffice(segment: Buffer): boolean {
  const opened = openSegment(segment, craft)
  const first = opened.ok && opened.value[0] ? parseActBody(opened.value[0].body) : null
  return Boolean(first?.ok && first.value.seq === 1 && first.value.facts.some(({ type }) => type === founding))
}

const founding = 'office.established@1'
