import { expect, test } from 'vitest'
import { changeKinds } from './change-lines'
import { killOften } from './kill'
import { inWords, killChanges } from './kill-changes'

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

test(
  'kill -9 while vault and ledger change together: the old state or the new one whole, nothing acknowledged lost',
  { timeout: 180_000 },
  async () => {
    const report = await killChanges({ rounds: 2 * changeKinds.length }) // at a step of the disk, and at a random moment
    console.log(`kill over changes:\n${inWords(report)}`)
    expect(report.wrong).toEqual([])
    for (const kind of changeKinds) {
      expect(report.kinds[kind].kills, kind).toBe(2)
      expect(report.kinds[kind].inside, kind).toBeGreaterThanOrEqual(1) // the one at a step always is
    }
    expect(report.acknowledged).toBeGreaterThan(50)
  },
)

test('a planted writer whose change of a password is never told is caught', { timeout: 60_000 }, async () => {
  const { wrong } = await killChanges({ rounds: 1, kinds: ['ownPassword'], planted: true })
  expect(wrong.join()).toMatch(/changes of a password, \d+ told in the ledger/)
})
