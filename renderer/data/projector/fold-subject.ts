import { compareActs, type RecordedAct } from '#shared/domain/recorded-act'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { Post } from '#shared/domain/people/person-facts'
import type { Hlc } from '#shared/ledger/hybrid-clock'
import { hlcTime } from '#shared/ledger/hybrid-clock'
import type { PlainAct, PlainFact } from '#shared/ledger/act'
import { readSubject } from '#shared/ledger/subject'
import type { PoisonAct } from '../rows'
import { foldOfficeRows } from './fold-office-rows'
import { foldPersonRow } from './fold-person-row'
import { foldRequestRow } from './fold-request-row'
import type { SubjectRows } from './subject-rows'

export interface FoldedSubject {
  /** Null for a subject of a kind that a newer version brought: its acts are kept, nothing is shown. */
  readonly rows: SubjectRows | null
  readonly poison: readonly PoisonAct[]
}

/**
 * The rows that a set of acts makes: the same for every order of arrival. An act on which the fold throws is left
 * out and named; every other act of the subject still counts.
 */
export function foldSubject(subject: string, acts: readonly PlainAct[]): FoldedSubject {
  const place = readSubject(subject)
  if (!place) return { rows: null, poison: [] }
  const fold = (some: readonly PlainAct[], actsLeftOut: number) =>
    folds[place.kind](place.id, some.map(recordedAct), { actsLeftOut })
  try {
    return { rows: fold(acts, 0), poison: [] }
  } catch {
    const { sound, poison } = separatePoison(acts, some => fold(some, 0))
    return { rows: fold(sound, poison.length), poison }
  }
}

const folds = { request: foldRequestRow, person: foldPersonRow, office: foldOfficeRows }

/**
 * Takes the acts one by one in ledger order and drops those that the fold cannot bear. Quadratic, and only run where
 * something is wrong. The order makes it a function of the set: two machines drop the same acts.
 */
function separatePoison(acts: readonly PlainAct[], fold: (acts: readonly PlainAct[]) => unknown) {
  const sound: PlainAct[] = []
  const poison: PoisonAct[] = []
  for (const act of [...acts].map(recordedPlace).sort((a, b) => compareActs(a.place, b.place))) {
    try {
      fold([...sound, act.act])
      sound.push(act.act)
    } catch {
      const { chain, seq, subject } = act.act
      poison.push({ chain, seq, subject, why: 'foldFailed' })
    }
  }
  return { sound, poison }
}

const recordedPlace = (act: PlainAct) => ({ act, place: recordedAct(act) })

/** Main and headquarters have judged actor and role; the domain's types are put back on here. */
const recordedAct = ({ seq, chain, hlc, actor, role, facts }: PlainAct): RecordedAct<PlainFact> => ({
  ...{ seq, chain, hlc, facts },
  at: hlcTime(hlc as Hlc),
  actor: actor as PersonId,
  role: role as Post,
})

