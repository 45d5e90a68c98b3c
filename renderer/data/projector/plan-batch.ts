import type { PlainAct } from '#shared/ledger/act'
import type { BundleRow, PoisonAct, SeriesRow } from '../rows'
import type { ActBatch, ArrivedAct } from './act-batch'
import { mergeIntoBundle } from './bundle'
import { foldSubject } from './fold-subject'
import { highestSerials } from './series-serials'
import type { SubjectRow } from './subject-rows'

/** What the view already holds of the things that a batch touches. */
export interface KnownView {
  /** Parts in order, by subject. */
  readonly bundles: ReadonlyMap<string, readonly BundleRow[]>
  readonly series: ReadonlyMap<string, number>
  readonly poison: readonly PoisonAct[]
}

/** What is written in one transaction. */
export interface ViewChange {
  readonly bundles: readonly BundleRow[]
  readonly rows: readonly SubjectRow[]
  readonly series: readonly SeriesRow[]
  /** The whole list anew, or null where it stays. */
  readonly poison: readonly PoisonAct[] | null
}

/**
 * Folds every touched subject again from all of its acts, old and new. A function of the set of acts: the same act
 * twice, or acts in another order, plan the same rows. Pure; the database is around it (`apply-batch.ts`).
 */
export function planBatch(batch: ActBatch, known: KnownView): ViewChange {
  const bundles: BundleRow[] = []
  const rows: SubjectRow[] = []
  const refolded = new Map<string, readonly PoisonAct[]>()
  for (const [subject, arrived] of bySubject(batch.acts)) {
    const merged = mergeIntoBundle(subject, known.bundles.get(subject) ?? [], arrived)
    if (merged.changed.length === 0) continue
    const { row, poison } = foldSubject(subject, merged.acts)
    bundles.push(...merged.changed)
    if (row) rows.push(row)
    refolded.set(subject, poison)
  }
  const series = raisedSeries(
    batch.acts.map(({ act }) => act),
    known.series,
  )
  return { bundles, rows, series, poison: poisonAfter(known.poison, refolded, batch.unreadable) }
}

/** Subjects in order of first arrival. */
function bySubject(acts: readonly ArrivedAct[]): Map<string, ArrivedAct[]> {
  const subjects = new Map<string, ArrivedAct[]>()
  for (const arrived of acts) {
    const list = subjects.get(arrived.act.subject)
    if (list) list.push(arrived)
    else subjects.set(arrived.act.subject, [arrived])
  }
  return subjects
}

const raisedSeries = (acts: readonly PlainAct[], known: ReadonlyMap<string, number>): SeriesRow[] =>
  [...highestSerials(acts)]
    .filter(([name, highest]) => highest > (known.get(name) ?? 0))
    .map(([name, last]) => ({ name, last }))

/** Replaces what was said of the refolded subjects, because a new fold judges them afresh. */
function poisonAfter(
  known: readonly PoisonAct[],
  refolded: ReadonlyMap<string, readonly PoisonAct[]>,
  unreadable: readonly PoisonAct[],
): readonly PoisonAct[] | null {
  const kept = known.filter(({ subject, why }) => why !== 'foldFailed' || !refolded.has(subject))
  const after = new Map(kept.map(one => [idOf(one), one]))
  for (const one of [...refolded.values()].flat().concat(unreadable)) after.set(idOf(one), one)
  if (after.size === 0 && known.length === 0) return null
  return [...after.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
}

const idOf = ({ chain, seq }: PoisonAct) => `${chain}/${String(seq).padStart(16, '0')}`
