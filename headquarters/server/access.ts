import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { callHeaders } from '#shared/contracts/headquarters-api'
import { requestNote } from '#shared/ledger/exchange/request-note'
import { boundTo, type BoundOffice } from '../store/bound-office'
import { machinesOf, type FoundMachine, type Machine } from '../store/machines'
import { refuse } from './answers'
import { craft, digestOf } from './craft'
import { Nonces } from './nonces'
import type { Parts } from './parts'
import { trustedKey } from './trusted-key'

/** A machine of an office, whose signature was good. */
export interface Caller {
  readonly office: BoundOffice
  readonly machine: Machine
}

/** Who may use a route. `anybody` proves nothing; a machine signs; an operator has the token. */
export type Who = 'anybody' | 'machine' | 'desk' | 'operator'

/** A machine's clock and headquarters' may differ by so much; beyond it the machine is told the time and signs again. */
const mostApartMs = 5 * 60_000

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
    /** Machines of whatever office that bear the chain's id. */
    candidates: readonly FoundMachine[]
    /** Of the signed request: the answer is signed for it. */
    callNonce: string | null
  }
  interface FastifyContextConfig {
    who?: Who
  }
}

export interface Gate {
  /** Before the body is read: strangers send none. */
  atTheDoor(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined>
  /** With the body, which is signed too. */
  withBody(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined>
}

export function gate(parts: Parts): Gate {
  const nonces = new Nonces(2 * mostApartMs)
  const startedAt = parts.now()
  return {
    async atTheDoor(request, reply) {
      const { who } = request.routeOptions.config
      if (who === undefined) return refuse(reply, 'notFound')
      if (who === 'anybody') return undefined
      if (who === 'operator') return isOperator(parts, request) ? undefined : refuse(reply, 'notOperator')
      const headers = callHeaders.safeParse(request.headers)
      if (!headers.success) return refuse(reply, 'notSigned')
      request.callNonce = headers.data['records-desk-nonce']
      const now = parts.now()
      const sentAt = Date.parse(headers.data['records-desk-sent-at'])
      if (Math.abs(now - sentAt) > mostApartMs || sentAt < startedAt - toleranceMs) return refuse(reply, 'clockApart')
      request.candidates = (await machinesOf(parts.db, headers.data['records-desk-chain'])).filter(isCaller)
      return request.candidates.length > 0 ? undefined : refuse(reply, 'unknownCaller')
    },
    async withBody(request, reply) {
      const { who } = request.routeOptions.config
      if (who !== 'machine' && who !== 'desk') return undefined
      const headers = callHeaders.parse(request.headers)
      const caller = await callerOf(parts, request, headers)
      if (!caller) return refuse(reply, 'notSigned')
      if (caller === 'closed') return refuse(reply, 'machineClosed')
      // Only what was signed uses a nonce up: a stranger cannot spend another one's.
      const { chain } = caller.machine
      if (!nonces.take(chain, headers['records-desk-nonce'], parts.now())) return refuse(reply, 'repeated')
      if (who === 'desk' && caller.machine.role !== 'desk') return refuse(reply, 'notThisRole')
      request.caller = caller
      return undefined
    },
  }
}

/** A request that was signed a moment before the server began may still be on its way. */
const toleranceMs = 1_000

/** Headquarters' own chain asks nothing of itself. */
const isCaller = ({ cameBy }: Machine): boolean => cameBy !== 'own'

async function callerOf(
  parts: Parts,
  request: FastifyRequest,
  headers: ReturnType<typeof callHeaders.parse>,
): Promise<Caller | 'closed' | null> {
  const note = requestNote({
    ...{ method: request.method, path: request.raw.url ?? '', bodyDigest: digestOf(bodyOf(request)) },
    ...{ sentAt: headers['records-desk-sent-at'], nonce: headers['records-desk-nonce'] },
  })
  for (const machine of request.candidates) {
    const { office } = machine
    if (office.ledger === null) continue
    const bound = boundTo(office, office.ledger)
    const trusted = await trustedKey(parts, bound, machine.chain)
    if (!trusted || !craft.verifyNote(trusted.publicKey, note, headers['records-desk-signature'])) continue
    return machine.isClosed || trusted.isRevoked ? 'closed' : { office: bound, machine }
  }
  return null
}

function isOperator({ operatorDigest }: Parts, { headers }: FastifyRequest): boolean {
  const [, token] = /^Bearer ([\w-]{20,100})$/.exec(headers.authorization ?? '') ?? []
  return token !== undefined && timingSafeEqual(Buffer.from(digestOf(token), 'hex'), Buffer.from(operatorDigest, 'hex'))
}

export const bodyOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))

/** Of a route that only machines reach. */
export function callerIn(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('a route without a caller')
  return request.caller
}
