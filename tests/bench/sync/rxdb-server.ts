/**
 * What RxDB leaves to whoever uses it: a push handler over PostgreSQL, as plain as can be. Verifies nothing.
 * node --import tsx rxdb-server.ts FOLDER. Says where it listens and which PostgreSQL it runs.
 */
import Fastify from 'fastify'
import pg from 'pg'
import { openCluster } from '../../../headquarters/store/embedded/cluster'
import { valueOf } from '../../support/workstation/test-workstation'
import type { BenchRecord } from './records'

const cluster = valueOf(await openCluster({ folder: process.argv[2]! }))
const pool = new pg.Pool({ connectionString: cluster.url, max: 4 })
await pool.query('create table record (id text primary key, signature text not null, body text not null)')
const server = Fastify({ bodyLimit: 64 << 20 })
server.post('/push', async request => {
  const records = request.body as readonly BenchRecord[]
  await pool.query(
    `insert into record select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (id) do update set signature = excluded.signature, body = excluded.body`,
    [records.map(({ id }) => id), records.map(({ signature }) => signature), records.map(({ body }) => body)],
  )
  return []
})
server.get('/count', async () => (await pool.query<{ n: number }>('select count(*)::int as n from record')).rows[0])
await server.listen({ host: '127.0.0.1', port: 0 })
const address = server.server.address()
console.log(`listening ${typeof address === 'object' && address ? address.port : 0}`)
process.once(
  'SIGTERM',
  () =>
    void server
      .close()
      .then(() => pool.end())
      .then(() => cluster.stop()),
)
