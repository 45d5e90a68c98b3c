import { expect, it } from 'vitest'
import { checkRegistration } from '#shared/application/reception/registration'
import { emptyRegistration } from '#shared/application/reception/registration-form'
import { registerRequest } from '#shared/application/reception/register-request'
import { fakeDesk } from '../../../../support/fake-desk/fake-desk'
import { countyGovernment, requestId, zhouMin } from '../../../../support/fake-desk/fake-office'
import { day, published } from '../../domain/published-calendars'

const today = day('2026-10-13')
const desk = () => fakeDesk({ today, calendar: published, agencies: [countyGovernment], people: [zhouMin] })
const form = {
  ...emptyRegistration(today, countyGovernment.agencyId),
  name: '吴丽娟',
  idNumber: '110101 19000101 0014',
  phone: '139 0000 0182',
  originalSeen: true,
  description: '建设用地批准书',
}

const receivedOnDay = (on: string) => checkRegistration({ ...form, receivedOn: day(on) }, today).checked!

it('writes one act with the next number of the year of receipt', async () => {
  const office = desk()
  const { checked } = checkRegistration(form, today)
  const first = await registerRequest(requestId(1), checked!, office)
  const second = await registerRequest(requestId(2), receivedOnDay('2025-12-31'), office)
  expect(first).toMatchObject({ ok: true, value: { requestNo: 'YX-A-2026-0001' } })
  expect(second).toMatchObject({ ok: true, value: { requestNo: 'YX-A-2025-0001' } })
  expect([...office.acts.values()].map(acts => acts.length)).toEqual([1, 1])
})

it('draws the next number where this one was given out in between', async () => {
  const office = desk()
  office.refuseNext({ kind: 'refused', why: { kind: 'requestNoTaken', expected: 2 } })
  expect(await registerRequest(requestId(1), checkRegistration(form, today).checked!, office)).toMatchObject({
    ok: true,
    value: { requestNo: 'YX-A-2026-0002' },
  })
})

it('hands back what main says, and writes nothing', async () => {
  const office = desk()
  office.refuseNext({ kind: 'diskNearlyFull', freeBytes: 1 })
  expect(await registerRequest(requestId(1), checkRegistration(form, today).checked!, office)).toEqual({
    ok: false,
    problem: { kind: 'diskNearlyFull', freeBytes: 1 },
  })
  expect(office.acts.size).toBe(0)
})

it('answers a repetition of the same form as done, with the number it has, and writes nothing more', async () => {
  const office = desk()
  const { checked } = checkRegistration(form, today)
  const [first, pressedAgain] = await Promise.all([
    registerRequest(requestId(1), checked!, office),
    registerRequest(requestId(1), checked!, office),
  ])
  expect(pressedAgain).toEqual(first)
  expect(
    await registerRequest(requestId(1), checkRegistration({ ...form, description: '改过的' }, today).checked!, office),
  ).toEqual({
    ok: true,
    value: { requestId: requestId(1), requestNo: 'YX-A-2026-0001' },
  })
  expect([...office.acts.values()].map(acts => acts.length)).toEqual([1])
})

it('is done too where the view has not seen the request yet', async () => {
  const office = desk()
  office.refuseNext({ kind: 'refused', why: { kind: 'alreadyRegistered' } })
  expect(await registerRequest(requestId(1), checkRegistration(form, today).checked!, office)).toEqual({
    ok: true,
    value: { requestId: requestId(1), requestNo: null },
  })
})

it('writes a letter that was confirmed already as one act of two facts, and its number is of the year it came', async () => {
  const office = desk()
  const letter = {
    ...form,
    channel: 'ordinaryPost',
    arrivedOn: day('2025-12-30'),
    isConfirmed: true,
    confirmedOn: day('2026-01-04'),
    confirmedNote: '接通，本人确认',
  } as const
  const { checked } = checkRegistration(letter, today)
  expect(await registerRequest(requestId(1), checked!, office)).toMatchObject({
    value: { requestNo: 'YX-A-2025-0001' },
  })
  const acts = [...office.acts.values()].flat()
  expect(acts.map(({ facts }) => facts.map(({ type }) => type))).toEqual([
    ['request.registered@1', 'receipt.confirmed@1'],
  ])
  expect(acts[0]!.facts.map(({ open }) => open)).toMatchObject([
    { channel: 'ordinaryPost', arrivedOn: '2025-12-30', originalSeen: false },
    { confirmedOn: '2026-01-04', way: 'phone' },
  ])
})
