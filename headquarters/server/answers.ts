import type { FastifyReply } from 'fastify'

/** Why a request was not heard, or not done: told as data, with its status. `detail` names a field, never a value. */
export interface Refusal {
  readonly kind: string
  readonly detail?: string
  /** Of the log's line about a bug. */
  readonly reference?: string
}

export const refusals = {
  notSigned: 401,
  clockApart: 401,
  repeated: 401,
  notOperator: 401,
  machineClosed: 403,
  notThisRole: 403,
  notFound: 404,
  /** The chain that signed is none of an office here (any more, or not yet). */
  unknownCaller: 404,
  badInput: 400,
  tooLarge: 413,
  notThisType: 415,
  beyondEnd: 416,
  tooOften: 429,
  failed: 500,
  storeAway: 503,
} as const

export const refuse = (
  reply: FastifyReply,
  kind: keyof typeof refusals,
  more: Omit<Refusal, 'kind'> = {},
): FastifyReply => reply.code(refusals[kind]).send({ kind, ...more })
