import type { Problem } from '../../contracts/problems'
import type { PersonId } from '../../domain/requests/request-facts'
import type { Assignment } from '../../domain/requests/request-state'
import type { RequestRecord } from '../ports'
import type { Writing } from './case-acts'
import { assignRequest } from './hand-acts'

/** Open cases that this person looks after: what a hand-over gives away. */
export const casesOf = (open: readonly RequestRecord[], person: PersonId): readonly RequestRecord[] =>
  open.filter(({ request }) => request.handler === person)

/** What this person lent for an absence and can take back: nobody gave it on since. */
export const lentBy = (open: readonly RequestRecord[], person: PersonId): readonly RequestRecord[] =>
  open.filter(({ request: { assignments, handler } }) => {
    const last = assignments.at(-1)
    return last?.isTemporary === true && last.by.actor === person && handler !== person
  })

/** What somebody else gave to this person and is still with them, with who gave it. */
export function handedTo(
  open: readonly RequestRecord[],
  person: PersonId,
): readonly { readonly record: RequestRecord; readonly given: Assignment }[] {
  return open.flatMap(record => {
    const given = record.request.assignments.at(-1)
    const isMine = given?.to === person && given.by.actor !== person && record.request.handler === person
    return isMine ? [{ record, given }] : []
  })
}

export interface ShiftOutcome {
  readonly record: RequestRecord
  /** Null where it was handed over. */
  readonly problem: Problem | null
}

/**
 * One act a case, one after the other, so that each is on the disk before the next begins. A case that is refused
 * stays where it was and is named; the others go on.
 */
export async function handOver(
  desk: Writing,
  {
    cases,
    to,
    isTemporary,
  }: { readonly cases: readonly RequestRecord[]; readonly to: PersonId; readonly isTemporary: boolean },
  onProgress: (done: number) => void,
): Promise<readonly ShiftOutcome[]> {
  const outcomes: ShiftOutcome[] = []
  for (const record of cases) {
    const written = await assignRequest(desk, record.requestId, { to, isTemporary })
    outcomes.push({ record, problem: written.ok ? null : written.problem })
    onProgress(outcomes.length)
  }
  return outcomes
}
