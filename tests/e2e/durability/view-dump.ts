/** Runs in the page (see bundleForPage): the product's own dump of the view, by the key of whoever is signed in. */
import { dump, dumpHash } from '../../../renderer/data/dump-hash'
import { openViewDatabase } from '../../../renderer/data/schema'
import { singleKey } from '../../../renderer/data/seal/row-sealer'
import { readPointer } from '../../../renderer/data/view-pointer'

export interface ViewDump {
  readonly database: string
  readonly hash: string
  readonly requests: number
  readonly acts: number
}

export async function dumpView(): Promise<ViewDump> {
  const pointer = await readPointer()
  if (!pointer) throw new Error('there is no view')
  const db = openViewDatabase(pointer.name, { rowKeys: singleKey(await rowsKey()) })
  try {
    const { requests, acts } = (await dump(db)) as { requests: unknown[]; acts: [string, unknown[]][] }
    return {
      database: pointer.name,
      hash: await dumpHash(db),
      requests: requests.length,
      acts: acts.reduce((sum, [, own]) => sum + own.length, 0),
    }
  } catch (cause) {
    throw new Error(`the view cannot be read: ${String(cause)}`, { cause }) // an error of the database says nothing outside the page
  } finally {
    db.close()
  }
}

async function rowsKey(): Promise<Uint8Array> {
  const { recordsDesk } = window as unknown as { recordsDesk: { invoke(name: string): Promise<unknown> } }
  const { value } = (await recordsDesk.invoke('session:current')) as { value: { rowsKey: Uint8Array } | null }
  if (!value) throw new Error('nobody is signed in')
  return value.rowsKey
}
