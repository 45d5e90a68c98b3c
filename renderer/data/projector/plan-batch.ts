import type { PlainAct } from '#shared/ledger/act'
import type { BundleRow, KeptAct, PoisonAct, SeriesRow } from '../rows'
import { compareActs } from '#shared/ledger/act-order'
import { readSubject } from '#shared/ledger/subject'
import type { ActBatch, ArrivedAct } from './act-batch'
import { mergeIntoBundle } from './bundle'
import { textIn } from '#shared/domain/catalogue/document'
import { type DocumentTextRow, documentWrite, type DocumentWrite } from '../document-rows'
import { foldSubject } from './fold-subject'
import { hasTextLeftOut } from './leave-texts-out'
import { highestSerials } from './series-serials'
import type { SubjectRow } from './subject-rows'

type DocumentSubject = Extract<SubjectRow, { readonly table: 'documents' }>
export type PlainRow = Exclude<SubjectRow, { readonly table: 'documents' }>

/** What the view already holds of the things that a batch touches. */
export interface KnownView {
  /** Parts in order, by subject. */
  readonly bundles: ReadonlyMap<string, readonly BundleRow[]>
  readonly series: ReadonlyMap<string, number>
  readonly poison: readonly PoisonAct[]
  /** By id of the document. */
  readonly texts: ReadonlyMap<string, DocumentTextRow>
}

/** What is written in one transaction. */
export interface ViewChange {
  readonly bundles: readonly BundleRow[]
  readonly rows: readonly PlainRow[]
  readonly documents: readonly DocumentWrite[]
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
  const rows: PlainRow[] = []
  const documents: DocumentWrite[] = []
  const refolded = new Map<string, readonly PoisonAct[]>()
  for (const [subject, arrived] of bySubject(batch.acts)) {
    const merged = mergeIntoBundle(subject, known.bundles.get(subject) ?? [], arrived)
    // The text that holds now may come with an act that stands in the bundle since the batch before.
    if (merged.changed.length === 0 && readSubject(subject)?.kind !== 'document') continue
    const { row, poison } = foldSubject(subject, merged.acts)
    bundles.push(...merged.changed)
    if (row?.table === 'documents')
      documents.push(documentWrite(row.key, row.row, textOf(row, merged.acts, { arrived, known })))
    else if (row) rows.push(row)
    refolded.set(subject, poison)
  }
  const series = raisedSeries(
    batch.acts.map(({ act }) => act),
    known.series,
  )
  return { bundles, rows, documents, series, poison: poisonAfter(known.poison, refolded, batch.unreadable) }
}

/**
 * The text that holds now: it came with one of these acts, or lies in the view since an earlier one. Of a document of which
 * the first act has not arrived yet, the last text is kept all the same: it may be the one that holds when it does.
 */
function textOf(
  { key, row }: DocumentSubject,
  acts: readonly KeptAct[],
  { arrived, known }: TextSources,
): DocumentTextRow | null {
  const place = row ? row.document.text : lastText(acts)
  if (!place) return null
  const { chain, seq } = place
  const act = arrived.find(one => one.act.chain === chain && one.act.seq === seq)?.act
  const text = act && textIn(act.facts)
  if (text !== undefined) return { id: key, chain, seq, text }
  const lying = known.texts.get(key)
  return lying?.chain === chain && lying.seq === seq ? lying : null
}

interface TextSources {
  readonly arrived: readonly ArrivedAct[]
  readonly known: KnownView
}

const lastText = (acts: readonly KeptAct[]): KeptAct | undefined =>
  acts
    .filter(act => hasTextLeftOut(act.facts))
    .sort(compareActs)
    .at(-1)

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
