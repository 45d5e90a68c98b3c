import type { FastifyInstance } from 'fastify'
import { officePlace } from '#shared/contracts/headquarters-console'
import {
  documentsAnswer,
  documentsQuery,
  mostDocumentsFound,
  newSending,
  quarantineAnswer,
  quarantineDecision,
  quarantinePlace,
  sendingAnswer,
  sendingPlace,
  sendingsAnswer,
  sentTo,
  settledQuarantine,
} from '#shared/contracts/headquarters-sendings'
import { allOffices, findOffice } from '../../store/offices'
import { publicDocuments } from '../../store/public-documents'
import { allSendings, sendingAtOffices } from '../../store/sendings'
import { refuse } from '../answers'
import type { Parts } from '../parts'
import { readJson, readShape, tell } from '../route'
import { contentProblem, sendTo } from '../send'
import { quarantineShown, settleQuarantine } from '../settle-quarantine'

const mostSendingBytes = 2 * 1024 * 1024
const mostListed = 500

/** For people at headquarters: what goes to offices, what came of it, and what waits in quarantine. */
export function sendingRoutes(server: FastifyInstance, parts: Parts): void {
  const config = { who: 'operator' as const }
  const { db } = parts

  server.get('/v1/console/sendings', { config }, async (_request, reply) => {
    const sendings = await allSendings(db, mostListed)
    return tell(reply, sendingsAnswer, {
      sendings: sendings.map(one => ({ ...one, sentAt: one.sentAt.toISOString() })),
    })
  })

  server.post('/v1/console/sendings', { config, bodyLimit: mostSendingBytes }, async (request, reply) => {
    const wish = readJson(request, newSending)
    const problem = contentProblem(wish.content)
    if (problem) return reply.code(422).send({ kind: 'contentRefused', detail: problem.kind })
    const done = await sendTo(parts, wish)
    const added = done.results.filter(({ outcome }) => outcome === 'sent').length
    request.log.info({ kind: 'sending', added }, 'sent')
    return tell(reply.code(201), sentTo, done)
  })

  server.get('/v1/console/sendings/:sendingId', { config }, async (request, reply) => {
    const { sendingId } = readShape(request.params, sendingPlace)
    const rows = await sendingAtOffices(db, sendingId)
    const [first] = rows
    if (!first) return refuse(reply, 'notFound')
    const names = new Map((await allOffices(db)).map(({ officeId, name }) => [officeId, name]))
    const offices = rows.map(({ officeId, receivedAt, answer, reason, answeredAt, readers }) => ({
      ...{ officeId, name: names.get(officeId) ?? '', answer, reason, readers },
      ...{ receivedAt: receivedAt?.toISOString() ?? null, answeredAt: answeredAt?.toISOString() ?? null },
    }))
    const { kind, title, sentAt } = first
    return tell(reply, sendingAnswer, { sendingId, kind, title, sentAt: sentAt.toISOString(), offices })
  })

  server.get('/v1/console/offices/:officeId/documents', { config }, async (request, reply) => {
    const { officeId } = readShape(request.params, officePlace)
    const { words } = readShape(request.query, documentsQuery)
    if (!(await findOffice(db, officeId))) return refuse(reply, 'notFound')
    const found = await publicDocuments(db, { officeId, words, most: mostDocumentsFound })
    const documents = found.map(({ documentId, document: { details }, text }) => ({
      ...{ documentId, text, details: { ...details, publishedOn: details.publishedOn ?? '' } },
    }))
    return tell(reply, documentsAnswer, { documents })
  })

  server.get('/v1/console/offices/:officeId/quarantine', { config }, async (request, reply) => {
    const { officeId } = readShape(request.params, officePlace)
    if (!(await findOffice(db, officeId))) return refuse(reply, 'notFound')
    return tell(reply, quarantineAnswer, await quarantineShown(parts, officeId))
  })

  server.post('/v1/console/offices/:officeId/quarantine/:hash', { config }, async (request, reply) => {
    const place = readShape(request.params, quarantinePlace)
    const decision = readJson(request, quarantineDecision)
    const done = await settleQuarantine(parts, { ...place, ...decision })
    if (!done.ok)
      return done.problem.kind === 'notFound' ? refuse(reply, 'notFound') : reply.code(409).send(done.problem)
    request.log.info({ kind: 'quarantineSettled', office: place.officeId }, 'quarantine settled')
    return tell(reply, settledQuarantine, { decision: decision.decision })
  })
}
