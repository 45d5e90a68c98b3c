import fs from 'node:fs'
import path from 'node:path'
import { startChild, type BenchChild } from '../child-process'

export interface BenchServer {
  readonly url: string
  /** Of the server; PostgreSQL is no child of it. */
  readonly process: BenchChild
  /** As the console asks, with the operator's token. Throws where it is refused. */
  console<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T>
}

/** Headquarters as `npm run hq` starts it, on any free port. */
export async function startServer(folder: string, more: NodeJS.ProcessEnv = {}): Promise<BenchServer> {
  const entry = path.resolve(import.meta.dirname, '../../../headquarters/server/run.ts')
  const env = {
    NODE_OPTIONS: '--max-semi-space-size=64',
    HQ_FOLDER: folder,
    HQ_PORT: '0',
    HQ_LOG_LEVEL: 'warn',
    ...more,
  }
  const process = startChild(entry, [], env)
  const [, url = ''] = await process.line(/已启动：(http\S+)$/)
  const token = fs.readFileSync(path.join(folder, 'operator.token'), 'utf8').trim()
  return {
    ...{ url, process },
    async console<T>(method: string, at: string, body?: unknown) {
      const answer = await fetch(url + at, {
        ...{ method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${at}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as T
    },
  }
}
