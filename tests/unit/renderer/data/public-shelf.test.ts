import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, test, vi } from 'vitest'
import { openPublicShelf } from '../../../../renderer/data/public-shelf'
import { openBelowSeal } from '../../../../renderer/data/schema'
import { eventually } from '../../../support/eventually'

test('whoever keeps the index hears of every row that is queued, also where none had been before', async () => {
  const name = 'shelf-that-was-empty'
  const shelf = openPublicShelf(name)
  const projector = openBelowSeal(name)
  const heard = vi.fn()
  const stop = shelf.onQueued(heard)
  const hears = async (times: number) => eventually(() => expect(heard.mock.calls.length).toBeGreaterThanOrEqual(times))
  await hears(1) // as it is now

  await projector.searchQueue.bulkAdd([
    { id: 'a', what: 'put' },
    { id: 'b', what: 'put' },
  ])
  await hears(2)

  const before = heard.mock.calls.length
  await projector.searchQueue.bulkAdd([{ id: 'c', what: 'put' }])
  await hears(before + 1)

  const waiting = await shelf.queue.take(10)
  expect(waiting.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  stop()
  shelf.close()
  projector.close()
  await Dexie.delete(name)
})
