import { expect, test } from 'vitest'
import { flipEveryByte } from './flips'

test(
  'every cut and every flipped bit is seen: the last frame by a witness, any other by its place',
  { timeout: 240_000 },
  () => {
    const report = flipEveryByte(40)
    console.log(
      `flips: ${report.frames} frames, ${report.cuts} cuts, ${report.flips} flips, ${report.readOnly} read-only, ${report.cutAndReported} cut and reported, ${report.wrong.length} wrong`,
    )
    expect(report.flips).toBeGreaterThan(10_000)
    expect(report.cuts).toBeGreaterThan(200)
    expect(report.wrong).toEqual([])
  },
)
