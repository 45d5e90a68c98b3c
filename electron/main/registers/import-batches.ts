import { createHash } from 'node:crypto'
import { malformation } from '#shared/contracts/facts'
import { importBatch, type ImportBatch, type ImportSummary } from '#shared/contracts/import-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Json, PlainFact } from '#shared/ledger/act'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import type { Workstation } from '../workstation/workstation'

/** Sealed batches lie among the drafts of the vault under names of their own, which no window may touch. */
const prefix = 'carriedin-'
export const isImportDraft = (name: string): boolean => name.startsWith(prefix)
const draftOf = (batchId: string): string => `${prefix}${batchId}`

/** One frame a call: all of these cases or none, and the desk breathes in between. */
export const casesAtOnce = 10

interface SealedBatch {
  readonly batch: ImportBatch
  readonly preparedBy: string
  readonly preparedAt: number
}

type Workplace = Pick<Workstation, 'session' | 'ledger' | 'append' | 'appendAll' | 'refusal'> & {
  readonly options: Pick<Workstation['options'], 'vault' | 'clock'>
}

/**
 * An import between preparing and the last written case. Who prepared it is stamped here, not by the window; what is
 * written is the batch whose digest was signed, and a case that is in the ledger already is passed over.
 */
export function importBatches(workstation: Workplace) {
  const { vault, clock } = workstation.options
  const signed = (batchId: string): string | null => {
    const facts = workstation.ledger?.actsOf(officeSubject).flatMap(act => act.facts) ?? []
    const open = facts
      .filter(fact => fact.type === 'register.imported@1')
      .map(fact => fact.open as { batchId?: string; digest?: string })
      .find(imported => imported.batchId === batchId)
    return open?.digest ?? null
  }
  const load = (batchId: string): Result<SealedBatch, Problem> => {
    const kept = vault.drafts.load(draftOf(batchId))
    if (!kept.ok) return kept
    if (kept.value === null) return refused('importNotFound')
    return ok(kept.value.content as unknown as SealedBatch) // sealed by `prepare`, so it has its shape
  }
  const isWritten = (batchId: string, index: number): boolean =>
    workstation.ledger?.has(subjectOfCase(batchId, index)) ?? false
  const summaryOf = ({ batch, preparedBy, preparedAt }: SealedBatch): ImportSummary => ({
    ...{ batchId: batch.batchId, fileName: batch.fileName, preparedBy, preparedAt, digest: digestOf(batch) },
    cases: batch.cases.length,
    written: batch.cases.filter((_case, index) => isWritten(batch.batchId, index)).length,
    state: signed(batch.batchId) === null ? 'waiting' : 'signed',
  })
  /** Signed, and none of the cases that are left can be written any more. */
  const isStuck = (batch: ImportBatch): boolean =>
    batch.cases.every(
      (_case, index) => isWritten(batch.batchId, index) || workstation.refusal(actOf(batch, index))?.kind === 'refused',
    )

  return {
    prepare(given: ImportBatch): Result<ImportSummary, Problem> {
      const me = workstation.session()
      if (!me) return err({ kind: 'locked' })
      if (!me.posts.includes('clerk')) return refused('postNeeded', { posts: ['clerk'] })
      const { batchId } = given
      const isTaken = signed(batchId) !== null || load(batchId).ok
      const isSound = !isTaken && given.cases.every(each => isOfBatch(each, batchId, me.personId)) && !hasTwins(given)
      if (!isSound) return err({ kind: 'badInput', detail: 'importBatch' })
      const sealed: SealedBatch = { batch: given, preparedBy: me.personId, preparedAt: clock.now() }
      const saved = vault.drafts.save(draftOf(batchId), sealed as unknown as Json) // JSON by its zod shape
      return saved.ok ? ok(summaryOf(sealed)) : saved
    },

    list(): ImportSummary[] {
      const names = vault.drafts.list().filter(({ name }) => isImportDraft(name))
      return names.flatMap(({ name }) => {
        const batch = load(name.slice(prefix.length))
        return batch.ok ? [summaryOf(batch.value)] : []
      })
    },

    open(batchId: string): Result<{ batch: ImportBatch; summary: ImportSummary }, Problem> {
      const sealed = load(batchId)
      return sealed.ok ? ok({ batch: sealed.value.batch, summary: summaryOf(sealed.value) }) : sealed
    },

    discard(batchId: string): Result<void, Problem> {
      const sealed = load(batchId)
      if (!sealed.ok) return sealed
      return signed(batchId) === null || isStuck(sealed.value.batch)
        ? vault.drafts.discard(draftOf(batchId))
        : refused('importAlreadySigned')
    },

    sign(batchId: string, seen: string): Result<void, Problem> {
      const sealed = load(batchId)
      if (!sealed.ok) return sealed
      const { batch, preparedBy } = sealed.value
      if (digestOf(batch) !== seen) return refused('importChanged')
      const imported = { batchId, digest: seen, cases: batch.cases.length, preparedBy }
      const facts = [
        { type: 'register.imported@1', open: imported },
        ...batch.carriedOver.map(open => ({ type: 'register.carriedOver@1', open })),
      ]
      const written = workstation.append({ subject: officeSubject, role: signingRole(workstation), facts })
      return written.ok ? ok(undefined) : written
    },

    /**
     * Writes the next cases from the `from`-th on that are not in the ledger. A case that the authority refuses (its
     * number was given meanwhile) is named and passed over; the sealed batch stays until every case is in.
     */
    write(batchId: string, from: number): Result<Written, Problem> {
      const sealed = load(batchId)
      if (!sealed.ok) return sealed
      const { batch } = sealed.value
      const digest = signed(batchId)
      if (digest !== digestOf(batch)) return refused(digest ? 'importChanged' : 'importNotSigned')
      const open = batch.cases.map((_case, index) => index).filter(index => index >= from && !isWritten(batchId, index))
      const now = open.slice(0, casesAtOnce)
      const done = append(batch, now)
      if (!done.ok) return done
      const next = open[casesAtOnce] ?? null
      const { written, cases } = summaryOf(sealed.value)
      const cleared = written === cases ? vault.drafts.discard(draftOf(batchId)) : ok(undefined)
      return cleared.ok ? ok({ written, cases, next, refused: done.value }) : cleared
    },
  }

  /** In one frame; where that is refused, one by one, so that a single bad case does not keep the others out. */
  function append(batch: ImportBatch, indexes: readonly number[]): Result<Written['refused'], Problem> {
    const acts = indexes.map(index => actOf(batch, index))
    if (acts.length === 0) return ok([])
    const all = workstation.appendAll(acts)
    if (all.ok) return ok([])
    if (all.problem.kind !== 'refused') return all
    const refusals: Written['refused'] = []
    for (const index of indexes) {
      const one = workstation.appendAll([actOf(batch, index)])
      if (one.ok) continue
      if (one.problem.kind !== 'refused') return one
      refusals.push({ line: batch.cases[index]!.open.line, problem: one.problem })
    }
    return ok(refusals)
  }

  function actOf(batch: ImportBatch, index: number) {
    const fact = { type: 'request.carriedIn@1', ...batch.cases[index]! } as unknown as PlainFact // JSON by its zod shape
    return { subject: subjectOfCase(batch.batchId, index), role: signingRole(workstation), facts: [fact] }
  }
}

export interface Written {
  readonly written: number
  readonly cases: number
  /** Where the next call begins; null after the last case. */
  readonly next: number | null
  readonly refused: { readonly line: number; readonly problem: Problem }[]
}

export type ImportBatches = ReturnType<typeof importBatches>

/** An id that says which case of which batch it is: written a second time, it is refused as registered already. */
function subjectOfCase(batchId: string, index: number): string {
  const hex = createHash('sha256').update(`carried-in/1\0${batchId}\0${index}`).digest('hex')
  const variant = '89ab'[parseInt(hex[16]!, 16) % 4]!
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
  return subjectOf('request', [...parts, hex.slice(20, 32)].join('-'))
}

const digestOf = (batch: ImportBatch): string =>
  createHash('sha256')
    .update(JSON.stringify(importBatch.parse(batch)))
    .digest('hex')

const signing = ['reviewer', 'head', 'administrator'] as const

/** Whoever holds none of these posts is told so by the authority. */
const signingRole = (workstation: Workplace): string => {
  const posts = workstation.session()?.posts ?? []
  return signing.find(post => posts.includes(post)) ?? 'clerk'
}

type Case = ImportBatch['cases'][number]

const isOfBatch = (each: Case, batchId: string, me: string): boolean =>
  each.open.batchId === batchId &&
  each.open.preparedBy === me &&
  malformation({ type: 'request.carriedIn@1', ...each }) === null

/** The authority sees the numbers of one frame only when it is written, so twins are refused here. */
const hasTwins = ({ cases }: ImportBatch): boolean =>
  new Set(cases.map(({ open }) => `${open.agencyId}/${open.requestNo}`)).size < cases.length

const refused = (kind: string, more: object = {}) => err<Problem>({ kind: 'refused', why: { kind, ...more } })
