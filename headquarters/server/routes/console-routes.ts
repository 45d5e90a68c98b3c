import type { FastifyInstance } from 'fastify'
import {
  addedOffice,
  closed,
  closing,
  codeWish,
  issuedCode,
  machinePlace,
  machinesAnswer,
  newOffice,
  officePlace,
  officesAnswer,
} from '#shared/contracts/headquarters-console'
import { addOffice, findOffice } from '../../store/offices'
import { refuse } from '../answers'
import { closeForGood } from '../machines/close-machine'
import { issueCode } from '../codes'
import { machinesShown } from '../machines/machines-shown'
import { officesNow } from '../offices-now'
import type { Parts } from '../parts'
import { readJson, readShape, tell } from '../route'

/** For people at headquarters, who have the token. They see sums, and no act. */
export function consoleRoutes(server: FastifyInstance, parts: Parts): void {
  const config = { who: 'operator' as const }
  const { db } = parts

  server.get('/v1/console/offices', { config }, async (_request, reply) =>
    tell(reply, officesAnswer, await officesNow(parts)),
  )

  server.post('/v1/console/offices', { config }, async (request, reply) => {
    const wish = readJson(request, newOffice)
    const officeId = await addOffice(db, { ...wish, at: new Date(parts.now()) })
    return tell(reply.code(201), addedOffice, { officeId })
  })

  server.post('/v1/console/offices/:officeId/codes', { config }, async (request, reply) => {
    const { officeId } = readShape(request.params, officePlace)
    const { role } = readJson(request, codeWish)
    const issued = (await findOffice(db, officeId)) && (await issueCode(parts, officeId, role))
    if (!issued) return refuse(reply, 'notFound')
    request.log.info({ kind: 'codeIssued', office: officeId, role }, 'code issued')
    const { code, expiresAt } = issued
    return tell(reply.code(201), issuedCode, { code, expiresAt: expiresAt.toISOString(), keyPrint: parts.key.print })
  })

  server.get('/v1/console/offices/:officeId/machines', { config }, async (request, reply) => {
    const office = await findOffice(db, readShape(request.params, officePlace).officeId)
    if (!office) return refuse(reply, 'notFound')
    return tell(reply, machinesAnswer, { machines: await machinesShown(parts, office) })
  })

  server.post('/v1/console/offices/:officeId/machines/:chain/closing', { config }, async (request, reply) => {
    const place = readShape(request.params, machinePlace)
    const done = await closeForGood(parts, { ...place, ...readJson(request, closing) })
    if (!done) return refuse(reply, 'notFound')
    request.log.info({ kind: 'machineClosed', office: place.officeId, chain: place.chain }, 'machine closed')
    return tell(reply, closed, done)
  })
}
