import { expect, test } from 'vitest'
import { flipEveryByte } from './flips'

test.each([
  ['own', 40],
  ['other', 12],
] as const)(
  'every cut and every flipped bit in the journal of the %s chain is seen: the last frame by a witness, any other by its place',
  { timeout: 240_000 },
  (owner, frames) => {
    const report = flipEveryByte(frames, { owner })
    console.log(
      `flips, ${owner}: ${report.frames} frames, ${report.cuts} cuts, ${report.flips} flips, ${report.readOnly} read-only, ${report.cutAndReported} cut and reported, ${report.wrong.length} wrong`,
    )
    expect(report.flips).toBeGreaterThan(frames * 250)
    expect(report.cuts).toBeGreaterThan(200)
    expect(report.wrong).toEqual([])
  },
)

test('a reader that overlooks the damage is caught', () => {
  const { flips, wrong } = flipEveryByte(3, { planted: true })
  expect(wrong.length).toBeGreaterThan(flips)
})
