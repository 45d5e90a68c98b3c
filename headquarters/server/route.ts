import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { bodyOf } from './access'

/** What was asked is not of the contract's shape. The path of a field, never its value. */
export class BadInput extends Error {
  readonly detail: string
  constructor(detail: string) {
    super('bad input')
    this.detail = detail
  }
}

export function readJson<S extends z.ZodType>(request: FastifyRequest, shape: S): z.output<S> {
  let value: unknown
  try {
    value = JSON.parse(bodyOf(request).toString())
  } catch {
    throw new BadInput('body')
  }
  return readShape(value, shape)
}

export function readShape<S extends z.ZodType>(value: unknown, shape: S): z.output<S> {
  const read = shape.safeParse(value)
  if (read.success) return read.data
  throw new BadInput(read.error.issues[0]?.path.map(String).join('.') || 'body')
}

/** Checked before it leaves: what the contract does not name is not told. */
export function tell<S extends z.ZodType>(reply: FastifyReply, shape: S, value: z.input<S>): FastifyReply {
  return reply.send(shape.parse(value))
}
