import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { err, ok, type Result } from '#shared/kernel/result'
import { openDatabase, type Database } from '../store/database'
import { openCluster, type Cluster } from '../store/embedded/cluster'
import { readCalendars } from '../store/projection/calendar-book'
import { outdatedOffices, rebuildOffice } from '../store/projection/rebuild'
import type { StoreProblem } from '../store/store-problem'
import { buildServer, type ServerOptions } from './build-server'
import type { Config } from './config'
import { digestOf } from './craft'
import { Metrics } from './metrics'
import { readOwnKey } from './own-key'
import type { Parts } from './parts'
import { toldHeads } from './told-heads'

export interface Headquarters {
  readonly parts: Parts
  /** Of the cluster that was started for it; null with a database of one's own. */
  readonly cluster: Cluster | null
  readonly operatorToken: string
  /** Waits for what runs, closes the database, and stops the cluster that it started. */
  close(): Promise<void>
}

export interface StartOptions extends ServerOptions {
  readonly now?: () => number
  readonly random?: (bytes: number) => Buffer
  readonly scryptLog2?: number
}

const consoleFolder = path.resolve(import.meta.dirname, '../../out/console')
const calendarFolder = path.resolve(import.meta.dirname, '../../resources/calendars')
const scryptLog2 = 15 // some 60 ms and 32 MiB a try

/** Opens everything but the door: for commands as for the server. */
export async function openHeadquarters(
  config: Config,
  options: StartOptions = {},
): Promise<Result<Headquarters, StoreProblem>> {
  fs.mkdirSync(config.folder, { recursive: true, mode: 0o711 })
  const store = await openStore(config)
  if (!store.ok) return store
  const { db, cluster } = store.value
  const { now = Date.now, random = randomBytes } = options
  const operatorToken = readToken(path.join(config.folder, 'operator.token'), random)
  const parts: Parts = {
    ...{ config, db, now, random, operatorDigest: digestOf(operatorToken) },
    calendars: readCalendars(calendarFolder),
    key: readOwnKey(path.join(config.folder, 'headquarters.key')),
    told: toldHeads(path.join(config.folder, 'told-heads')),
    metrics: new Metrics(now()),
    consoleFolder,
    scryptLog2: options.scryptLog2 ?? scryptLog2,
  }
  return ok({ parts, cluster, operatorToken, close: () => closed(db, cluster) })
}

interface Store {
  readonly db: Database
  readonly cluster: Cluster | null
}

async function openStore(config: Config): Promise<Result<Store, StoreProblem>> {
  const { databaseUrl, databaseConnections } = config
  const cluster = databaseUrl === undefined ? await openCluster(clusterOptions(config)) : ok(null)
  if (!cluster.ok) return cluster
  const db = await openDatabase(databaseUrl ?? cluster.value!.url, databaseConnections)
  if (db.ok) return ok({ db: db.value, cluster: cluster.value })
  await stop(cluster.value)
  return err(db.problem)
}

export interface Listening {
  readonly server: FastifyInstance
  readonly url: string
}

/** Opens the door. Projections of another version are made anew meanwhile, one office after the other. */
export async function listen({ parts }: Headquarters, options: StartOptions = {}): Promise<Listening> {
  const server = await buildServer(parts, options)
  const { host, port } = parts.config
  const meanwhile: Promise<void>[] = []
  server.addHook('onClose', async () => void (await Promise.all(meanwhile)))
  const url = await server.listen({ host, port, listenTextResolver: () => 'listening' }) // its own words name the address, which the log leaves out
  meanwhile.push(renewProjections(parts, server))
  return { server, url }
}

async function renewProjections({ db, calendars }: Parts, server: FastifyInstance): Promise<void> {
  try {
    for (const office of await outdatedOffices(db, calendars)) {
      if (!server.server.listening) return
      const cases = await rebuildOffice(db, office, calendars)
      if (cases > 0) server.log.info({ kind: 'rebuilt', office, cases }, 'projections made anew')
    }
  } catch {
    server.log.error({ kind: 'rebuildFailed' }, 'projections could not be made anew') // the next start tries again
  }
}

const clusterOptions = ({ folder, databasePort }: Config) =>
  databasePort === undefined ? { folder } : { folder, port: databasePort }

async function closed(db: Database, cluster: Cluster | null): Promise<void> {
  await db.destroy()
  await stop(cluster)
}

/** One that ran before us runs for somebody else. */
const stop = async (cluster: Cluster | null): Promise<void> => {
  if (cluster && !cluster.isTakenOver) await cluster.stop()
}

function readToken(file: string, random: (bytes: number) => Buffer): string {
  if (!fs.existsSync(file)) {
    fs.writeFileSync(`${file}.part`, random(24).toString('base64url'), { mode: 0o600, flush: true })
    fs.renameSync(`${file}.part`, file)
  }
  return fs.readFileSync(file, 'utf8').trim()
}
