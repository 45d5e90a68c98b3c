import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { Craft } from '#shared/ledger/exchange/craft'
import { mostSegmentBytes } from '#shared/ledger/exchange/segment'
import { answerNote, answerSignatureHeader, answerTimeHeader } from '#shared/ledger/headquarters/answer-note'
import { ownLine } from '../line/neighbour-pass'
import { openSealed, sealFor, sealedHeader } from '../line/sealed-line'
import { pairingMessages } from '../pairing/pairing-messages'
import type { PairingHost } from '../pairing/pairing-host'
import { answered, neighbourAnswers, nothing, refusedAs, type Answer, type Asking } from './answers'
import { blobAnswers } from './blob-answers'
import { digestOf, gate, type Asked, type Caller, type GateRefusal } from './gate'
import type { ServedDesk } from './served-desk'

export interface ServingParts {
  /** Null while the desk is locked: then nobody is answered. */
  readonly desk: () => ServedDesk | null
  /** The invitation that is open now. */
  readonly pairing: () => PairingHost | null
  readonly craft: Craft
  readonly now: () => number
  /** A machine of the office has asked for something, signed. */
  readonly onCaller: (chain: string) => void
  readonly onTaken: () => void
}

/** age adds a header and sixteen bytes to every 64 KiB. */
const mostSealedBytes = mostSegmentBytes + 64 * 1024
const mostPairingBytes = 16 * 1024

/**
 * The office's own line: the same calls as headquarters', out of the ledger of the machine that serves, for its other machines.
 * Without TLS: every request and answer is signed, and every body is sealed for the machine that it goes to.
 */
export async function neighbourServer(parts: ServingParts): Promise<FastifyInstance> {
  const { fastify } = await import('fastify')
  const server = fastify({
    ...{ logger: false, bodyLimit: mostPairingBytes, exposeHeadRoutes: false, forceCloseConnections: true },
    ...{ requestTimeout: 60_000, keepAliveTimeout: 10_000, connectionTimeout: 60_000 },
  })
  server.server.maxConnections = 64
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.setNotFoundHandler((_request, reply) => send(reply, refusedAs(404, 'notFound')))
  server.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const isTheirs = error.statusCode !== undefined && error.statusCode < 500
    return send(reply, isTheirs ? refusedAs(400, 'badInput') : refusedAs(500, 'failed'))
  })
  server.get('/v1/line', (_request, reply) => {
    const desk = parts.desk()
    return send(reply, desk ? answered(200, ownLine(desk.ledger)) : refusedAs(503, 'storeAway'))
  })
  exchangeCalls(server, parts)
  pairingCalls(server, parts)
  return server
}

function exchangeCalls(server: FastifyInstance, parts: ServingParts): void {
  const guard = gate({ now: parts.now, proof: parts.craft })
  const answers = neighbourAnswers(parts)
  const route = (method: HTTPMethods, url: string, answer: (asking: Asking) => Answer | Promise<Answer>): void => {
    const atTheDoor = async (request: FastifyRequest, reply: FastifyReply) => {
      const desk = parts.desk()
      if (!desk) return send(reply, refusedAs(503, 'storeAway'))
      const met = guard.atTheDoor(askedBy(request), desk)
      if (!('refused' in met)) return undefined
      return send(reply, signedBy(parts, desk, { request, answer: refusedAs(statuses[met.refused], met.refused) }))
    }
    server.route({
      ...{ method, url, bodyLimit: mostSealedBytes, onRequest: atTheDoor },
      handler: async (request, reply) => {
        const desk = parts.desk()
        const caller = desk && guard.atTheDoor(askedBy(request), desk)
        if (!desk || !caller || 'refused' in caller) return send(reply, refusedAs(503, 'storeAway'))
        const body = await bodyOf(request, desk)
        const refused = body ? guard.withBody(askedBy(request), body, caller) : 'notSigned'
        if (!body || refused)
          return send(reply, signedBy(parts, desk, { request, answer: refusedAs(401, refused ?? '') }))
        parts.onCaller(caller.chain)
        const { params, query, headers } = request
        const asking = { desk, caller, params: params as Asking['params'], query, headers, body }
        return sendSealed(reply, signedBy(parts, desk, { request, answer: await answer(asking) }), caller)
      },
    })
  }
  route('GET', '/v1/heads', answers.heads)
  route('POST', '/v1/segments', answers.segment)
  route('GET', '/v1/chains/:chain/acts', answers.acts)
  route('GET', '/v1/keys', answers.keys)
  route('POST', '/v1/keys', answers.takeKeys)
  const blobs = blobAnswers()
  route('HEAD', '/v1/blobs/:digest', blobs.held)
  route('GET', '/v1/blobs/:digest', blobs.piece)
  route('PUT', '/v1/blobs/:digest', blobs.keep)
}

const statuses: Readonly<Record<GateRefusal, number>> = {
  notSigned: 401,
  clockApart: 401,
  repeated: 401,
  unknownCaller: 404,
  machineClosed: 403,
}

function pairingCalls(server: FastifyInstance, { pairing }: ServingParts): void {
  const route = <S extends keyof typeof pairingMessages>(
    step: string,
    shape: S,
    answer: (host: PairingHost, message: never) => { ok: true; value: unknown } | { ok: false; problem: unknown },
  ): void => {
    server.post(`/v1/pairing/${step}`, (request, reply) => {
      const host = pairing()
      if (!host) return send(reply, refusedAs(404, 'notOpen'))
      const message = pairingMessages[shape].safeParse(jsonOf(request.body))
      if (!message.success) return send(reply, refusedAs(400, 'notUnderstood'))
      const done = answer(host, message.data as never)
      if (!done.ok) return send(reply, answered(403, done.problem))
      return send(reply, done.value === undefined ? nothing : answered(200, done.value))
    })
  }
  route('hello', 'hello', (host, message) => host.hello(message))
  route('reveal', 'reveal', (host, message) => host.reveal(message))
  route('request', 'request', (host, message) => host.request(message))
  route('answer', 'wait', (host, message) => host.wait(message))
}

const askedBy = (request: FastifyRequest): Asked => ({
  method: request.method,
  path: request.raw.url ?? '',
  headers: request.headers,
})

/** Null where a body came that is not sealed for this machine. */
async function bodyOf({ body, headers }: FastifyRequest, desk: ServedDesk): Promise<Uint8Array | null> {
  if (!Buffer.isBuffer(body) || body.length === 0) return new Uint8Array()
  return headers[sealedHeader] === undefined ? null : openSealed(body, desk.identities())
}

type Signed = Answer & { readonly headers: Readonly<Record<string, string>> }

interface ToSign {
  readonly request: FastifyRequest
  readonly answer: Answer
}

/** For the nonce of the request, over the body as it is before it is sealed. */
function signedBy({ now }: ServingParts, desk: ServedDesk, { request, answer }: ToSign): Signed {
  const at = new Date(now()).toISOString()
  const nonce = String(request.headers['records-desk-nonce'] ?? '').slice(0, 64)
  const signed = answer.isBlob ? new Uint8Array() : answer.body
  const note = answerNote({ nonce, status: answer.status, bodyDigest: digestOf(signed), at })
  const signature = desk.sign(Buffer.from(note)).toString('base64')
  return { ...answer, headers: { ...answer.headers, [answerTimeHeader]: at, [answerSignatureHeader]: signature } }
}

async function sendSealed(reply: FastifyReply, answer: Signed, { publicKey }: Caller): Promise<FastifyReply> {
  if (answer.body.length === 0) return send(reply, answer)
  const sealed = await sealFor(publicKey, answer.body)
  return send(reply, { ...answer, body: sealed, headers: { ...answer.headers, [sealedHeader]: '1' } })
}

function send(reply: FastifyReply, { status, body, type, headers = {} }: Answer & Partial<Signed>): FastifyReply {
  reply.code(status).headers(headers)
  if (type !== undefined) reply.type(type)
  return body.length === 0 ? reply.send() : reply.send(Buffer.from(body))
}

function jsonOf(body: unknown): unknown {
  try {
    return Buffer.isBuffer(body) ? JSON.parse(body.toString()) : null
  } catch {
    return null
  }
}
