import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Backend } from '../support/search-in-browser/layout-on-disk'
import { openSite, type SearchSite } from '../support/search-in-browser/open-browser'
import { changesOf, killSearch } from './search-kill'

let site: SearchSite
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site.close())

describe('kill -9 of the browser at random moments: what is catalogued is found, and nothing else', () => {
  test.each<[Backend, number]>([
    ['leveldb', 3],
    ['sqlite', 3],
  ])('IndexedDB on %s, %i kills', { timeout: 180_000 }, async (backend, rounds) => {
    const report = await killSearch({ rounds, backend, seed: rounds }, site)
    const { kills, questions, answered, startedBehind, documents, tally } = report
    console.log(
      `search, ${backend}: ${kills} kills among ${changesOf(report)} changes and ${tally.merged} merges, ${startedBehind} behind, ${documents} documents, ${questions} questions`,
    )
    expect(report.wrong).toEqual([])
    expect(report.layout, `IndexedDB of Chromium ${site.browser.version}`).toEqual([backend])
    expect(kills).toBe(rounds)
    expect(changesOf(report)).toBeGreaterThanOrEqual(documents)
    expect(answered).toBeGreaterThan(10 * rounds)
  })

  test('a planted loss between catalogue and index is seen', { timeout: 180_000 }, async () => {
    const { wrong } = await killSearch({ rounds: 1, backend: 'leveldb', seed: 9, planted: true }, site)
    expect(wrong.join('\n')).toContain('囍囍: index 0 instead of 1')
  })
})
