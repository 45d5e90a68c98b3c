import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type * as pairCoverageModule from '../../../../../renderer/search/match/pair-coverage'
import type * as mergeRowsModule from '../../../../../renderer/search/segment/merge-rows'
import type * as commitMergeModule from '../../../../../renderer/search/index/commit-merge'
import type * as positionsModule from '../../../../../renderer/search/match/positions'
import type * as drainQueueModule from '../../../../../renderer/search/index/drain-queue'
import { beginLife, differences, emptyTally, live } from '../../../../support/search/index-life'
import { randomLives } from '../../../../support/search/random-lives'

/** The check of whole lives must see each of these. */
const planted = vi.hoisted(() => ({ bug: 'none' as Bug }))
type Bug = 'none' | 'pairCoversToken' | 'lostDelta' | 'forgottenRemoval' | 'sharedPosition' | 'queueFirst'

vi.mock('../../../../../renderer/search/match/pair-coverage', async original => {
  const actual = await original<typeof pairCoverageModule>()
  const pairCoverage: typeof actual.pairCoverage = (first, second) =>
    planted.bug === 'pairCoversToken' ? 'both' : actual.pairCoverage(first, second)
  return { ...actual, pairCoverage }
})

vi.mock('../../../../../renderer/search/segment/merge-rows', async original => {
  const actual = await original<typeof mergeRowsModule>()
  const mergeRow: typeof actual.mergeRow = (sources, out) =>
    planted.bug === 'lostDelta'
      ? actual.mergeRow(
          sources.map(source => ({ ...source, base: Math.max(0, source.base - 1) })),
          out,
        )
      : actual.mergeRow(sources, out)
  return { ...actual, mergeRow }
})

vi.mock('../../../../../renderer/search/index/commit-merge', async original => {
  const actual = await original<typeof commitMergeModule>()
  const commitMerge: typeof actual.commitMerge = (snapshot, finished, store) =>
    actual.commitMerge(
      planted.bug === 'forgottenRemoval' ? { ...snapshot, segments: finished.sources } : snapshot,
      finished,
      store,
    )
  return { ...actual, commitMerge }
})

vi.mock('../../../../../renderer/search/match/positions', async original => {
  const actual = await original<typeof positionsModule>()
  const meet: typeof actual.meet = (a, b) => (planted.bug === 'sharedPosition' ? a : actual.meet(a, b))
  return { ...actual, meet }
})

vi.mock('../../../../../renderer/search/index/drain-queue', async original => {
  const actual = await original<typeof drainQueueModule>()
  const drainQueue: typeof actual.drainQueue = async (index, parts) => {
    if (planted.bug === 'queueFirst') {
      const rows = await parts.queue.take(parts.most ?? 200)
      await parts.queue.remove(rows)
      const kept = { take: () => Promise.resolve(rows), remove: () => Promise.resolve() }
      return actual.drainQueue(index, { ...parts, queue: kept })
    }
    return actual.drainQueue(index, parts)
  }
  return { ...actual, drainQueue }
})

const lives = fc.sample(randomLives, { seed: 26, numRuns: 60 })

/** Questions until the first difference, or null where none was seen in all lives. */
async function firstSeen(bug: Bug): Promise<{ readonly questions: number; readonly seen: string | null }> {
  planted.bug = bug
  const tally = emptyTally()
  for (const [steps, seed] of lives) {
    const life = await beginLife()
    for (const one of steps) await live(life, one, tally)
    life.store.crashAfter(null)
    const [seen] = await differences(life, seed, tally)
    if (seen) return { questions: tally.questions, seen }
  }
  return { questions: tally.questions, seen: null }
}

describe('the check of whole lives sees a planted bug', { timeout: 120_000 }, () => {
  it.each<[Bug, string]>([
    ['pairCoversToken', 'a pair with a token counted as saying which token'],
    ['lostDelta', 'a merge counts documents from one too few'],
    ['forgottenRemoval', 'a document removed while a merge ran comes back'],
    ['sharedPosition', 'a phrase without looking where its parts stand'],
    ['queueFirst', 'the queue row is removed before the index has the document'],
  ])('%s: %s', async bug => {
    const { questions, seen } = await firstSeen(bug)
    console.log(`search, planted ${bug}: seen after ${questions} questions`)
    expect(seen).not.toBeNull()
  })

  it('and nothing where nothing is planted', async () => {
    const { questions, seen } = await firstSeen('none')
    expect(seen).toBeNull()
    expect(questions).toBeGreaterThan(500)
  })
})
