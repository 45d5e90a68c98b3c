import { expect, test } from 'vitest'
import { publicStatusOf, type PublicStage } from '#shared/domain/requests/public-stage'
import type { DisclosureRequest, RequestStatus } from '#shared/domain/requests/request-state'
import { requestIn } from './acts-of-a-request'

const stages: readonly (readonly [status: RequestStatus, stage: PublicStage])[] = [
  ['registered', 'handling'],
  ['examined', 'handling'],
  ['submitted', 'handling'],
  ['returned', 'handling'],
  ['issued', 'replied'],
  ['served', 'delivered'],
]

test.each(stages)('%s is told as %s', (status, stage) => {
  const told = publicStatusOf(requestIn(status))
  expect(told).toMatchObject({ stage, isEnded: stage === 'delivered' })
})

const changed = (part: Partial<DisclosureRequest>) => publicStatusOf({ ...requestIn('examined'), ...part })

test('an unconfirmed receipt, a withdrawal, an outstanding opinion and an extension are told apart', () => {
  expect(changed({ status: 'unconfirmed' }).stage).toBe('arrived')
  expect(changed({ status: 'closed' })).toMatchObject({ stage: 'withdrawn', isEnded: true })
  const pause = { kind: 'paused', from: '2026-11-02' as never, why: 'thirdPartyOpinion' } as const
  expect(changed({ clockFacts: [{ ...pause, to: null }] }).stage).toBe('consulting')
  expect(changed({ clockFacts: [{ ...pause, to: '2026-11-05' as never }] }).stage).toBe('handling')
  expect(changed({ clockFacts: [{ kind: 'extended', workingDays: 20 }] }).stage).toBe('extended')
})

test('the day is that of the step that the applicant sees, whatever went on inside since', () => {
  const { timeline, ...request } = requestIn('submitted')
  const day = 86_400_000
  const dated = timeline.map((entry, at) => ({ ...entry, by: { ...entry.by, at: at * day } }))
  expect(publicStatusOf({ ...request, timeline: dated }).updatedOn).toBe('1970-01-01')
  const issued = requestIn('issued').timeline.map((entry, at) => ({ ...entry, by: { ...entry.by, at: at * day } }))
  const at = issued.findIndex(({ status }) => status === 'issued')
  expect(publicStatusOf({ ...requestIn('issued'), timeline: issued }).updatedOn).toBe(
    new Date(at * day).toISOString().slice(0, 10),
  )
})
