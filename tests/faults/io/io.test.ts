import { expect, test } from 'vitest'
import { failEverywhere } from './io'

test(
  'a disk that fails at one operation loses nothing acknowledged and leaves nothing half',
  { timeout: 120_000 },
  async () => {
    const { lives, points, wrong, planted } = await failEverywhere({ every: 40 })
    console.log(
      `one operation fails: ${points} points, ${lives.map(({ name, operations }) => `${name} ${operations}`).join(', ')}`,
    )
    expect(wrong).toEqual([])
    expect(points).toBeGreaterThan(60)
    for (const { name, met, points: own } of lives) expect(met, name).toBeGreaterThan(own / 4)
    expect(planted.filter(({ isCaught }) => !isCaught)).toEqual([])
  },
)
