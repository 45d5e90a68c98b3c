import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { buildServer } from '../../../headquarters/server/build-server'
import { issueCode } from '../../../headquarters/server/codes'
import { digestOf } from '../../../headquarters/server/craft'
import { Metrics } from '../../../headquarters/server/metrics'
import { readOwnKey } from '../../../headquarters/server/own-key'
import type { Parts } from '../../../headquarters/server/parts'
import { toldHeads } from '../../../headquarters/server/told-heads'
import { readConfig } from '../../../headquarters/server/config'
import { addOffice } from '../../../headquarters/store/offices'
import { readCalendars } from '../../../headquarters/store/projection/calendar-book'
import type { MachineRole } from '../../../headquarters/store/tables'
import type { TestCluster } from './test-cluster'
import { testMachine, type Call, type TestMachine } from './test-machine'
import { valueOf } from '../workstation/test-workstation'

export const operatorToken = 'token-of-the-tests-0123456789'

/** The real server over the real database; only scrypt is made cheap. */
export interface TestHeadquarters {
  readonly parts: Parts
  readonly server: FastifyInstance
  readonly log: string[]
  /** From the server's own list, on which a new route is by itself. */
  readonly routes: readonly string[]
  /** Moves headquarters' clock. */
  advance(ms: number): void
  office(placeCode?: string): Promise<number>
  code(officeId: number, role?: MachineRole): Promise<string>
  /** A machine that founded its office, and has enrolled. */
  enrolled(of?: { role?: MachineRole; officeId?: number; office?: string }): Promise<EnrolledMachine>
  call(machine: TestMachine, call: Call): Promise<Answer>
  operator(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer>
}

export type EnrolledMachine = TestMachine & { readonly officeId: number }

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly bytes: Buffer
  readonly json: Record<string, unknown>
}

export async function startTestHeadquarters(cluster: TestCluster): Promise<TestHeadquarters> {
  let offset = 0
  const log: string[] = []
  const routes: string[] = []
  const config = valueOf(
    readConfig({ HQ_FOLDER: cluster.folder, HQ_LOG_LEVEL: 'debug', HQ_REQUESTS_A_MINUTE: '100000' }),
  )
  const parts: Parts = {
    ...{ config: { ...config, enrolmentsAMinute: 10_000 }, db: cluster.db, random: randomBytes },
    now: () => Date.now() + offset,
    calendars: readCalendars('resources/calendars'),
    key: readOwnKey(`${cluster.folder}/headquarters.key`),
    told: toldHeads(`${cluster.folder}/told-heads`),
    metrics: new Metrics(Date.now()),
    consoleFolder: consolePagesIn(cluster.folder),
    operatorDigest: digestOf(operatorToken),
    scryptLog2: 4,
  }
  const server = await buildServer(parts, {
    log: { write: line => void log.push(line) },
    onRoute: route => void routes.push(route),
  })
  const office = (placeCode = '530102') => addOffice(cluster.db, { placeCode, name: '云溪县档案馆', at: new Date(0) })
  const code = async (officeId: number, role: MachineRole = 'desk') => (await issueCode(parts, officeId, role))!.code
  const inject = async (options: InjectOptions) => {
    const { statusCode, headers, rawPayload } = await server.inject(options)
    return answerOf(statusCode, headers, rawPayload)
  }
  return {
    ...{ parts, server, log, routes, office, code },
    advance: ms => void (offset += ms),
    async enrolled({ role = 'desk', officeId, office: ledger } = {}) {
      const id = officeId ?? (await office())
      const machine = testMachine({
        ...(ledger === undefined ? {} : { office: ledger }),
        isFounding: !ledger,
        now: parts.now,
      })
      const payload = JSON.stringify(machine.enrolment(await code(id, role)))
      const headers = { 'content-type': 'application/json' }
      const { status, json } = await inject({ method: 'POST', url: '/v1/enrolments', payload, headers })
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(json)}`)
      return Object.assign(machine, { officeId: id })
    },
    call: (machine, call) =>
      inject({
        ...{ method: call.method as 'GET', url: call.path, headers: machine.signedHeaders(call) },
        ...(call.body ? { payload: call.body } : {}),
      }),
    operator: (method, path, body) =>
      inject({
        ...{ method, url: path },
        headers: {
          authorization: `Bearer ${operatorToken}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      }),
  }
}

/** As a build leaves them: tests of the server need none. */
function consolePagesIn(folder: string): string {
  const pages = path.join(folder, 'console')
  fs.mkdirSync(path.join(pages, 'assets'), { recursive: true })
  fs.writeFileSync(path.join(pages, 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__">')
  fs.writeFileSync(path.join(pages, 'assets', 'main.js'), 'export {}')
  return pages
}

function answerOf(status: number, headers: Answer['headers'], bytes: Buffer): Answer {
  let json: Record<string, unknown> = {}
  if (bytes.length > 0 && String(headers['content-type']).startsWith('application/json'))
    json = JSON.parse(bytes.toString())
  return { status, headers, bytes, json }
}

export const linesOf = (segment: Buffer): string[] => gunzipSync(segment).toString().trimEnd().split('\n')

export const send = (machine: TestMachine, from = 0, to?: number): Call => ({
  ...{ method: 'POST', path: '/v1/segments', body: machine.segment(from, to) },
})
