import { expect, test } from 'vitest'
import { send, type TestHeadquarters } from '../../support/headquarters/test-headquarters'

/** What people at headquarters are told of a year and of a month, over the real sums. */
export function statisticsTests(of: () => TestHeadquarters): void {
  test('a year of all offices is told by month, by kind, and by what is overdue; a month of one day by day', async () => {
    const machine = await of().enrolled()
    machine.visit('2034-03-01')
    machine.visit('2034-03-02', 3)
    machine.visit('2034-11-30')
    await of().call(machine, send(machine, 1))
    const year = async () => (await of().operator('GET', '/v1/console/statistics?year=2034')).json
    const decided = { applicantType: 'naturalPerson', status: 'served', decision: 'NOT_EXIST', cases: 2 }
    const open = { ...decided, status: 'registered', decision: '', cases: 1 }
    const now = await year()
    const [march, november] = [
      { month: '2034-03', cases: 2, open: 1 },
      { month: '2034-11', cases: 1, open: 0, overdue: 0 },
    ]
    expect(now).toMatchObject({ year: 2034, months: [{ ...march, overdue: 0 }, november], kinds: [open, decided] })
    const years = Date.parse('2034-12-31T04:00:00Z') - of().parts.now()
    of().advance(years)
    try {
      const { json } = await of().operator('GET', '/v1/console/offices')
      const standing = (json['offices'] as { officeId: number; overdue: number }[]).find(
        one => one.officeId === machine.officeId,
      )
      // The same rule as in the list of offices: what that calls overdue, this does.
      expect(await year()).toMatchObject({
        on: '2034-12-31',
        months: [{ ...march, overdue: standing!.overdue }, november],
      })
    } finally {
      of().advance(-years)
    }
    const month = (asked: string, officeId = machine.officeId) =>
      of().operator('GET', `/v1/console/offices/${officeId}/statistics?month=${asked}`)
    expect((await month('2034-03')).json).toMatchObject({
      ...{ officeId: machine.officeId, month: '2034-03' },
      days: [
        { day: '2034-03-01', ...decided, cases: 1 },
        { day: '2034-03-02', ...open },
      ],
    })
    expect((await month('2034-04')).json['days']).toEqual([])
    expect((await month('2034-03', 999_999_999)).status).toBe(404)
    for (const wrong of ['2034-13', '2034', "2034-01'--", '']) expect((await month(wrong)).status).toBe(400)
    for (const wrong of ['', '1', '2034.5', 'x'])
      expect((await of().operator('GET', `/v1/console/statistics?year=${wrong}`)).status).toBe(400)
  })
}
