import type { LaunchedProgram } from '../../support/launch/launch'

export function writeRow({ page }: Pick<LaunchedProgram, 'page'>, row: string): Promise<void> {
  return page.evaluate(async text => {
    const asked = indexedDB.open('contract', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('rows', { autoIncrement: true })
    await new Promise(resolve => (asked.onsuccess = resolve))
    const change = asked.result.transaction('rows', 'readwrite', { durability: 'strict' })
    change.objectStore('rows').add(text)
    await new Promise(resolve => (change.oncomplete = resolve))
    asked.result.close()
  }, row)
}

export function readRows({ page }: Pick<LaunchedProgram, 'page'>): Promise<unknown[]> {
  return page.evaluate(async () => {
    const asked = indexedDB.open('contract', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('rows', { autoIncrement: true })
    await new Promise(resolve => (asked.onsuccess = resolve))
    const all = asked.result.transaction('rows').objectStore('rows').getAll()
    await new Promise(resolve => (all.onsuccess = resolve))
    asked.result.close()
    return all.result
  })
}
