import { expect, test } from 'vitest'
import { killOften } from './kill'

test(
  'kill -9 at random moments over all kinds of act: nothing acknowledged is lost, nothing half-applied',
  { timeout: 180_000 },
  async () => {
    const report = await killOften(10, () => undefined)
    console.log(
      `kill: ${report.kills} kills, ${report.acknowledged} acknowledged, ${report.factTypes} kinds of fact, ${report.lost} lost, ${report.halfApplied} half-applied`,
    )
    expect(report).toMatchObject({ kills: 10, lost: 0, halfApplied: 0, refused: 0 })
    expect(report.acknowledged).toBeGreaterThan(20)
    expect(report.factTypes).toBeGreaterThanOrEqual(12)
  },
)
