import type { PlainAct } from '#shared/ledger/act'
import type { BundleRow, OfficeRow, PersonRow, PoisonAct, RequestRow, SeriesRow } from '../rows'
import type { ActBatch, ArrivedAct } from './act-batch'
import { mergeIntoBundle } from './bundle'
import { foldSubject } from './fold-subject'
import { highestSerials } from './series-serials'
import type { SubjectRows } from './subject-rows'

/** What the view already holds of the things that a batch touches. */
export interface KnownView {
  /** Parts in order, by subject. */
  readonly bundles: ReadonlyMap<string, readonly BundleRow[]>
  readonly series: ReadonlyMap<string, number>
  readonly poison: readonly PoisonAct[]
}

/** What is written in one transaction. */
export interface ViewChange {
  readonly bundles: BundleRow[]
  readonly requests: RequestRow[]
  readonly people: PersonRow[]
  /** All rows of the office anew, or null where nothing of it came. */
  office: readonly OfficeRow[] | null
  readonly dropRequests: string[]
  readonly dropPeople: string[]
  readonly series: SeriesRow[]
  /** The whole list anew, or null where it stays. */
  readonly poison: readonly PoisonAct[] | null
}

/**
 * Folds every touched subject again from all of its acts, old and new. A function of the set of acts: the same act
 * twice, or acts in another order, plan the same rows. Pure; the database is around it (`apply-batch.ts`).
 */
export function planBatch(batch: ActBatch, known: KnownView): ViewChange {
  const change: Omit<ViewChange, 'series' | 'poison'> = {
    ...{ bundles: [], requests: [], people: [], office: null, dropRequests: [], dropPeople: [] },
  }
  const fresh: PlainAct[] = []
  const refolded = new Map<string, readonly PoisonAct[]>()
  for (const [subject, arrived] of bySubject(batch.acts)) {
    const merged = mergeIntoBundle(subject, known.bundles.get(subject) ?? [], arrived)
    if (merged.changed.length === 0) continue
    const folded = foldSubject(subject, merged.acts)
    change.bundles.push(...merged.changed)
    if (folded.rows) place(folded.rows, change)
    refolded.set(subject, folded.poison)
    fresh.push(...arrived.map(({ act }) => act))
  }
  return {
    ...change,
    series: raisedSeries(fresh, known.series),
    poison: poisonAfter(known.poison, refolded, batch.unreadable),
  }
}

/** Subjects in order of first arrival. */
export function bySubject(acts: readonly ArrivedAct[]): Map<string, ArrivedAct[]> {
  const subjects = new Map<string, ArrivedAct[]>()
  for (const arrived of acts) {
    const list = subjects.get(arrived.act.subject)
    if (list) list.push(arrived)
    else subjects.set(arrived.act.subject, [arrived])
  }
  return subjects
}

function place(rows: SubjectRows, change: Omit<ViewChange, 'series' | 'poison'>): void {
  if (rows.kind === 'office') change.office = rows.rows
  else if (rows.kind === 'request') {
    if (rows.row) change.requests.push(rows.row)
    else change.dropRequests.push(rows.id)
  } else if (rows.row) change.people.push(rows.row)
  else change.dropPeople.push(rows.id)
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
  const seen = new Set(kept.map(idOf))
  const added = [...[...refolded.values()].flat(), ...unreadable].filter(one => !seen.has(idOf(one)) && seen.add(idOf(one)))
  if (added.length === 0 && kept.length === known.length) return null
  return [...kept, ...added].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
}

const idOf = ({ chain, seq }: PoisonAct) => `${chain}/${String(seq).padStart(16, '0')}`
