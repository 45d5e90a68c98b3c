import { expect, test } from 'vitest'
import { foldOffice, type Office } from '#shared/domain/agencies/office'
import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import type { RulesInForce } from '#shared/application/sendings/sendings'
import { rulesInForce } from '../../../../../../renderer/windows/desk/compose/sendings-port'
import { without, yearCalendar } from '../../../../shared/domain/published-calendars'
import { builtInPack, laterPack } from '../../../../shared/domain/sendings/sample-packs'

const id = (nth: number) => `00000000-0000-4000-8000-0000000000a${nth}`
const founded: OfficeFact = { type: 'office.established@1', open: { name: '云溪县查阅中心', placeCode: 'YX' } }
const calendar: OfficeFact = {
  type: 'calendar.sent@1',
  open: { sendingId: id(1), title: '2026年放假安排', calendar: yearCalendar(2026) },
}
const pack: OfficeFact = { type: 'lawPack.sent@1', open: { sendingId: id(2), title: '救济规定', pack: laterPack } }
const accepted = (nth: number): OfficeFact => ({ type: 'sending.accepted@1', open: { sendingId: id(nth) } })

const officeAfter = (...facts: readonly OfficeFact[]): Office =>
  foldOffice(
    [founded, ...facts].map((fact, n) => ({
      ...{ seq: n, chain: 'c', hlc: String(n).padStart(4, '0'), at: n, role: 'head' as const, facts: [fact] },
      actor: 'p1' as PersonId,
    })),
  )!

test('the rules are told anew when something is accepted, and only then', () => {
  const told: RulesInForce[] = []
  let tell: (office: Office | null) => void = () => undefined
  const stop = rulesInForce({
    builtIn: { calendar: without(2026), lawPacks: [builtInPack] },
    watchOffice: listener => {
      tell = office => listener(office && { office })
      return () => (tell = () => undefined)
    },
    onChange: rules => void told.push(rules),
  })
  tell(null)
  tell(officeAfter())
  tell(officeAfter(calendar))
  expect(told).toEqual([])
  tell(officeAfter(calendar, accepted(1)))
  tell(officeAfter(calendar, accepted(1), pack))
  expect(told.map(({ lawPacks }) => lawPacks.length)).toEqual([1])
  expect(told[0]!.calendar.publishedYears).toContain(2026)
  tell(officeAfter(calendar, accepted(1), pack, accepted(2)))
  expect(told.map(({ lawPacks }) => lawPacks.length)).toEqual([1, 2])
  stop()
  tell(officeAfter())
  expect(told).toHaveLength(2)
})
