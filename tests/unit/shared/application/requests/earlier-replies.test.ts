import { expect, test } from 'vitest'
import { firstHeard } from '#shared/application/first-heard'
import { earlierReplies } from '#shared/application/requests/earlier-replies'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { IdentityDocument } from '#shared/domain/requests/applicant-details'
import { fakeDesk } from '../../../../support/fake-desk/fake-desk'
import * as office from '../../../../support/fake-desk/fake-office'
import { published as calendar } from '../../domain/published-calendars'

const today = '2026-10-12' as CivilDate
const both = { ...office.zhouMin, posts: ['clerk', 'reviewer'] as const }
const agency = office.countyGovernment
const water = { ...agency, agencyId: '0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a02' as typeof agency.agencyId }

interface Earlier {
  readonly serial: number
  readonly document: IdentityDocument
  readonly on: string
  readonly until?: 'served' | 'issued'
  readonly agencyId?: typeof agency.agencyId
}

/** Letter numbers of what is offered for the last of these. */
async function offeredFor(...cases: readonly Earlier[]) {
  const desk = fakeDesk({ today, calendar, agencies: [agency, water], people: [both, office.fangJing] })
  for (const { serial, document, on, until = 'served', agencyId = agency.agencyId } of cases) {
    const registered = office.received({ serial, receivedOn: on, name: '张三', description: `第${serial}件\n附页` })
    if (registered.type !== 'request.registered@1' || !registered.personal) throw new Error('a registration')
    const { applicant: named, ...personal } = registered.personal
    const own = {
      ...registered,
      open: { ...registered.open, agencyId },
      personal: { ...personal, applicant: { ...named, ...document } },
    }
    const requestId = office.requestId(serial)
    desk.record(requestId, [own, office.examined, office.searched(1, on), office.submitted(1)])
    const letter = office.issued(1, `云自然公开〔2026〕${serial}号`, on)
    desk.record(requestId, [letter], { actor: office.fangJing.personId, at: Date.parse(on) })
    if (until === 'served') desk.record(requestId, [office.servedOn(on)])
  }
  const records = await firstHeard(desk.requests.watchAll)
  expect(records).toHaveLength(cases.length)
  return earlierReplies(records, office.requestId(cases.at(-1)!.serial))
}

const numbers = (offered: readonly { readonly letterNo: string }[]) => offered.map(({ letterNo }) => letterNo)
const own = { idNumber: '11010119000101008X' }

test('earlier replies are those served on the same number, latest first, and never the request itself', async () => {
  const offered = await offeredFor(
    { serial: 1, document: own, on: '2026-03-02' },
    { serial: 2, document: { idNumber: '１1010119000101008x' }, on: '2026-05-06' },
    { serial: 3, document: own, on: '2026-06-01', until: 'issued' },
    { serial: 4, document: { idNumber: '110101190001010014' }, on: '2026-06-02' },
    { serial: 5, document: own, on: '2026-06-03' },
  )
  expect(numbers(offered)).toEqual(['云自然公开〔2026〕2号', '云自然公开〔2026〕1号'])
  expect(offered[0]).toMatchObject({ on: '2026-05-06', decision: 'GRANT_PROVIDE', description: '第2件 附页' })
})

test('two people without a number are not one person', async () => {
  const none = { idNumber: ' ' }
  const offered = await offeredFor(
    { serial: 1, document: { idNumber: '' }, on: '2026-03-02' },
    { serial: 2, document: none, on: '2026-06-03' },
  )
  expect(offered).toEqual([])
})

test('a permit that was renewed is still the same person’s', async () => {
  const permit = { idKind: 'hongKongMacaoPermit' as const }
  const offered = await offeredFor(
    { serial: 1, document: { ...permit, idNumber: 'H1234567801' }, on: '2026-03-02' },
    { serial: 2, document: { ...permit, idNumber: 'H1234567802' }, on: '2026-06-03' },
  )
  expect(numbers(offered)).toEqual(['云自然公开〔2026〕1号'])
})

test('what another agency answered is no repeat for this one (art. 36(6))', async () => {
  const offered = await offeredFor(
    { serial: 1, document: own, on: '2026-03-02', agencyId: water.agencyId },
    { serial: 2, document: own, on: '2026-05-06' },
    { serial: 3, document: own, on: '2026-06-03' },
  )
  expect(numbers(offered)).toEqual(['云自然公开〔2026〕2号'])
})
