/** PouchDB's replication from LevelDB: node --import tsx pouch-client.ts '{"folder", "url", "records", "batch"}'. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { readRecords, timed } from './records'

interface Pouch {
  bulkDocs(docs: readonly object[]): Promise<unknown>
  readonly replicate: {
    to(url: string, options: { batch_size: number; batches_limit: number }): Promise<{ docs_written: number }>
  }
  close(): Promise<void>
}

const peers = createRequire(path.join(import.meta.dirname, '../package.json'))
const PouchDB = peers('pouchdb') as new (name: string) => Pouch
const asked = JSON.parse(process.argv[2]!) as { folder: string; url: string; records: string; batch: number }

const local = new PouchDB(path.join(asked.folder, 'local'))
const docs = readRecords(asked.records).map(({ id, ...rest }) => ({ _id: id, ...rest }))
for (let at = 0; at < docs.length; at += 1_000) await local.bulkDocs(docs.slice(at, at + 1_000))
const sent = await timed(docs.length, async () => {
  const { docs_written } = await local.replicate.to(`${asked.url}/records`, {
    ...{ batch_size: asked.batch, batches_limit: 10 },
  })
  if (docs_written !== docs.length) throw new Error(`${docs_written} of ${docs.length} written`)
})
console.log(JSON.stringify(sent))
await local.close()
process.exit(0)
