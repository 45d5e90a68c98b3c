import { expect, test } from 'vitest'
import { malformation } from '#shared/contracts/facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import type { RecordedAct } from '#shared/domain/recorded-act'
import { decidedHere, everyApplicantType, everyChannel } from '../../support/workstation/office-cases'
import { firstDay, numbering, plannedSteps, secondAgency, type Seeding } from '../../support/workstation/seed-office'

const seeding: Seeding = { requests: 120, today: '2026-09-08' as CivilDate, seed: 7 }
const agencies = ['0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a01', '0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a02'] as const
const codes = new Map<string, string>([
  [agencies[0], '云自然资公开'],
  [agencies[1], secondAgency.code],
])
const planned = (some: Seeding) => plannedSteps(some, firstDay(some), agencies)

test('every act of every synthetic case is lawful on its day, and has the shape of its fact', () => {
  const acts = new Map<string, RecordedAct<StoredRequestFact>[]>()
  const numbers = numbering(codes)
  const actors = { clerk: 'p-clerk' as PersonId, reviewer: 'p-reviewer' as PersonId }
  planned(seeding).forEach(({ step, subject }, seq) => {
    const fact = numbers(step)
    expect(malformation(fact as never)).toBeNull()
    const before = acts.get(subject) ?? []
    const by = {
      actor: actors[step.by],
      role: step.by,
      posts: [step.by],
      today: step.on,
      agencyCode: codes.get(step.agencyId)!,
    }
    const facts = [fact] as unknown as StoredRequestFact[] // its shape was checked in the line above
    expect(mayDo(foldRequest(before), facts, by)).toEqual({ ok: true, value: undefined })
    const act = { seq, chain: 'a', hlc: String(seq).padStart(8, '0'), at: seq, actor: by.actor, role: by.role, facts }
    acts.set(subject, [...before, act])
  })
  const requests = [...acts.values()].map(list => foldRequest(list)!)
  expect(requests).toHaveLength(120)
  expect(requests.every(request => request.conflicts.length === 0)).toBe(true)
  expect(new Set(requests.map(({ channel }) => channel))).toEqual(new Set(everyChannel))
  expect(new Set(requests.map(({ applicantType }) => applicantType))).toEqual(new Set(everyApplicantType))
  expect(new Set(requests.flatMap(({ letter }) => letter?.decision ?? []))).toEqual(new Set(decidedHere))
  for (const agencyId of agencies) {
    const own = requests.filter(request => request.agencyId === agencyId)
    expect(new Set(own.map(({ channel }) => channel))).toEqual(new Set(everyChannel))
    const letterNos = own.flatMap(({ letter }) => letter?.letterNo ?? [])
    expect(letterNos.length).toBeGreaterThan(10)
    expect(letterNos.every(letterNo => letterNo.startsWith(codes.get(agencyId)!))).toBe(true)
    expect(letterNos.filter(letterNo => letterNo.endsWith('〔2026〕1号'))).toHaveLength(1)
    expect(own.some(({ passings }) => passings.length > 0)).toBe(true)
  }
  const statuses = new Set(requests.map(({ status }) => status))
  for (const status of ['registered', 'submitted', 'issued', 'served', 'closed'] as const)
    expect(statuses).toContain(status)
})

test('the same seed plans the same cases, another one others', () => {
  expect(planned(seeding)).toEqual(planned(seeding))
  expect(planned({ ...seeding, seed: 8 })).not.toEqual(planned(seeding))
})
