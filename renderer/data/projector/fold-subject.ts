import type { Post } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { PlainFact } from '#shared/ledger/act'
import { compareActs } from '#shared/ledger/act-order'
import { signedTime } from '#shared/ledger/clock-corrections'
import { readSubject } from '#shared/ledger/subject'
import type { KeptAct, PoisonAct } from '../rows'
import { rowFolds, type SubjectRow } from './subject-rows'

export interface FoldedSubject {
  /** Null for a subject of a kind that a newer version brought: its acts are kept, nothing is shown. */
  readonly row: SubjectRow | null
  readonly poison: readonly PoisonAct[]
}

/**
 * The row that a set of acts makes: the same for every order of arrival. An act on which the fold throws is left out
 * and named; every other act of the subject still counts.
 */
export function foldSubject(subject: string, acts: readonly KeptAct[]): FoldedSubject {
  const place = readSubject(subject)
  if (!place) return { row: null, poison: [] }
  const fold = (some: readonly KeptAct[], actsLeftOut: number) =>
    rowFolds[place.kind](place.id, some.map(recordedAct), actsLeftOut)
  try {
    return { row: fold(acts, 0), poison: [] }
  } catch {
    const { sound, poison } = separatePoison({ subject, acts }, some => fold(some, 0))
    return { row: fold(sound, poison.length), poison }
  }
}

/**
 * Takes the acts one by one in ledger order and drops those that the fold cannot bear. Quadratic, and only run where
 * something is wrong. The order makes it a function of the set: two machines drop the same acts.
 */
function separatePoison(
  { subject, acts }: { subject: string; acts: readonly KeptAct[] },
  fold: (acts: readonly KeptAct[]) => unknown,
) {
  const sound: KeptAct[] = []
  const poison: PoisonAct[] = []
  for (const act of [...acts].sort(compareActs)) {
    sound.push(act)
    try {
      fold(sound)
    } catch {
      sound.pop()
      poison.push({ chain: act.chain, seq: act.seq, subject, why: 'foldFailed' })
    }
  }
  return { sound, poison }
}

export const recordedAct = (act: KeptAct): RecordedAct<PlainFact> => ({
  ...{ seq: act.seq, chain: act.chain, hlc: act.hlc, facts: act.facts, origin: act.origin },
  at: signedTime(act),
  actor: act.actor as PersonId,
  role: act.role as Post,
})
