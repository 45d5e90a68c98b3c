import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestCluster } from './test-cluster'

/** Headquarters as `npm run hq` runs it, in a process that can be killed and started again at the same port. */
export interface ServerProcess {
  readonly port: number
  readonly url: string
  /** kill -9. */
  kill(): Promise<void>
  start(): Promise<void>
  /** SIGTERM: it ends with what runs. Tells its exit code. */
  stop(): Promise<number | null>
  /** As the console asks, with the operator's token. Throws where it is refused. */
  console<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T>
}

const root = path.resolve(import.meta.dirname, '../../..')
const startsWithinMs = 60_000

/** On the tests' database and key. `shipped`: with the limit of requests that it is delivered with. */
export async function startServerProcess(
  cluster: TestCluster,
  limit: 'none' | 'shipped' = 'none',
): Promise<ServerProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const launched = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'headquarters/server/run.ts'], {
      ...{ cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
      env: {
        ...process.env,
        ...{ DATABASE_URL: cluster.url, HQ_FOLDER: cluster.folder, HQ_PORT: String(port), HQ_LOG_LEVEL: 'silent' },
        ...(limit === 'none' ? { HQ_REQUESTS_A_MINUTE: '100000' } : {}),
      },
    })
    const until = Date.now() + startsWithinMs
    while (Date.now() < until && child.exitCode === null) {
      if ((await fetch(`${url}/health`).catch(() => null))?.ok) return child
      await pause(50)
    }
    child.kill('SIGKILL')
    throw new Error('the server did not start')
  }
  let child = await launched()
  const ended = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const gone = new Promise<number | null>(resolve => child.once('exit', resolve))
    child.kill(signal)
    return gone
  }
  return {
    ...{ port, url },
    kill: async () => void (await ended('SIGKILL')),
    start: async () => void (child = await launched()),
    stop: () => ended('SIGTERM'),
    async console<T>(method: string, at: string, body?: unknown) {
      const token = fs.readFileSync(path.join(cluster.folder, 'operator.token'), 'utf8').trim()
      const answer = await fetch(url + at, {
        ...{ method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${at}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as T
    },
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
