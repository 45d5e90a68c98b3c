import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type * as rareCharactersModule from '../../../../../renderer/search/text/rare-characters'
import { beginLife, differences, emptyTally, live } from '../../../../support/search/index-life'
import { randomLives } from '../../../../support/search/random-lives'

// A small corpus never gets to what large ones do: texts read instead of positions, slots for rare characters used up.
vi.mock('../../../../../renderer/search/match/effort', () => ({ fewCandidates: 6, cheapBytes: 0 }))
vi.mock('../../../../../renderer/search/text/rare-characters', async original => {
  const actual = await original<typeof rareCharactersModule>()
  const createRareCharacters: typeof actual.createRareCharacters = written => actual.createRareCharacters(written, 2)
  return { ...actual, createRareCharacters }
})

it('the ways of a large index answer as the documents do', { timeout: 120_000 }, async () => {
  const tally = emptyTally()
  await fc.assert(
    fc.asyncProperty(randomLives, async ([steps, seed]) => {
      const life = await beginLife()
      for (const one of steps) await live(life, one, tally)
      life.store.crashAfter(null)
      expect(await differences(life, seed, tally)).toEqual([])
    }),
    { numRuns: 50 },
  )
  console.log(`search, verified in texts: ${tally.questions} questions, ${tally.answered} with answers`)
  expect(tally.refused).toBe(0)
  expect(tally.answered).toBeGreaterThan(150)
})
