/** PouchDB's own server, express-pouchdb, over LevelDB: node --import tsx pouch-server.ts FOLDER. Says where it listens. */
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import http from 'node:http'
import path from 'node:path'

interface Express {
  (): http.RequestListener & { use(handler: unknown): void }
}
interface PouchStatic {
  defaults(options: { prefix: string }): unknown
}

const peers = createRequire(path.join(import.meta.dirname, '../package.json'))
const [express, pouch] = [peers('express') as Express, peers('pouchdb') as PouchStatic]
const expressPouch = peers('express-pouchdb') as (store: unknown, options: object) => unknown

const folder = process.argv[2]!
process.chdir(folder) // it leaves its log where it runs
const app = express()
const store = pouch.defaults({ prefix: `${folder}${path.sep}` })
app.use(expressPouch(store, { mode: 'minimumForPouchDB', inMemoryConfig: true }))
const server = http.createServer(app)
server.listen(0, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`))
