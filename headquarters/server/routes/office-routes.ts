import type { FastifyInstance } from 'fastify'
import { namedOffice, officeNaming, officePlace, removedOffice } from '#shared/contracts/headquarters-console'
import { renameOffice } from '../../store/offices'
import { removeOffice } from '../../store/remove-office'
import { refuse } from '../answers'
import type { Parts } from '../parts'
import { readJson, readShape, tell } from '../route'

/** For people at headquarters: an office gets another name, or was added by mistake. */
export function officeRoutes(server: FastifyInstance, { db }: Parts): void {
  const config = { who: 'operator' as const }

  server.post('/v1/console/offices/:officeId/name', { config }, async (request, reply) => {
    const place = readShape(request.params, officePlace)
    const named = { ...place, ...readJson(request, officeNaming) }
    if (!(await renameOffice(db, named))) return refuse(reply, 'notFound')
    request.log.info({ kind: 'officeRenamed', office: place.officeId }, 'office renamed')
    return tell(reply, namedOffice, named)
  })

  server.post('/v1/console/offices/:officeId/removal', { config }, async (request, reply) => {
    const { officeId } = readShape(request.params, officePlace)
    const removed = await removeOffice(db, officeId)
    if (removed === 'unknown') return refuse(reply, 'notFound')
    if (removed === 'inUse') return reply.code(409).send({ kind: 'officeInUse' })
    request.log.info({ kind: 'officeRemoved', office: officeId }, 'office removed')
    return tell(reply, removedOffice, { officeId })
  })
}
