import { expect, test } from 'vitest'
import { cutPower, whyNoPower } from './power'

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
