import { sql } from 'kysely'
import { factShapes } from '#shared/contracts/facts'
import { noPreviousHash, parseActBody, type ActBody } from '#shared/ledger/act'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import type { ChainRoot, TrustGround } from '#shared/ledger/exchange/chain-trust'
import type { Head } from '#shared/ledger/exchange/head'
import type { OfficeTransaction, ProjectionNote, QuarantineReason } from '#shared/ledger/exchange/headquarters-store'
import type { LinkedAct } from '#shared/ledger/exchange/run'
import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar'
import { officeSubject } from '#shared/ledger/subject'
import type { Rows } from './database'
import type { Office } from './offices'
import type { MachineRole } from './tables'
import { clockSaying, subjectsMoved } from './projection/office-clocks'
import { officeCalendar, projectSendings, tellsOfSendings } from './projection/project-sendings'
import { projectSubjects, lockProjection, runningSubjects } from './projection/project-subjects'

export interface OfficeWork {
  readonly rows: Rows
  readonly office: Office & { readonly ledger: string }
  readonly calendar: WorkingCalendar
  readonly now: () => number
}

/** One office's rows, as the exchange asks for them. Everything here is one transaction (`inOffice`). */
export function officeTransaction(work: OfficeWork): OfficeTransaction {
  return {
    office: work.office.ledger,
    trustGround: () => trustGround(work),
    lockHead: chain => lockHead(work, chain),
    hashes: (chain, from, to) => hashes(work, { chain, from, to }),
    append: (acts, facts, receivedAt) => append(work, acts, { facts, receivedAt }),
    project: (acts, facts) => project(work, acts, facts),
    quarantine: (acts, reason) => quarantine(work, acts, reason),
  }
}

interface GroundRow {
  readonly chain_id: Buffer
  /** Of a chain that is pinned; null where the row is what an act says. */
  readonly public_key: string | null
  readonly seq: number
  readonly hlc: string
  readonly says: string
}

async function trustGround({ rows, office }: OfficeWork): Promise<Pick<TrustGround, 'roots' | 'facts'>> {
  const { rows: found } = await sql<GroundRow>`
    select chain_id, public_key, 0::bigint as seq, '' as hlc, '' as says
    from chain where office_id = ${office.officeId} and came_by in ('founding', 'own')
    union all
    select chain_id, null, seq, hlc, says from chain_fact
    where office_id = ${office.officeId} and says not like ${clockSaying}`.execute(rows)
  const roots: ChainRoot[] = []
  const facts: ChainFact[] = []
  for (const { chain_id, public_key, seq, hlc, says } of found) {
    const chain = chain_id.toString('hex')
    if (public_key !== null) roots.push({ chain, publicKey: public_key })
    else facts.push({ chain, seq, hlc, says: JSON.parse(says) as ChainFact['says'] })
  }
  return { roots, facts }
}

async function lockHead({ rows, office }: OfficeWork, chain: string): Promise<Head> {
  const place = { office_id: office.officeId, chain_id: Buffer.from(chain, 'hex') }
  const held = await lockedHead(rows, place)
  if (held) return { chain, ...held }
  await rows
    .insertInto('head')
    .values({ ...place, seq: 0, hash: Buffer.from(noPreviousHash, 'hex'), received_at: null })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return { chain, ...(await lockedHead(rows, place))! }
}

async function lockedHead(rows: Rows, place: { readonly office_id: number; readonly chain_id: Buffer }) {
  const row = await rows
    .selectFrom('head')
    .select(['seq', 'hash'])
    .where('office_id', '=', place.office_id)
    .where('chain_id', '=', place.chain_id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { seq: row.seq, hash: row.hash.toString('hex') } : null
}

async function hashes(
  { rows, office }: OfficeWork,
  { chain, from, to }: { chain: string; from: number; to: number },
): Promise<string[]> {
  const found = await rows
    .selectFrom('act')
    .select('hash')
    .where('office_id', '=', office.officeId)
    .where('chain_id', '=', Buffer.from(chain, 'hex'))
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .execute()
  return found.map(({ hash }) => hash.toString('hex'))
}

interface Arrival {
  readonly facts: readonly ChainFact[]
  readonly receivedAt: string
}

async function append(work: OfficeWork, acts: readonly LinkedAct[], { facts, receivedAt }: Arrival): Promise<void> {
  if (acts.length === 0) return
  const at = new Date(receivedAt)
  await insertActs(work, acts, at)
  await keepChainFacts(work, facts, at)
}

/**
 * One statement however many acts, by arrays of columns: as quick as COPY, without its table beside. It locks the office's
 * `health` row, so that whoever appends may project (`lockProjection`).
 */
async function insertActs({ rows, office }: OfficeWork, acts: readonly LinkedAct[], at: Date): Promise<void> {
  const last = acts.at(-1)!
  const chainId = Buffer.from(last.chain, 'hex')
  const places = acts.map(({ signed }) => placeOf(signed))
  await sql`
    with stored as (
      insert into act (office_id, chain_id, seq, hash, signature, hlc, subject, body, received_at)
      select ${office.officeId}, ${chainId}, seq, hash, signature, hlc, subject, body, ${at}
      from unnest(
        ${acts.map(({ seq }) => seq)}::bigint[],
        ${acts.map(({ hash }) => Buffer.from(hash, 'hex'))}::bytea[],
        ${acts.map(({ signed }) => Buffer.from(signed.signature, 'base64'))}::bytea[],
        ${places.map(({ hlc }) => hlc)}::text[],
        ${places.map(({ subject }) => subject)}::text[],
        ${acts.map(({ signed }) => signed.body)}::text[]
      ) as new (seq, hash, signature, hlc, subject, body)
    ), moved as (
      update head set seq = ${last.seq}, hash = ${Buffer.from(last.hash, 'hex')}, received_at = ${at}
      where office_id = ${office.officeId} and chain_id = ${chainId}
    )
    update health set acts = acts + ${acts.length}, last_ingest_at = ${at}
    where office_id = ${office.officeId}`.execute(rows)
}

/** Where an act is found again. Empty where it is of a newer form, or names what no subject is: it is stored all the same. */
function placeOf(signed: SignedAct): Pick<ActBody, 'hlc' | 'subject'> {
  const read = readOnce(signed)
  if (!read.ok) return { hlc: '', subject: '' }
  const { hlc, subject } = read.value
  return { hlc, subject: subject.length <= 100 && !subject.includes('\0') ? subject : '' }
}

/** The same act is read where it is stored and where it is projected. */
const read = new WeakMap<SignedAct, ReturnType<typeof parseActBody>>()

function readOnce(signed: SignedAct): ReturnType<typeof parseActBody> {
  const known = read.get(signed) ?? parseActBody(signed.body)
  read.set(signed, known)
  return known
}

async function keepChainFacts(work: OfficeWork, facts: readonly ChainFact[], at: Date): Promise<void> {
  const { rows, office } = work
  if (facts.length === 0) return
  const nths = new Map<number, number>()
  const kept = facts.map(({ chain, seq, hlc, says }) => {
    const nth = nths.get(seq) ?? 0
    nths.set(seq, nth + 1)
    return {
      office_id: office.officeId,
      chain_id: Buffer.from(chain, 'hex'),
      seq,
      nth,
      hlc,
      says: JSON.stringify(says),
    }
  })
  await rows.insertInto('chain_fact').values(kept).execute()
  for (const { chain, says } of facts) {
    if (says.kind === 'admitted')
      await nameChain(work, { chain: says.chain, publicKey: says.publicKey, role: 'desk', at })
    if (says.kind !== 'opened' || !says.previous) continue
    const role = await roleOf(work, says.previous.chain)
    await nameChain(work, { chain, publicKey: says.publicKey, role, at })
  }
}

/** So that its machine is found when it asks; whether it is trusted, the facts decide every time. */
async function nameChain(
  work: OfficeWork,
  { chain, publicKey, role, at }: { chain: string; publicKey: string; role: MachineRole; at: Date },
): Promise<void> {
  if (!keyShape.test(publicKey)) return
  const { rows, office } = work
  const place = { office_id: office.officeId, chain_id: Buffer.from(chain, 'hex') }
  await rows
    .insertInto('chain')
    .values({ ...place, public_key: publicKey, came_by: await cameBy(work, publicKey), role, known_since: at })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** A chain of headquarters' own key is its own, also where it comes back from a machine after the store was put back. */
async function cameBy({ rows, office }: OfficeWork, publicKey: string): Promise<'own' | 'act'> {
  const own = await rows
    .selectFrom('chain')
    .select('chain_id')
    .where('office_id', '=', office.officeId)
    .where('came_by', '=', 'own')
    .where('public_key', '=', publicKey)
    .limit(1)
    .executeTakeFirst()
  return own ? 'own' : 'act'
}

/** A machine that goes on in a new chain may do there what it might do before. */
async function roleOf({ rows, office }: OfficeWork, chain: string): Promise<MachineRole> {
  const row = await rows
    .selectFrom('chain')
    .select('role')
    .where('office_id', '=', office.officeId)
    .where('chain_id', '=', Buffer.from(chain, 'hex'))
    .executeTakeFirst()
  return row?.role ?? 'observer'
}

/** SPKI (DER) in base64. Anything else may stand in an act too, and is nobody's key. */
const keyShape = /^[A-Za-z0-9+/]{1,200}={0,2}$/

async function project(
  work: OfficeWork,
  acts: readonly LinkedAct[],
  facts: readonly ChainFact[],
): Promise<ProjectionNote[]> {
  const read = acts.map(({ seq, chain, signed }) => ({ seq, chain, act: readOnce(signed) }))
  const subjects = read.flatMap(({ act }) => (act.ok ? [act.value.subject] : []))
  const elsewhere = await subjectsMoved(placeOfWork(work), facts)
  const isAnswered = elsewhere.includes(officeSubject) || read.some(({ act }) => act.ok && tellsOfSendings(act.value))
  const moved = isAnswered ? await projectAnswers(work) : []
  const calendar = await officeCalendar(placeOfWork(work), work.calendar)
  const found = await projectSubjects({ ...placeOfWork(work), calendar }, [...subjects, ...moved, ...elsewhere])
  const poison = new Set(found.map(({ chain, seq }) => `${chain} ${seq}`))
  return read.flatMap(({ seq, chain, act }): ProjectionNote[] => {
    if (!act.ok) return [{ seq, kind: act.problem.kind === 'newerAct' ? 'pending' : 'poison' }]
    if (poison.has(`${chain} ${seq}`)) return [{ seq, kind: 'poison' }]
    return act.value.facts.some(({ type }) => !Object.hasOwn(factShapes, type)) ? [{ seq, kind: 'pending' }] : []
  })
}

const placeOfWork = ({ rows, office }: OfficeWork) => ({ rows, officeId: office.officeId })

/** A calendar that the office has accepted moves the due days of everything that still runs. */
async function projectAnswers(work: OfficeWork): Promise<readonly string[]> {
  const of = placeOfWork(work)
  await lockProjection(of)
  const before = await officeCalendar(of, work.calendar)
  await projectSendings(of)
  const after = await officeCalendar(of, work.calendar)
  return before === after ? [] : runningSubjects(of)
}

async function quarantine(work: OfficeWork, acts: readonly LinkedAct[], reason: QuarantineReason): Promise<void> {
  const { rows, office, now } = work
  let kept = 0
  for (const { chain, seq, hash, signed } of acts) {
    const { numInsertedOrUpdatedRows = 0n } = await rows
      .insertInto('quarantine')
      .values({
        ...{ office_id: office.officeId, chain_id: Buffer.from(chain, 'hex'), seq, hash: Buffer.from(hash, 'hex') },
        ...{ signature: Buffer.from(signed.signature, 'base64'), body: signed.body, reason, seen_at: new Date(now()) },
      })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    kept += Number(numInsertedOrUpdatedRows)
  }
  await rows
    .updateTable('health')
    .set({ quarantined: sql`quarantined + ${kept}` })
    .where('office_id', '=', office.officeId)
    .execute()
}
