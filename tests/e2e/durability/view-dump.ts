/** Runs in the page (see bundleForPage): the product's own dump of the view, by the key of whoever is signed in. */
import { dump, dumpHash } from '../../../renderer/data/dump-hash'
import { openViewDatabase, type ViewDatabase } from '../../../renderer/data/schema'
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
    // An error of the database says nothing outside the page, nor of which table it was.
    throw new Error(`the view cannot be read, ${await unreadableTables(db)}: ${String(cause)}`, { cause })
  } finally {
    db.close()
  }
}

async function unreadableTables(db: ViewDatabase): Promise<string> {
  const names: string[] = []
  for (const table of db.tables) await table.toArray().catch(() => names.push(table.name))
  return names.join(', ') || 'each table alone can'
}

async function rowsKey(): Promise<Uint8Array> {
  const { recordsDesk } = window as unknown as { recordsDesk: { invoke(name: string): Promise<unknown> } }
  const { value } = (await recordsDesk.invoke('session:current')) as { value: { rowsKey: Uint8Array } | null }
  if (!value) throw new Error('nobody is signed in')
  return value.rowsKey
}
