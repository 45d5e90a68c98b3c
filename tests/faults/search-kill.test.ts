import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Backend, Place } from '../support/search-in-browser/layout-on-disk'
import { openSite, type SearchSite } from '../support/search-in-browser/open-browser'
import { changesOf, killSearch } from './search-kill'

let site: SearchSite
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site.close())

describe('kill -9 of the browser at random moments: what is catalogued is found, and nothing else', () => {
  test.each<[Place, Backend, number]>([
    ['database', 'leveldb', 3],
    ['database', 'sqlite', 3],
    ['files', 'leveldb', 3],
  ])('the index in %s, IndexedDB on %s, %i kills', { timeout: 180_000 }, async (place, backend, rounds) => {
    const report = await killSearch({ rounds, backend, place, seed: rounds }, site)
    const { kills, questions, answered, startedBehind, documents, tally } = report
    console.log(
      `search, ${place} on ${backend}: ${kills} kills among ${changesOf(report)} changes and ${tally.merged} merges, ${startedBehind} behind, ${report.thrownAway} times thrown away, ${documents} documents, ${questions} questions`,
    )
    expect(report.wrong).toEqual([])
    expect(report.layout, `IndexedDB of Chromium ${site.browser.version}`).toEqual([backend])
    expect(report.fileBytes > 0).toBe(place === 'files')
    expect(kills).toBe(rounds)
    expect(changesOf(report)).toBeGreaterThanOrEqual(documents)
    expect(answered).toBeGreaterThan(10 * rounds)
  })

  test('a planted loss between catalogue and index is seen', { timeout: 180_000 }, async () => {
    const { wrong } = await killSearch(
      { rounds: 1, backend: 'leveldb', place: 'database', seed: 9, planted: true },
      site,
    )
    expect(wrong.join('\n')).toContain('囍囍: index 0 instead of 1')
  })
})
