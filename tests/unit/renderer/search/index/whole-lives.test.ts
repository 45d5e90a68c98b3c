import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginLife,
  differences,
  emptyTally,
  type LifeStep,
  live,
  restart,
  type Tally,
} from '../../../../support/search/index-life'
import { createCrashingFiles } from '../../../../support/search/crashing-files'
import { createDice } from '../../../../support/search/dice'
import { randomLives } from '../../../../support/search/random-lives'

describe('whatever happens to an index, it answers as the documents do', () => {
  it('random lives of adds, edits, removals, merges and crashes', { timeout: 120_000 }, async () => {
    const tally = emptyTally()
    await fc.assert(
      fc.asyncProperty(randomLives, async ([steps, seed]) => {
        const life = await beginLife()
        for (const one of steps) await live(life, one, tally)
        life.store.crashAfter(null)
        expect(await differences(life, seed, tally)).toEqual([])
      }),
      { numRuns: 100 },
    )
    report('random lives', tally)
    expect(tally.answered).toBeGreaterThan(300)
    expect(tally.crashes).toBeGreaterThan(10)
    expect(tally.merges).toBeGreaterThan(10)
  })

  it('random lives in files, killed or with the power cut at any call of the disk', { timeout: 120_000 }, async () => {
    const tally = emptyTally()
    await fc.assert(
      fc.asyncProperty(randomLives, async ([steps, seed]) => {
        const life = await beginLife(createCrashingFiles(createDice(seed)))
        for (const one of steps) await live(life, one, tally)
        life.store.crashAfter(null)
        expect(await differences(life, seed, tally)).toEqual([])
      }),
      { numRuns: 50 },
    )
    report('random lives in files', tally)
    expect(tally.answered).toBeGreaterThan(150)
    expect(tally.crashes).toBeGreaterThan(5)
    expect(tally.merges).toBeGreaterThan(5)
  })

  it('one life, with a crash before and after each single write of it', { timeout: 120_000 }, async () => {
    const tally = emptyTally()
    const whole = await beginLife()
    const beganWith = whole.store.writes
    for (const one of longLife) await live(whole, one, tally)
    const writes = whole.store.writes - beganWith
    expect(writes).toBeGreaterThan(25)
    for (let steps = 0; steps < writes; steps++) {
      for (const arrives of [false, true]) {
        const life = await beginLife()
        life.store.crashAfter({ steps, arrives })
        for (const one of longLife) await live(life, one, tally)
        life.store.crashAfter(null)
        expect(await differences(life, steps, tally)).toEqual([])
        await restart(life)
        expect(await differences(life, steps + 1, tally)).toEqual([])
        expect(await life.index.sweep()).toBe(0) // nothing lies about that no manifest names
      }
    }
    report(`a crash at each of ${writes} writes`, tally)
    expect(tally.crashes).toBe(2 * writes)
  })
})

function report(what: string, tally: Tally): void {
  const { questions, answered, refused, crashes, merges } = tally
  console.log(
    `search, ${what}: ${questions} questions, ${answered} with answers, ${refused} refused, ${crashes} crashes, ` +
      `${merges} merges; recall and precision 1`,
  )
  expect(refused).toBe(0)
  expect(questions).toBeGreaterThan(0)
}

/** Two dozen small segments, edits, removals, both kinds of merges, changes while one runs. */
const longLife: readonly LifeStep[] = [
  ...Array.from({ length: 24 }, (_, i): LifeStep[] => [
    { kind: 'put', id: i, version: 0 },
    { kind: 'put', id: (i * 5) % 24, version: i },
    { kind: 'drain', most: 2 },
    ...(i % 4 === 3 ? ([{ kind: 'remove', id: i - 2 }] as const) : []),
  ]).flat(),
  { kind: 'merge', isIdle: false },
  { kind: 'merge', isIdle: false },
  { kind: 'put', id: 3, version: 7 },
  { kind: 'mergeWhile', put: 5, remove: 7 },
  { kind: 'merge', isIdle: true },
  { kind: 'drain', most: 9 },
  { kind: 'merge', isIdle: true },
]
