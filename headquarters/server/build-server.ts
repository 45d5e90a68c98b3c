import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import rateLimit from '@fastify/rate-limit'
import { answerNote, answerSignatureHeader, answerTimeHeader } from '#shared/ledger/headquarters/answer-note'
import { gate } from './access'
import { refuse, type Refusal } from './answers'
import { digestOf } from './craft'
import { logOptions, traceOf } from './log'
import type { Parts } from './parts'
import { BadInput } from './route'
import { blobRoutes } from './routes/blob-routes'
import { consolePages } from './routes/console-pages'
import { consoleRoutes } from './routes/console-routes'
import { enrolmentRoutes } from './routes/enrolment-routes'
import { exchangeRoutes } from './routes/exchange-routes'
import { officeRoutes } from './routes/office-routes'
import { sendingRoutes } from './routes/sending-routes'
import { statisticsRoutes } from './routes/statistics-routes'
import { updateRoutes } from './routes/update-routes'
import { watchRoutes } from './routes/watch-routes'

const mostPlainBytes = 64 * 1024

export interface ServerOptions {
  /** Where log lines go; standard output where it is missing. */
  readonly log?: { write(line: string): void }
  /** Hears of every route: `GET /health`. */
  readonly onRoute?: (route: string) => void
}

/** The server with all its routes; it listens to nothing yet. */
export async function buildServer(parts: Parts, { log, onRoute }: ServerOptions = {}): Promise<FastifyInstance> {
  const { config, random } = parts
  const server = Fastify({
    logger: logOptions(config.logLevel, log),
    // Its own lines hold the address asked for, with all that stands in it.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => random(6).toString('hex'),
    bodyLimit: mostPlainBytes,
    routerOptions: { maxParamLength: 100 },
    trustProxy: config.trustedProxies ?? false,
    // An office on a slow line sends the largest act that there is in that time (`run-size.ts` of the desk).
    ...{ requestTimeout: 300_000, keepAliveTimeout: 30_000, connectionTimeout: 120_000, maxRequestsPerSocket: 1_000 },
    http: { headersTimeout: 15_000, maxHeaderSize: 16 * 1024 },
    ...{ forceCloseConnections: 'idle', return503OnClosing: true, exposeHeadRoutes: false },
  })
  // Signatures are over bytes, so bodies stay bytes until their signature was good.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  await server.register(rateLimit, {
    ...{ max: config.requestsAMinute, timeWindow: 60_000 },
    keyGenerator: whoIsCounted,
    errorResponseBuilder: () => Object.assign(new Error('too often'), { statusCode: 429, code: 'tooOften' }),
  })
  if (onRoute) server.addHook('onRoute', ({ method, url }) => [method].flat().forEach(one => onRoute(`${one} ${url}`)))
  guard(server, parts)
  watchRoutes(server, parts)
  enrolmentRoutes(server, parts)
  exchangeRoutes(server, parts)
  blobRoutes(server, parts)
  updateRoutes(server, parts)
  consoleRoutes(server, parts)
  officeRoutes(server, parts)
  sendingRoutes(server, parts)
  statisticsRoutes(server, parts)
  consolePages(server, parts)
  return server
}

function guard(server: FastifyInstance, parts: Parts): void {
  const { atTheDoor, withBody } = gate(parts)
  server.decorateRequest('caller', null)
  server.decorateRequest('callNonce', null)
  server.decorateRequest('candidates')
  server.addHook('onRequest', atTheDoor)
  server.addHook('preHandler', withBody)
  server.addHook('onSend', async (request, reply, payload) => signed(parts, { request, reply, payload }))
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const ms = Math.round(reply.elapsedTime)
    parts.metrics.count('requests_total', { route, status: reply.statusCode })
    parts.metrics.count('request_milliseconds_total', { route }, ms)
    request.log.info({ method: request.method, route, status: reply.statusCode, ms }, 'answered')
  })
  server.setNotFoundHandler({ preHandler: server.rateLimit() }, (_request, reply) => refuse(reply, 'notFound'))
  server.setErrorHandler((error: FastifyError, request, reply) => failed(parts, error, { request, reply }))
}

/** A machine by itself, so that an office behind one address has room; whoever signs nothing by the address alone. */
function whoIsCounted({ ip, headers, routeOptions }: FastifyRequest): string {
  const { who } = routeOptions.config
  const isMachines = who === 'machine' || who === 'desk'
  return isMachines ? `${ip} ${String(headers['records-desk-chain']).slice(0, 32)}` : ip
}

interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** A blob is told by its own digest: only its status is signed here. */
function signed({ key, now }: Parts, { request, reply, payload }: Exchange & { payload: unknown }): unknown {
  const at = new Date(now()).toISOString()
  reply.header(answerTimeHeader, at)
  if (request.callNonce === null) return payload
  const bytes = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : ''
  const note = answerNote({ nonce: request.callNonce, status: reply.statusCode, bodyDigest: digestOf(bytes), at })
  reply.header(answerSignatureHeader, key.sign(Buffer.from(note)))
  return payload
}

function failed(parts: Parts, error: FastifyError, { request, reply }: Exchange): FastifyReply {
  if (error instanceof BadInput) return refuse(reply, 'badInput', { detail: error.detail })
  if (error.statusCode === 413) return refuse(reply, 'tooLarge')
  if (error.statusCode === 429) return refuse(reply, 'tooOften')
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, 'badInput')
  const route = request.routeOptions.url ?? 'none'
  if (isStoreAway(error)) {
    request.log.error({ kind: 'storeAway', route, error: traceOf(error) }, 'the store is away')
    return refuse(reply.header('retry-after', 5), 'storeAway')
  }
  const reference: Refusal['reference'] = request.id
  parts.metrics.count('bugs_total', { route })
  request.log.error({ kind: 'failed', route, reference, error: traceOf(error) }, 'a bug')
  return refuse(reply, 'failed', { reference })
}

/** What goes away by itself: PostgreSQL restarts, is full of connections, or waits for another transaction. */
function isStoreAway({ code, message }: FastifyError): boolean {
  if (/^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code ?? '')) return true
  if (/^(08|57P|53|40|55P03|25P03)/.test(code ?? '')) return true
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    message,
  )
}
