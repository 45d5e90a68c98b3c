import type { FastifyInstance } from 'fastify'
import { isReachable } from '../../store/database'
import type { Parts } from '../parts'

/** For whoever watches the machine. `/metrics` asks for the operator's token: how busy offices are is not for everybody. */
export function watchRoutes(server: FastifyInstance, parts: Parts): void {
  server.get('/health', { config: { who: 'anybody' } }, async (_request, reply) => {
    const store = (await isReachable(parts.db)) ? 'ready' : 'away'
    return reply.code(store === 'ready' ? 200 : 503).send({ store, at: new Date(parts.now()).toISOString() })
  })

  server.get('/metrics', { config: { who: 'operator' } }, (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(parts.metrics.text(parts.now())),
  )
}
