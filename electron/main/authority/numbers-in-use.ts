import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import type { Problem } from '#shared/contracts/problems'
import type { ActBody } from '#shared/ledger/act'

export interface NumbersInUse {
  readonly letters: ReadonlySet<string>
  observe(act: ActBody): void
  /** A request number is never used twice, whoever asks and however late (reference 7.3). */
  problem(facts: readonly StoredRequestFact[]): Problem | null
}

export function numbersInUse(): NumbersInUse {
  const requests = new Set<string>()
  const letters = new Set<string>()
  return {
    letters,
    observe: act => {
      for (const fact of act.facts) {
        const { requestNo, letterNo } = fact.open as { requestNo?: string; letterNo?: string }
        if (fact.type === 'request.registered@1' && requestNo) requests.add(requestNo)
        if (fact.type === 'reply.issued@1' && letterNo) letters.add(letterNo)
      }
    },
    problem: facts => {
      for (const fact of facts) {
        if (fact.type !== 'request.registered@1' || !requests.has(fact.open.requestNo)) continue
        return { kind: 'refused', why: { kind: 'requestNoTaken', requestNo: fact.open.requestNo } }
      }
      return null
    },
  }
}
