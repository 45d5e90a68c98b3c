import { expect, test } from 'vitest'
import { killImports } from './import-kill'

test(
  'kill -9 in the middle of an import: whole frames are there or not, the next start goes on, nothing is lost or doubled',
  { timeout: 120_000 },
  async () => {
    const report = await killImports({ kills: 2, killsOfImport: 2 })
    const { kills, imports, acknowledged, underWay, offered } = report
    console.log(
      `import: ${kills} kills, ${imports} whole, ${acknowledged} frames, ${underWay} under way, ${offered} offered`,
    )
    expect(report.wrong).toEqual([])
    expect(kills).toBe(2)
    expect(imports).toBeGreaterThan(0)
  },
)

test('a planted writer that forgets the import it has begun is caught', { timeout: 120_000 }, async () => {
  const { wrong } = await killImports({ kills: 1, killsOfImport: 1, forgetful: true })
  expect(wrong.join()).toMatch(/documents instead of|refused|offered/)
})
