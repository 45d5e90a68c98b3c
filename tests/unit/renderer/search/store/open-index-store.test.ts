import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openIndexStore } from '../../../../../renderer/search/store/open-index-store'
import { becomeWriterAtOnce } from '../../../../../renderer/search/worker/writer-lock'
import { createDisk } from '../../../../support/search/disk'
import { oneHolder } from '../../../../support/search/one-holder'

let made = 0

function place() {
  const name = `place-${++made}`
  const disk = createDisk()
  const locks = oneHolder()
  return {
    ...{ name, disk, locks },
    withFiles: () => openIndexStore(name, locks, () => Promise.resolve(disk.files())),
    withoutFiles: () => openIndexStore(name, locks, () => Promise.resolve(null)),
    refused: () => openIndexStore(name, locks, () => Promise.reject(new Error('no disk'))),
    databases: async () => (await indexedDB.databases()).filter(database => database.name === name).length,
  }
}
const put = (name: string) => ({ put: [[name, Uint8Array.of(1)] as const], isLasting: true })

it('an index lies in files where they can be had, and no database is made', async () => {
  const { withFiles, databases } = place()
  await (await withFiles()).write(put('a'))
  expect(await (await withFiles()).names()).toEqual(['a'])
  expect(await databases()).toBe(0)
})

it.each(['withoutFiles', 'refused'] as const)('it lies in IndexedDB %s', async how => {
  const here = place()
  const store = await here[how]()
  await store.write(put('a'))
  expect(await store.names()).toEqual(['a'])
  expect(here.disk.contents.every(({ size }) => size === 0)).toBe(true)
  store.close()
})

it('what is in the one that was not used last is never read: it would miss what was saved since', async () => {
  const { withFiles, withoutFiles, databases } = place()
  await (await withFiles()).write(put('old'))
  const meanwhile = await withoutFiles()
  expect(await meanwhile.names()).toEqual([])
  await meanwhile.write(put('newer'))
  meanwhile.close()
  expect(await (await withFiles()).names()).toEqual([])
  expect(await databases()).toBe(0)
  const later = await withoutFiles()
  expect(await later.names()).toEqual([])
  later.close()
})

it('a move from IndexedDB that was cut off is begun again', async () => {
  const { withFiles, withoutFiles, disk, databases } = place()
  await (await withFiles()).write(put('old'))
  ;(await withoutFiles()).close()
  disk.dieAfter(2)
  const instead = await withFiles()
  await instead.write(put('newer'))
  instead.close()
  disk.dieAfter(null)
  expect(await databases()).toBe(1)
  expect(await (await withFiles()).names()).toEqual([])
})

it('a database that another window writes is not taken away from it', async () => {
  const { name, locks, withFiles, withoutFiles } = place()
  const release = await becomeWriterAtOnce(locks, name)
  const writing = await withoutFiles()
  await writing.write(put('a'))
  const reading = await withFiles()
  expect(await reading.names()).toEqual(['a'])
  for (const store of [writing, reading]) store.close()
  release?.()
})
