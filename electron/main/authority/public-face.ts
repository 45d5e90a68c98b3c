import type { ShownStage } from '#shared/contracts/kiosk-channels'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { Post } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { parseQueryCode } from '#shared/domain/requests/query-code'
import { publicStatusOf } from '#shared/domain/requests/public-stage'
import { foldRequest } from '#shared/domain/requests/request'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import type { PlainAct } from '#shared/ledger/act'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'

/** What the kiosk may tell of a request, and by which code and digits it is asked for. */
export interface RequestFace {
  readonly code: string
  /** Last four digits of each telephone number that stands in the request. */
  readonly lastFours: readonly string[]
  readonly stage: ShownStage
  readonly updatedOn: string
  readonly isEnded: boolean
}

/** Null where nobody could ask for it: no code, no telephone number, or erased. */
export function requestFaceOf(acts: readonly PlainAct[]): RequestFace | null {
  const request = foldRequest(acts.map(recorded<StoredRequestFact>))
  if (!request?.personal) return null
  const { queryCode, applicant, agent } = request.personal
  const code = parseQueryCode(queryCode)
  const lastFours = [...new Set([applicant.phone, agent?.phone].flatMap(phone => lastFourOf(phone ?? '')))]
  if (!code.ok || lastFours.length === 0) return null
  return { code: code.value, lastFours, ...publicStatusOf(request) }
}

/** None where the number is too short to have four that say anything. */
export function lastFourOf(phone: string): string[] {
  const digits = phone.normalize('NFKC').replace(/\D/g, '')
  return digits.length >= 7 ? [digits.slice(-4)] : []
}

const recorded = <F>({ seq, chain, hlc, actor, role, facts }: PlainAct): RecordedAct<F> => ({
  ...{ seq, chain, hlc, at: hlcTime(hlc as Hlc) },
  ...{ actor: actor as PersonId, role: role as Post, facts: facts as F[] },
})
