import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { err, ok, type Result } from '#shared/kernel/result'
import type { StoreProblem } from '../store-problem'
import { answers, prepareDatabase } from './first-database'
import { makeCluster } from './make-cluster'
import { findPrograms, type Programs } from './programs'
import { mayBeReachedBy, whomToRunAs, type RunsAs } from './runs-as'
import { readSecrets, type Secrets } from './secrets'

export interface ClusterOptions {
  /** Of headquarters; the cluster lies in `postgres` below it. */
  readonly folder: string
  /** On loopback; any free one where it is missing. */
  readonly port?: number
  /** Before the cluster is made its files are not flushed one by one: for tests. What runs later flushes all the same. */
  readonly isMadeInHaste?: true
}

/** A PostgreSQL of our own: real, with fsync, on loopback only. */
export interface Cluster {
  /** For the role that owns the database of headquarters and passes no wall. */
  readonly url: string
  readonly port: number
  /** Process id of the postmaster. */
  readonly pid: number
  /** It ran already, for somebody else or after a killed server. */
  readonly isTakenOver: boolean
  stop(): Promise<void>
}

const startsWithinMs = 60_000
const betweenTriesMs = 100

/**
 * Starts the cluster of this folder, and makes it where there is none. One that still runs, because headquarters was killed
 * and PostgreSQL was not, is taken over.
 */
export async function openCluster(options: ClusterOptions): Promise<Result<Cluster, StoreProblem>> {
  const runsAs = whomToRunAs()
  if (!runsAs.ok) return runsAs
  fs.mkdirSync(options.folder, { recursive: true, mode: 0o711 })
  if (runsAs.value && !mayBeReachedBy(runsAs.value, options.folder))
    return err({ kind: 'folderOutOfReach', folder: options.folder, user: runsAs.value.user })
  const programs = await findPrograms(runsAs.value, path.join(options.folder, 'programs'))
  if (!programs.ok) return programs
  const secrets = readSecrets(path.join(options.folder, 'postgres.secret'))
  const parts = { ...options, data: path.join(options.folder, 'postgres'), programs: programs.value, secrets }
  const made = await makeCluster({ ...parts, runsAs: runsAs.value })
  if (!made.ok) return made
  return (await takenOver(parts)) ?? started(parts, runsAs.value)
}

interface Parts extends ClusterOptions {
  readonly data: string
  readonly programs: Programs
  readonly secrets: Secrets
}

async function takenOver({ data, secrets }: Parts): Promise<Result<Cluster, StoreProblem> | null> {
  const running = postmasterOf(data)
  if (!running || !isAlive(running.pid) || !(await answers(secrets, running.port))) return null
  return ok({ ...clusterAt(running, secrets, data), isTakenOver: true })
}

async function started(parts: Parts, runsAs: RunsAs | null): Promise<Result<Cluster, StoreProblem>> {
  const { data, secrets, folder } = parts
  const port = parts.port ?? (await freePort())
  const log = path.join(folder, 'postgres.log')
  const until = Date.now() + startsWithinMs
  // After a kill the old postmaster's children need a moment to leave its memory: until then a new one refuses to start.
  while (Date.now() < until) {
    const child = launched(parts, { port, runsAs, log })
    if (await isUp(child, () => answers(secrets, port), until)) {
      await prepareDatabase(secrets, port)
      return ok(clusterAt({ pid: child.pid!, port }, secrets, data))
    }
    await pause(betweenTriesMs * 3)
  }
  return err({ kind: 'clusterNotStarted', said: lastWords(log) })
}

interface Launch {
  readonly port: number
  readonly runsAs: RunsAs | null
  readonly log: string
}

/** In a session of its own: a Ctrl-C at the terminal must reach the server first, which then stops PostgreSQL. */
function launched({ data, programs }: Parts, { port, runsAs, log }: Launch): ChildProcess {
  const out = fs.openSync(log, 'a', 0o600)
  const settings = Object.entries({ ...lasting, ...silent, ...local }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(programs.postgres, ['-D', data, '-p', String(port), ...settings], {
    ...{ cwd: path.dirname(programs.postgres), detached: true, stdio: ['ignore', out, out], env: plainEnvironment },
    ...(runsAs ? { uid: runsAs.uid, gid: runsAs.gid } : {}),
  })
  child.unref()
  fs.closeSync(out)
  return child
}

const lasting = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', data_sync_retry: 'off' }
/** What PostgreSQL writes about an error may hold what was to be stored: names no values, no statements. */
const silent = {
  ...{ log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_parameter_max_length_on_error: '0' },
  ...{ log_statement: 'none', log_min_messages: 'warning', log_checkpoints: 'off' },
}
const local = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60', timezone: 'UTC' }
/** No PG* variable of whoever started headquarters changes what runs. */
const plainEnvironment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }

async function isUp(child: ChildProcess, probe: () => Promise<boolean>, until: number): Promise<boolean> {
  let hasEnded = false
  child.once('exit', () => (hasEnded = true))
  child.once('error', () => (hasEnded = true))
  while (!hasEnded && Date.now() < until) {
    if (await probe()) return true
    await pause(betweenTriesMs)
  }
  return false
}

function clusterAt({ pid, port }: Postmaster, secrets: Secrets, data: string): Cluster {
  return {
    url: `postgres://headquarters:${secrets.headquarters}@127.0.0.1:${port}/headquarters`,
    ...{ port, pid, isTakenOver: false },
    stop: () => stopped(pid, data),
  }
}

/** Fast shutdown: no new connections, running transactions end, a checkpoint is written. */
async function stopped(pid: number, data: string): Promise<void> {
  if (postmasterOf(data)?.pid !== pid || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  while (isAlive(pid) && postmasterOf(data)) await pause(20)
}

interface Postmaster {
  readonly pid: number
  readonly port: number
}

function postmasterOf(data: string): Postmaster | null {
  const file = path.join(data, 'postmaster.pid')
  if (!fs.existsSync(file)) return null
  const [pid, , , port] = fs.readFileSync(file, 'utf8').split('\n')
  return Number(pid) > 0 && Number(port) > 0 ? { pid: Number(pid), port: Number(port) } : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const lastWords = (log: string): string =>
  fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-3).join(' | ') : ''
