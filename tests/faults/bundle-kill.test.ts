import { expect, test } from 'vitest'
import { killBundleImports } from './bundle-kill'

test(
  'a bundle whose import is ended in quarantine, checked, half applied or done is there once after the next start',
  { timeout: 120_000 },
  async () => {
    const report = await killBundleImports({ every: 17, kills: 1 })
    const { steps, points, ended, kills, goneOn } = report
    console.log(
      `import of a bundle: ${steps} steps, ended at ${points} (${ended.nothing} before it was shown, ${ended.shown} before it was done, ${ended.done} after), ${kills} processes killed, ${goneOn} gone on with`,
    )
    expect(report.wrong).toEqual([])
    expect(kills).toBe(1)
    expect(ended.nothing).toBeGreaterThan(0)
    expect(ended.shown).toBeGreaterThan(0)
    expect(ended.done).toBeGreaterThan(0)
    expect(goneOn).toBeGreaterThan(0)
  },
)

test('a planted machine that says it is done before it is, is caught', { timeout: 60_000 }, async () => {
  const { wrong } = await killBundleImports({ every: 60, hasty: true })
  expect(wrong.join()).toMatch(/acknowledged, and at the next start/)
})
