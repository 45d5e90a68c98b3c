import { describe, expect, test } from 'vitest'
import { toldBesideLetter } from '#shared/application/requests/remedy-by-wire'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { DecisionType, ServiceWay } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { countyGovernment } from '../../../../support/fake-desk/fake-office'

const onlineAddress = 'https://fy.yunxi.example.gov.cn'
const without = countyGovernment
const reached: Agency = {
  ...countyGovernment,
  reconsiderationBody: { ...countyGovernment.reconsiderationBody, onlineAddress },
}

/** `printed`: the agency as it stood when the letter was issued. */
const office = (printed: Agency | null, now: Agency | null) => ({
  agencyAt: async (_agencyId: string, hlc: string) => (hlc === 'issued' ? printed : null),
  findAgency: async () => now,
})

const issued = (decision: DecisionType = 'REFUSE_INTERNAL') =>
  ({ agencyId: without.agencyId, letter: { decision, by: { hlc: 'issued' } } }) as unknown as DisclosureRequest

describe('what is told beside a letter that goes by wire (行政复议法 art. 22(2))', () => {
  test.each<ServiceWay>(['email', 'online'])(
    '%s: the net address of now, where the letter was printed without one',
    async way => {
      expect(await toldBesideLetter(office(without, reached), issued(), way)).toEqual({ onlineAddress })
    },
  )

  test('where the office has none yet, that is told', async () => {
    expect(await toldBesideLetter(office(without, without), issued(), 'email')).toEqual({ onlineAddress: null })
  })

  test('nothing where the letter says it, whatever the office has now', async () => {
    expect(await toldBesideLetter(office(reached, without), issued(), 'email')).toBeNull()
  })

  test.each<ServiceWay>(['inPerson', 'post', 'throughAgency'])('nothing for %s', async way => {
    expect(await toldBesideLetter(office(without, without), issued(), way)).toBeNull()
  })

  test('nothing with a grant whose remedies the agency leaves out; its refusals have them', async () => {
    const leftOut: Agency = { ...without, remedyOfGrants: 'leftOut' }
    expect(await toldBesideLetter(office(leftOut, leftOut), issued('GRANT_PROVIDE'), 'email')).toBeNull()
    expect(await toldBesideLetter(office(leftOut, leftOut), issued(), 'email')).toEqual({ onlineAddress: null })
  })

  test('nothing before there is a letter', async () => {
    const request = { agencyId: without.agencyId } as unknown as DisclosureRequest
    expect(await toldBesideLetter(office(without, without), request, 'email')).toBeNull()
  })
})
