import path from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import {
  blobHeldHeader,
  blobOffsetHeader,
  blobPath,
  blobSizeHeader,
  blobType,
} from '#shared/contracts/headquarters-api'
import { blobFolder } from '../../store/blob-folder'
import { keepBlobRow } from '../../store/blob-rows'
import { bodyOf, callerIn } from '../access'
import { refuse } from '../answers'
import type { Parts } from '../parts'
import { readShape } from '../route'

const mostPartBytes = 8 * 1024 * 1024
/** As at the counter: a scan has at most 50 MiB, and its seal adds little. */
export const mostBlobBytes = 64 * 1024 * 1024

const count = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const pieceQuery = z.object({ from: count.default(0), most: count.min(1).optional() })
const partHeaders = z.object({ [blobOffsetHeader]: count.default(0), [blobSizeHeader]: count.optional() })

export function blobRoutes(server: FastifyInstance, parts: Parts): void {
  const blobs = blobFolder(path.join(parts.config.folder, 'blobs'), mostBlobBytes)
  const url = '/v1/blobs/:digest'

  server.head(url, { config: { who: 'machine' } }, async (request, reply) => {
    const place = { officeId: callerIn(request).office.officeId, ...readShape(request.params, blobPath) }
    const whole = blobs.whole(place)
    if (whole === null) return reply.code(404).header(blobHeldHeader, blobs.begun(place)).send()
    // Whoever hears that it is here brings it no more: where the database is older than the folder, it has to be in the list.
    await keepBlobRow(parts.db, { ...place, bytes: whole, at: new Date(parts.now()) })
    return reply.header('content-length', whole).send()
  })

  server.get(url, { config: { who: 'machine' }, exposeHeadRoute: false }, async (request, reply) => {
    const place = { officeId: callerIn(request).office.officeId, ...readShape(request.params, blobPath) }
    const piece = readShape(request.query, pieceQuery)
    return blobs.whole(place) === null ? refuse(reply, 'notFound') : reply.type(blobType).send(blobs.read(place, piece))
  })

  server.put(url, { config: { who: 'desk' }, bodyLimit: mostPartBytes }, async (request, reply) => {
    const place = { officeId: callerIn(request).office.officeId, ...readShape(request.params, blobPath) }
    const { [blobOffsetHeader]: offset, [blobSizeHeader]: size = null } = readShape(request.headers, partHeaders)
    const kept = await blobs.keep({ ...place, offset, size, bytes: bodyOf(request) })
    if (kept.kind === 'whole') await keepBlobRow(parts.db, { ...place, bytes: kept.bytes, at: new Date(parts.now()) })
    return answer[kept.kind](reply, 'held' in kept ? kept.held : 0)
  })
}

type Answer = (reply: FastifyReply, held: number) => FastifyReply

const answer: Readonly<Record<'whole' | 'begun' | 'otherOffset' | 'otherDigest' | 'tooLarge', Answer>> = {
  whole: reply => reply.code(201).send(),
  begun: (reply, held) => reply.code(202).header(blobHeldHeader, held).send(),
  otherOffset: (reply, held) => reply.code(409).header(blobHeldHeader, held).send({ kind: 'otherOffset' }),
  otherDigest: reply => reply.code(422).send({ kind: 'otherDigest' }),
  tooLarge: reply => refuse(reply, 'tooLarge'),
}
