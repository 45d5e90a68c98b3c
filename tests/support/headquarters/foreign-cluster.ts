import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { openDatabase } from '../../../headquarters/store/database'
import { whomToRunAs } from '../../../headquarters/store/embedded/runs-as'
import { valueOf } from '../workstation/test-workstation'
import type { TestCluster } from './test-cluster'

/**
 * A PostgreSQL that is not the one which comes with headquarters, as somebody who keeps databases makes it: an older version,
 * sorted by the rules of a language, and a role for headquarters that owns its database. `programs` holds initdb and postgres.
 */
export async function startForeignCluster(programs: string): Promise<TestCluster> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-foreign-'))
  fs.chmodSync(folder, 0o711)
  const data = path.join(folder, 'data')
  const runsAs = valueOf(whomToRunAs())
  const as = runsAs ? { uid: runsAs.uid, gid: runsAs.gid } : {}
  fs.mkdirSync(data, { mode: 0o700 })
  if (runsAs) fs.chownSync(data, runsAs.uid, runsAs.gid)
  const made = spawnSync(path.join(programs, 'initdb'), [...shape, data], { ...as, cwd: '/', encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const start = async (): Promise<ChildProcess> => {
    const settings = [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ]
    const child = spawn(path.join(programs, 'postgres'), settings, { ...as, cwd: '/', stdio: 'ignore' })
    await answering(port, child)
    return child
  }
  let postgres = await start()
  await asKeeper(port, async keeper => {
    await keeper.query("create role headquarters login nosuperuser nobypassrls password 'of-the-tests'")
    await keeper.query('create database headquarters owner headquarters')
    const { rows } = await keeper.query<{ version: string }>('select version()')
    console.log(`foreign database: ${rows[0]!.version.split(' on ')[0]}, sorted by zh-CN`)
  })
  const url = `postgres://headquarters:of-the-tests@127.0.0.1:${port}/headquarters`
  const db = valueOf(await openDatabase(url))
  return {
    ...{ folder, db, url, keeperUrl: `postgres://keeper@127.0.0.1:${port}/headquarters` },
    async killAndRestart() {
      await ended(postgres, 'SIGKILL')
      postgres = await start()
    },
    async stop() {
      await db.destroy()
      await ended(postgres, 'SIGINT')
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As far from the embedded one as a database may be: a language's order instead of that of code points. */
const shape = [
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=zh-CN',
  '--locale=C',
  '--username=keeper',
  '--no-sync',
]

async function answering(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    const answers = await asKeeper(port, keeper => keeper.query('select 1')).catch(() => null)
    if (answers) return
    await pause(100)
  }
  throw new Error('the foreign PostgreSQL did not start')
}

async function asKeeper<T>(port: number, work: (keeper: pg.Client) => Promise<T>): Promise<T> {
  const keeper = new pg.Client({ host: '127.0.0.1', port, user: 'keeper', database: 'postgres' })
  keeper.on('error', () => undefined)
  await keeper.connect()
  try {
    return await work(keeper)
  } finally {
    await keeper.end()
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill(signal)
  await gone
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
