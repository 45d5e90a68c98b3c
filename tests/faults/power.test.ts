import { expect, test } from 'vitest'
import { cutPower, whyNoPower } from './power'
import { cutTraces } from './power-trace'

test('a power cut loses nothing that was acknowledged', { timeout: 120_000 }, async () => {
  const why = whyNoPower()
  if (why) {
    console.warn(`\n*** POWER CUTS NOT RUN HERE: ${why}. Run npm run faults -- power as root on Linux. ***\n`)
    expect(why).toMatch(/power cuts need|no loop-mounted/)
    return
  }
  const report = await cutPower({ rounds: 3 })
  console.log(
    `power: ${report.cuts} cuts, ${report.acknowledged} acknowledged before the cut, ${report.lost} lost, unflushed control file gone in ${report.controlFilesGone}`,
  )
  expect(report).toMatchObject({ cuts: 3, lost: 0, refused: 0 })
  expect(report.acknowledged).toBeGreaterThan(50)
  expect(report.controlFilesGone).toBeGreaterThan(0) // the cut was a real one
})

test('a power cut after any step, with any of the sectors that were not flushed, loses nothing either', () => {
  const report = cutTraces({ lives: 2 })
  const { cuts, again, torn, acknowledged, lost } = report
  console.log(
    `power in memory: ${cuts} cuts, ${again} of them while ${torn} torn ends were cut, ${acknowledged} acknowledged, ${lost} lost`,
  )
  expect(report.wrong).toEqual([])
  expect(cuts).toBeGreaterThan(500)
  expect(torn).toBeGreaterThan(20)
  const forgetful = cutTraces({ lives: 1, planted: true })
  expect(forgetful.lost).toBeGreaterThan(0) // a journal that forgets to flush is caught
})
