import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { chainId } from '#shared/contracts/exchange-shapes'
import { actsQuery, heads, segmentAnswer, segmentStatus, segmentType } from '#shared/contracts/headquarters-api'
import { contact } from '#shared/contracts/headquarters-console'
import { mostSegmentBytes, packSegment } from '#shared/ledger/exchange/segment'
import { RunTurns, type TakeRun } from '#shared/ledger/exchange/run-turns'
import { readSegment, takeRun, type TakenSegment } from '#shared/ledger/exchange/take-segment'
import { actsAfter, headsHeld, receivedAtOf } from '../../store/held'
import { inBoundOffice } from '../../store/bound-office'
import { keepContact, keepSight } from '../../store/machines'
import { keepReceived } from '../../store/sendings'
import { sayOfClock } from '../say-of-clock'
import { noteForked, noteTold } from '../note-told'
import { bodyOf, callerIn, type Caller } from '../access'
import { refuse } from '../answers'
import { craft } from '../craft'
import { storeParts, type Parts } from '../parts'
import { craftKnowing, goodAhead } from '../prove-ahead'
import { receiptFor } from '../receipts'
import { readJson, readShape, tell } from '../route'

/** Acts in and out. What becomes of them `shared/ledger/exchange` decides; here it is carried. */
export function exchangeRoutes(server: FastifyInstance, parts: Parts): void {
  const turns = new RunTurns()
  server.get('/v1/heads', { config: { who: 'machine' } }, async (request, reply) => {
    const { office, machine } = callerIn(request)
    await keepSight(parts.db, { officeId: office.officeId, chain: machine.chain, at: new Date(parts.now()) })
    const held = await headsHeld(parts.db, office.officeId)
    noteTold(parts, office.officeId, held)
    const receipts = held.map(({ isOwn: _isOwn, ...head }) => receiptFor(parts, { office: office.ledger, ...head }))
    return tell(reply, heads, { receipts, now: new Date(parts.now()).toISOString() })
  })

  server.post('/v1/segments', { config: { who: 'desk' }, bodyLimit: mostSegmentBytes }, async (request, reply) => {
    if (request.headers['content-type'] !== segmentType) return refuse(reply, 'notThisType')
    const { office, machine } = callerIn(request)
    const receivedAt = new Date(parts.now())
    const taken = await takenFrom(bodyOf(request), { parts, office, machine, receivedAt, turns })
    parts.metrics.count('segments_total', { kind: taken.kind })
    if (taken.kind === 'fork') await noteForked(parts, office.officeId, taken)
    const status = segmentStatus[taken.kind]
    if (taken.kind !== 'taken') return tell(reply.code(status), segmentAnswer, taken)
    parts.metrics.count('acts_taken_total', {}, taken.added)
    request.log.info({ kind: 'segment', office: office.officeId, chain: taken.head.chain, added: taken.added }, 'taken')
    const receipt = receiptFor(parts, { office: office.ledger, ...taken.head, receivedAt: taken.receivedAt })
    return tell(reply.code(status), segmentAnswer, { ...answerOf(taken), receipt })
  })

  server.get('/v1/chains/:chain/acts', { config: { who: 'machine' } }, async (request, reply) => {
    const { office } = callerIn(request)
    const { chain } = readShape(request.params, z.object({ chain: chainId }))
    const { after, limit } = readShape(request.query, actsQuery)
    const acts = await actsAfter(parts.db, office.officeId, { chain, after, limit })
    if (!acts) return refuse(reply, 'notFound')
    await keepReceived(parts.db, {
      officeId: office.officeId,
      holds: [{ chain, seq: after }],
      at: new Date(parts.now()),
    })
    if (acts.length === 0) return reply.code(204).send()
    return reply.type(segmentType).send(Buffer.from(packSegment(acts, craft)))
  })

  server.post('/v1/contact', { config: { who: 'machine' } }, async (request, reply) => {
    const { office, machine } = callerIn(request)
    const { program, backlog, scans = null, machineAt, holds = [] } = readJson(request, contact)
    const now = parts.now()
    await keepReceived(parts.db, { officeId: office.officeId, holds, at: new Date(now) })
    await keepContact(parts.db, {
      ...{ officeId: office.officeId, chain: machine.chain, at: new Date(now), program, backlog, scans },
      clockOffsetMs: Date.parse(machineAt) - now,
    })
    return reply.code(204).send()
  })
}

interface Sender extends Caller {
  readonly parts: Parts
  readonly receivedAt: Date
  readonly turns: RunTurns
}

type Taken = Extract<TakenSegment, { kind: 'taken' }>
type Answered = Exclude<TakenSegment, Taken> | (Taken & { readonly receivedAt: Date })

/**
 * Read, and verified under the sender's key, before the transaction begins, while the segment before it is still being
 * stored; what another chain signed is verified within it.
 */
async function takenFrom(bytes: Uint8Array, sender: Sender): Promise<Answered> {
  const read = readSegment(bytes, craft)
  if (!read.ok) return read.problem
  const run = read.value
  const turn = sender.turns.enter(run, sender.office.officeId)
  try {
    const good = run.chain === sender.machine.chain ? await goodAhead(run, sender.machine.publicKey) : new Set<string>()
    return await turn.take<Answered>(good, stored(sender))
  } finally {
    turn.leave()
  }
}

const stored =
  ({ parts, office, receivedAt }: Sender): TakeRun<Answered> =>
  async (run, good, isJoined) => {
    try {
      return await inBoundOffice(storeParts(parts), office, async transaction => {
        const taken = await takeRun(transaction, { run, receivedAt: receivedAt.toISOString() }, craftKnowing(good))
        if (isJoined && taken.kind !== 'taken') throw new NotAsOne()
        await sayOfClock(parts, transaction, taken)
        if (taken.kind !== 'taken') return taken
        const heldSince = taken.added > 0 ? receivedAt : await receivedAtOf(transaction, taken.head.chain)
        return { ...taken, receivedAt: heldSince }
      })
    } catch (cause) {
      if (cause instanceof NotAsOne) return null
      throw cause
    }
  }

/** Several segments that are not all taken: the transaction leaves nothing, and each is looked at by itself. */
class NotAsOne extends Error {}

const answerOf = ({ kind, head, added, notes, clockAhead }: Taken) => ({
  ...{ kind, head, added, notes: [...notes], clockAhead },
})
