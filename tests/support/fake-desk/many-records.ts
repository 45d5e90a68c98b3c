import type { RequestRecord } from '#shared/application/ports'
import type { SignedIn } from '#shared/application/desk'
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { foldRequest } from '#shared/domain/requests/request'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { caseSteps } from '../workstation/office-cases'
import { requestId } from './fake-office'

export interface ManyRecords {
  readonly count: number
  /** Cases come in over the 60 days before it, and each stands where chance has left it. */
  readonly today: CivilDate
  readonly clerks: readonly SignedIn[]
  readonly reviewer: SignedIn
  readonly agencyIds: readonly string[]
  /** From 0 to 1; the same sequence gives the same office. */
  readonly random: () => number
}

/** Requests of every channel, applicant and reply type, cut short at any step: what an office's drawer looks like. */
export function manyRecords(parts: ManyRecords): readonly RequestRecord[] {
  return Array.from({ length: parts.count }, (_, index) => oneRecord(index, parts))
}

function oneRecord(index: number, parts: ManyRecords): RequestRecord {
  const { random, clerks, reviewer, today } = parts
  const clerk = oneOf(clerks, random)
  const comesOn = addDays(today, -Math.floor(random() * 60))
  const steps = caseSteps({ index, agencyId: oneOf(parts.agencyIds, random), comesOn, random })
  const done = steps.slice(0, 1 + Math.floor(random() * steps.length))
  const acts = done.map(({ by, on, fact }, seq): RecordedAct<StoredRequestFact> => {
    const signer = by === 'clerk' ? clerk : reviewer
    const at = Date.parse(`${on}T10:00:00+08:00`)
    const hlc = String(seq).padStart(4, '0')
    return { seq, chain: 'a', hlc, at, actor: signer.personId, role: signer.posts[0]!, facts: [numbered(fact, index)] }
  })
  const found = foldRequest(acts)
  if (!found) throw new Error(`case ${index} does not fold`)
  return { requestId: requestId(index + 1), request: found, needsNewerVersion: false, actsLeftOut: 0 }
}

const serialOf = (index: number) => String(index + 1).padStart(4, '0')

function numbered(fact: { readonly type: string; readonly open: unknown }, index: number): StoredRequestFact {
  const numbers: Readonly<Record<string, object>> = {
    'request.registered@1': { requestNo: `YX-A-2026-${serialOf(index)}` },
    'reply.issued@1': { letterNo: `云自然公开〔2026〕${index + 1}号` },
  }
  return { ...fact, open: { ...(fact.open as object), ...numbers[fact.type] } } as unknown as StoredRequestFact // the builder's facts are plain JSON of the same shapes
}

const oneOf = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!
