import { expect, test } from 'vitest'
import { failBundlesOntoSticks, namesFirst } from './bundle-stick'

test(
  'a sync bundle on a stick that is pulled, full, read-only, swapped or slow is whole or not there, and arrives once',
  { timeout: 120_000 },
  async () => {
    const report = await failBundlesOntoSticks({ every: 15 })
    const { points, met, acknowledged, refused, uncertain, taken } = report
    console.log(
      `bundles onto sticks: ${points} points, ${met} met, ${acknowledged} acknowledged, ${refused} refused, ${uncertain} uncertain, ${taken} taken in`,
    )
    expect(report.wrong).toEqual([])
    expect(met).toBeGreaterThan(points / 2)
    expect(refused).toBeGreaterThan(10)
    expect(taken).toBeGreaterThan(5)
  },
)

test('a planted build that names the export first and fills it after is caught', { timeout: 60_000 }, async () => {
  const { wrong } = await failBundlesOntoSticks({ every: 8, kinds: ['gone'], plant: namesFirst })
  expect(wrong.join()).toMatch(/looks complete and is not/)
})
