import type { FastifyInstance } from 'fastify'
import { blobType, offeredPackages, updatePath, updatePiece, updatesQuery } from '#shared/contracts/headquarters-api'
import { refuse } from '../answers'
import type { Parts } from '../parts'
import { readShape, tell } from '../route'
import { updatesOf } from '../updates/update-command'

/** The same packages for the machines of all offices. Whether one is genuine, the machine that takes it finds out. */
export function updateRoutes(server: FastifyInstance, parts: Parts): void {
  const updates = updatesOf(parts)
  const config = { who: 'machine' as const }

  server.get('/v1/updates', { config }, async (request, reply) => {
    const { platform, arch } = readShape(request.query, updatesQuery)
    const fitting = updates.list().filter(one => one.platform === platform && one.arch === arch)
    return tell(reply, offeredPackages, { packages: fitting.slice(0, mostOffered) })
  })

  server.get('/v1/updates/:digest', { config }, async (request, reply) => {
    const { digest } = readShape(request.params, updatePath)
    const read = updates.read(digest, readShape(request.query, updatePiece))
    if (read === null) return refuse(reply, 'notFound')
    return read === 'beyond' ? refuse(reply, 'beyondEnd') : reply.type(blobType).send(read)
  })
}

const mostOffered = 200
