import { expect, test } from 'vitest'
import { believesDates, carryAmongWrongDates, wrongMoments } from './wrong-clock'

test(
  'among wrong dates, of files and of machines, a bundle is whole and taken or refused and not there, and arrives once',
  { timeout: 120_000 },
  async () => {
    const report = await carryAmongWrongDates()
    const { points, acknowledged, refused, taken } = report
    console.log(
      `bundles among wrong dates: ${points} points, ${acknowledged} acknowledged, ${refused} refused, ${taken} taken in`,
    )
    expect(report.wrong).toEqual([])
    expect(points).toBeGreaterThan(4 * wrongMoments.length)
    expect(refused).toBe(wrongMoments.length) // whoever writes while the clock jumps is asked for the date first
    expect(taken).toBe(acknowledged)
  },
)

test('a planted build that leaves out what is dated long ago is caught', { timeout: 60_000 }, async () => {
  const { wrong } = await carryAmongWrongDates({ moments: wrongMoments.slice(0, 1), plant: believesDates })
  expect(wrong.join()).toMatch(/files of 1970.*too old/)
})
