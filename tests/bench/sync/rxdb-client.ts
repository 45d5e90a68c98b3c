/** RxDB's replication from memory: node --import tsx rxdb-client.ts '{"url", "records", "batch"}'. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { readRecords, timed, type BenchRecord } from './records'

interface Collection {
  bulkInsert(records: readonly BenchRecord[]): Promise<{ error: unknown[] }>
}
interface Database {
  addCollections(wish: object): Promise<{ records: Collection }>
}
interface Core {
  createRxDatabase(wish: object): Promise<Database>
}
interface Replication {
  replicateRxCollection(wish: object): { awaitInitialReplication(): Promise<unknown>; cancel(): Promise<unknown> }
}

const peers = createRequire(path.join(import.meta.dirname, '../package.json'))
const { createRxDatabase } = peers('rxdb') as Core
const { getRxStorageMemory } = peers('rxdb/plugins/storage-memory') as { getRxStorageMemory(): unknown }
const { replicateRxCollection } = peers('rxdb/plugins/replication') as Replication
const asked = JSON.parse(process.argv[2]!) as { url: string; records: string; batch: number }

const text = { type: 'string' }
const schema = {
  ...{ version: 0, primaryKey: 'id', type: 'object', required: ['id', 'signature', 'body'] },
  properties: { id: { ...text, maxLength: 100 }, signature: text, body: text },
}
const database = await createRxDatabase({ name: 'bench', storage: getRxStorageMemory(), multiInstance: false })
const { records: collection } = await database.addCollections({ records: { schema } })
const records = readRecords(asked.records)
const { error } = await collection.bulkInsert(records)
if (error.length > 0) throw new Error(`${error.length} records not taken`)
const sent = await timed(records.length, async () => {
  const replication = replicateRxCollection({
    ...{ replicationIdentifier: 'bench', collection, live: false },
    push: { batchSize: asked.batch, handler: push },
  })
  await replication.awaitInitialReplication()
})
const { n } = (await (await fetch(`${asked.url}/count`)).json()) as { n: number }
if (n !== records.length) throw new Error(`${n} of ${records.length} written`)
console.log(JSON.stringify(sent))
process.exit(0)

async function push(rows: readonly { newDocumentState: BenchRecord }[]): Promise<unknown> {
  const body = JSON.stringify(rows.map(({ newDocumentState: { id, signature, body } }) => ({ id, signature, body })))
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${asked.url}/push`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}
