import type { FastifyInstance } from 'fastify'
import { enrolled, enrolment } from '#shared/contracts/headquarters-api'
import { enrol, type EnrolmentProblem } from '../enrol'
import type { Parts } from '../parts'
import { readJson, tell } from '../route'

const mostBytes = 3 * 1024 * 1024

export function enrolmentRoutes(server: FastifyInstance, parts: Parts): void {
  const rateLimit = { max: parts.config.enrolmentsAMinute, timeWindow: 60_000 }
  const options = { config: { who: 'anybody' as const, rateLimit }, bodyLimit: mostBytes }
  server.post('/v1/enrolments', options, async (request, reply) => {
    const asked = readJson(request, enrolment)
    const answer = await enrol(parts, asked)
    const kind = answer.ok ? 'enrolled' : answer.problem.kind
    request.log.info({ kind, ...(answer.ok ? { chain: asked.chain } : {}) }, 'enrolment')
    if (answer.ok) return tell(reply.code(201), enrolled, answer.value)
    return reply.code(statuses[answer.problem.kind]).send(answer.problem)
  })
}

const statuses: Readonly<Record<EnrolmentProblem['kind'], number>> = {
  codeMistyped: 422,
  codeRefused: 403,
  notSigned: 401,
  otherOffice: 409,
  chainKnown: 409,
  openingRefused: 422,
}
