import type { CountedAnswers } from '../../domain/agencies/office-facts'
import type { CivilDate } from '../../domain/calendar/civil-date'
import {
  archivesKinds,
  helpKinds,
  visitResults,
  visitTopics,
  type ArchivesKind,
  type HelpKind,
  type VisitResult,
} from '../../domain/visits/visit-facts'
import { pagesCopied } from '../../domain/visits/visit-state'
import type { VisitRecord } from './visits'

/** Counts without anything that says who came (查阅需求统计, reference 11: reading visits, copies). */
export interface Demand {
  readonly visits: number
  readonly archives: number
  /** Visitors who were given help (art. 43). */
  readonly helped: number
  readonly items: number
  readonly pages: number
  readonly topics: Readonly<Record<string, number>>
  /** Of visits whose topic nobody chose. */
  readonly withoutTopic: number
  readonly archivesKinds: Readonly<Record<ArchivesKind, number>>
  readonly helps: Readonly<Record<HelpKind, number>>
  readonly results: Readonly<Record<VisitResult, number>>
}

/** How visitors found the kiosk, of whole days: the day that runs is written down on the next one. */
export type KioskSatisfaction = Pick<CountedAnswers, 'satisfied' | 'fair' | 'dissatisfied'>

/** Answers of these days, both counted, of all machines. */
export function kioskSatisfaction(
  answers: readonly CountedAnswers[],
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): KioskSatisfaction {
  const own = answers.filter(({ on }) => on >= from && on <= to)
  const sum = (of: keyof KioskSatisfaction): number => own.reduce((all, each) => all + each[of], 0)
  return { satisfied: sum('satisfied'), fair: sum('fair'), dissatisfied: sum('dissatisfied') }
}

export interface DemandLine extends Demand {
  /** `2026-09-08`, or `2026-09` by month. */
  readonly period: string
}

export function demandOf(records: readonly VisitRecord[]): Demand {
  const visits = records.map(({ visit }) => visit)
  const sum = (of: (visit: VisitRecord['visit']) => number): number => visits.reduce((all, each) => all + of(each), 0)
  const counted = <K extends string>(keys: readonly K[], has: (visit: VisitRecord['visit'], key: K) => boolean) =>
    Object.fromEntries(keys.map(key => [key, visits.filter(visit => has(visit, key)).length])) as Record<K, number>
  return {
    visits: visits.length,
    archives: visits.filter(({ aim }) => aim === 'archives').length,
    helped: visits.filter(({ helps }) => helps.length > 0).length,
    items: sum(({ items }) => items.filter(({ isCancelled }) => !isCancelled).length),
    pages: sum(pagesCopied),
    topics: counted(visitTopics, ({ topic }, code) => topic === code),
    withoutTopic: visits.filter(({ topic, aim }) => aim === 'reading' && topic === undefined).length,
    archivesKinds: counted(archivesKinds, (visit, kind) => visit.archivesKind === kind),
    helps: counted(helpKinds, ({ helps }, kind) => helps.some(each => each.helps.includes(kind))),
    results: counted(visitResults, ({ signedOut }, result) => signedOut?.result === result),
  }
}

/** One line a day or a month on which somebody came, in order. */
export function demandBy(records: readonly VisitRecord[], step: 'day' | 'month'): readonly DemandLine[] {
  const periods = new Map<string, VisitRecord[]>()
  for (const record of records) {
    const period = step === 'day' ? record.visit.cameOn : record.visit.cameOn.slice(0, 7)
    periods.set(period, [...(periods.get(period) ?? []), record])
  }
  return [...periods].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([period, own]) => ({ period, ...demandOf(own) }))
}
