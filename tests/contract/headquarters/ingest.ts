import { randomBytes, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readReceipt, weighReceipt } from '#shared/ledger/exchange/receipt'
import { writeLine } from '#shared/ledger/exchange/signed-act'
import { craft, digestOf } from '../../../headquarters/server/craft'
import { inOffice } from '../../../headquarters/store/database'
import { monthOfOffice, yearOfAll } from '../../../headquarters/store/statistics'
import { rebuildOffice } from '../../../headquarters/store/projection/rebuild'
import { hashOfAct } from '../../support/headquarters/test-machine'
import { linesOf, send, type TestHeadquarters } from '../../support/headquarters/test-headquarters'

export function ingestTests(of: () => TestHeadquarters): void {
  const held = (officeId: number) =>
    inOffice(of().parts.db, officeId, async rows => ({
      acts: await rows.selectFrom('act').select(['seq', 'hash', 'body']).orderBy('chain_id').orderBy('seq').execute(),
      cases: await rows.selectFrom('case_fact').selectAll().orderBy('subject').execute(),
      days: await rows.selectFrom('stat_day').selectAll().orderBy('day').orderBy('status').execute(),
      poison: await rows.selectFrom('poison').select(['seq', 'why']).orderBy('seq').execute(),
      quarantine: await rows.selectFrom('quarantine').select(['seq', 'reason']).orderBy('seq').execute(),
      health: await rows.selectFrom('health').select(['acts', 'quarantined']).execute(),
    }))

  describe('acts that come in', () => {
    test('are stored as they were signed, receipted by their hash, and folded into cases and sums', async () => {
      const machine = await of().enrolled()
      machine.visit('2026-03-02')
      const { status, json } = await of().call(machine, send(machine, 1))
      expect([status, json['kind'], json['added']]).toEqual([200, 'taken', 13])
      const receipt = readReceipt(json['receipt'] as never, of().parts.key.publicKey, craft)!
      expect(weighReceipt(receipt, () => machine.head.hash)).toEqual({ kind: 'counts', head: machine.head })
      const { acts, cases, days, health } = await held(machine.officeId)
      expect(acts.map(({ body }) => body)).toEqual(machine.acts.map(({ body }) => body))
      expect(acts.map(({ hash }) => hash.toString('hex'))).toEqual(machine.acts.map(({ body }) => hashOfAct(body)))
      // Received Mon 2 March 2026; 清明 is Sat 4 to Mon 6 April, so that the twentieth working day is 30 March.
      const wanted = { status: 'served', due_on: '2026-03-30', certainty: 'final', decision: 'NOT_EXIST', acts: 13 }
      expect(cases).toMatchObject([{ ...wanted, request_no: 'YX-A-2026-0001', served_on: '2026-03-02', conflicts: 0 }])
      expect(days).toMatchObject([{ day: '2026-03-02', status: 'served', decision: 'NOT_EXIST', cases: 1 }])
      expect(health).toEqual([{ acts: 14, quarantined: 0 }])
    })

    test('add up to the year of all offices and to the month of one', async () => {
      const { db } = of().parts
      const [one, other] = [await of().enrolled(), await of().enrolled()]
      const before = await yearOfAll(db, 2031)
      one.visit('2031-01-31')
      one.visit('2031-02-01')
      one.visit('2031-02-28', 3)
      one.visit('2032-01-01')
      other.visit('2031-12-31')
      for (const machine of [one, other]) await of().call(machine, send(machine, 1))
      const decided = { applicantType: 'naturalPerson', status: 'served', decision: 'NOT_EXIST' }
      const open = { ...decided, status: 'registered', decision: '' }
      expect(before).toEqual([])
      expect(await yearOfAll(db, 2031)).toEqual([
        { ...open, cases: 1 },
        { ...decided, cases: 3 },
      ])
      expect(await monthOfOffice(db, one.officeId, '2031-02')).toEqual([
        { day: '2031-02-01', ...decided, cases: 1 },
        { day: '2031-02-28', ...open, cases: 1 },
      ])
      expect(await monthOfOffice(db, other.officeId, '2031-02')).toEqual([])
    })

    test('twice, overlapping, or two at a time count once', async () => {
      const machine = await of().enrolled()
      machine.visit()
      const both = await Promise.all([of().call(machine, send(machine, 1)), of().call(machine, send(machine, 1))])
      expect(both.map(({ json }) => json['added']).sort()).toEqual([0, 13])
      expect(both[0].json['receipt']).toEqual(both[1].json['receipt'])
      machine.visit()
      const { json } = await of().call(machine, send(machine, 5))
      expect(json['added']).toBe(13)
      expect((await held(machine.officeId)).health).toEqual([{ acts: 27, quarantined: 0 }])
    })

    test('in two segments at once, the later one called first, leave no hole', async () => {
      const machine = await of().enrolled()
      machine.visit()
      const calls = [send(machine, 7), send(machine, 1, 7)].map(call => of().call(machine, call))
      const [later, earlier] = await Promise.all(calls)
      expect([earlier!.json['kind'], earlier!.json['added']]).toEqual(['taken', 6])
      // It waited for the other one, or was there and gone before that had arrived.
      expect(['taken', 'gap']).toContain(later!.json['kind'])
      const again = await of().call(machine, send(machine, 7))
      expect(again.json['receipt']).toMatchObject({ note: expect.stringContaining(` ${machine.head.seq} `) as string })
      const { acts, cases, health } = await held(machine.officeId)
      expect(acts.map(({ body }) => body)).toEqual(machine.acts.map(({ body }) => body))
      expect([cases.length, health[0]!.acts]).toEqual([1, machine.acts.length])
    })

    test('with a gap are sent back to the head; broken or wrongly signed ones leave nothing', async () => {
      const machine = await of().enrolled()
      machine.visit()
      const gap = await of().call(machine, send(machine, 3))
      expect([gap.status, gap.json['kind'], gap.json['head']]).toMatchObject([428, 'gap', { seq: 1 }])
      const forged = [...machine.acts.slice(1)]
      forged[4] = { ...forged[4]!, signature: forged[3]!.signature }
      const body = gzipSync(forged.map(writeLine).join(''))
      const bad = await of().call(machine, { method: 'POST', path: '/v1/segments', body })
      expect([bad.status, bad.json['kind'], bad.json['seq']]).toEqual([422, 'badSignature', 6])
      const holed = gzipSync([...machine.acts.slice(1, 3), ...machine.acts.slice(4)].map(writeLine).join(''))
      const broken = await of().call(machine, { method: 'POST', path: '/v1/segments', body: holed })
      expect([broken.status, broken.json['kind']]).toEqual([422, 'brokenChain'])
      expect((await held(machine.officeId)).acts).toHaveLength(1)
    })

    test('of a branch that parted are kept apart, and the first stays', async () => {
      const machine = await of().enrolled()
      const restored = machine.copy()
      machine.visit()
      await of().call(machine, send(machine, 1))
      restored.visit()
      const fork = await of().call(restored, send(restored, 1))
      expect([fork.status, fork.json['kind'], fork.json['seq']]).toEqual([409, 'fork', 2])
      const { acts, quarantine, health } = await held(machine.officeId)
      expect(acts.map(({ body }) => body)).toEqual(machine.acts.map(({ body }) => body))
      expect(quarantine).toEqual(restored.acts.slice(1).map((_, at) => ({ seq: at + 2, reason: 'fork' })))
      await of().call(restored, send(restored, 1))
      expect((await held(machine.officeId)).health).toEqual(health)
    })

    test('that nobody here understands, or that no fold can bear, are stored and marked; the others go on', async () => {
      const machine = await of().enrolled()
      const poison = { type: 'request.registered@1', open: { ...registered, requestNo: 'YX\0' } }
      const bad = `request:${randomUUID()}`
      machine.write(bad, poison)
      machine.write(bad, { type: 'request.registered@1', open: { ...registered, receivedOn: '2026-02-31' } })
      machine.write(bad, { type: 'request.registered@1', open: { ...registered, channel: { $gt: '' } } })
      machine.write(`request:${randomUUID()}`, { type: 'request.dreamtOf@9', open: {} })
      machine.write('\0', { type: 'request.registered@1', open: registered })
      machine.visit()
      const { status, json } = await of().call(machine, send(machine, 1))
      expect([status, json['added']]).toEqual([200, 18])
      const notes = [2, 3, 4].map(seq => ({ seq, kind: 'poison' }))
      expect(json['notes']).toEqual([...notes, { seq: 5, kind: 'pending' }])
      const { cases, poison: kept } = await held(machine.officeId)
      expect(kept).toEqual([2, 3, 4].map(seq => ({ seq, why: 'foldFailed' })))
      expect(cases).toMatchObject([{ request_no: 'YX-A-2026-0001', status: 'served' }])
    })

    test('half a character in a word that is counted: the act is marked, and no later one is held up by it', async () => {
      const machine = await of().enrolled()
      const [one, other] = [`request:${randomUUID()}`, `request:${randomUUID()}`]
      const half = { type: 'request.registered@1', open: { ...registered, applicantType: '\ud800' } }
      machine.write(one, half)
      machine.write(other, half)
      await of().call(machine, send(machine, 1))
      machine.write(one, { type: 'request.dreamtOf@9', open: {} })
      machine.visit()
      const { json } = await of().call(machine, send(machine, 3))
      expect([json['kind'], json['added']]).toEqual(['taken', 14])
      const { cases, poison } = await held(machine.officeId)
      expect(poison).toEqual([2, 3].map(seq => ({ seq, why: 'foldFailed' })))
      expect(cases).toMatchObject([{ status: 'served' }])
    })

    test('of two machines on one case are folded together, whoever comes first', async () => {
      const one = await of().enrolled()
      const two = await of().enrolled({ officeId: one.officeId, office: one.office })
      const subject = one.visit()
      two.write(subject, { type: 'request.examined@1', open: { elementsComplete: true, withinRemit: false } })
      await Promise.all([of().call(one, send(one, 1)), of().call(two, send(two, 1))])
      const { cases } = await held(one.officeId)
      expect(cases).toMatchObject([{ subject, status: 'served', conflicts: 1, acts: 14 }])
    })

    test('projections made anew are the same, row by row', async () => {
      const machine = await of().enrolled()
      for (let i = 0; i < 6; i++) machine.visit(`2026-03-0${2 + (i % 3)}`)
      for (let at = 1; at < machine.acts.length; at += 17) await of().call(machine, send(machine, at, at + 17))
      const before = await held(machine.officeId)
      expect(before.cases).toHaveLength(6)
      expect(await rebuildOffice(of().parts.db, machine.officeId, of().parts.calendars)).toBe(6)
      expect(await held(machine.officeId)).toEqual(before)
    })
  })

  describe('what an office fetches', () => {
    test('are its own chains after a head, as they were signed', async () => {
      const one = await of().enrolled()
      const two = await of().enrolled({ officeId: one.officeId, office: one.office })
      one.visit()
      await of().call(one, send(one, 1))
      const answer = await of().call(two, { method: 'GET', path: `/v1/chains/${one.chain}/acts?after=4&limit=5` })
      expect(linesOf(answer.bytes)).toEqual(one.acts.slice(4, 9).map(act => writeLine(act).trimEnd()))
      const end = await of().call(two, { method: 'GET', path: `/v1/chains/${one.chain}/acts?after=14` })
      expect(end.status).toBe(204)
    })

    test('heads come as receipts: its chains and headquarters’ own, which admits the second machine', async () => {
      const one = await of().enrolled()
      const two = await of().enrolled({ officeId: one.officeId, office: one.office })
      const { json } = await of().call(two, { method: 'GET', path: '/v1/heads' })
      const { key } = of().parts
      const heads = (json['receipts'] as never[]).map(one => readReceipt(one, key.publicKey, craft)!)
      const wanted = [one.chain, two.chain, key.chain].sort()
      expect(heads.map(({ chain }) => chain)).toEqual(wanted)
      const own = await of().call(one, { method: 'GET', path: `/v1/chains/${key.chain}/acts?after=0` })
      const said = linesOf(own.bytes).map(line => JSON.parse(line.slice(89)).facts[0])
      expect(said.map(({ type }) => type)).toEqual(['chain.opened@1', 'chain.admitted@1'])
      expect(said[1].open).toMatchObject({ chain: two.chain, publicKey: two.publicKey })
    })
  })

  test('a blob comes in parts, is gone on with after a break, and is never written twice', async () => {
    const machine = await of().enrolled()
    const blob = randomBytes(100_000)
    const path = `/v1/blobs/${digestOf(blob)}`
    const put = async (from: number, to: number, offset = from) => {
      const call = { method: 'PUT', path, body: blob.subarray(from, to) }
      const headers = { 'records-desk-offset': String(offset), 'records-desk-size': String(blob.length) }
      const { statusCode, headers: told } = await of().server.inject({
        ...{ method: 'PUT', url: path, payload: call.body },
        headers: { ...machine.signedHeaders(call), ...headers },
      })
      return [statusCode, told['records-desk-held']]
    }
    const asked = await of().call(machine, { method: 'HEAD', path })
    expect([asked.status, asked.headers['records-desk-held']]).toEqual([404, '0'])
    expect(await put(0, 40_000)).toEqual([202, '40000'])
    expect(await put(0, 40_000)).toEqual([409, '40000'])
    expect(await put(40_000, 100_000)).toEqual([201, undefined])
    expect(await put(0, 10)).toEqual([201, undefined])
    const whole = await of().call(machine, { method: 'HEAD', path })
    expect([whole.status, whole.headers['content-length']]).toEqual([200, '100000'])
    expect((await of().call(machine, { method: 'GET', path })).bytes.equals(blob)).toBe(true)
    const lie = { method: 'PUT', path: `/v1/blobs/${'ab'.repeat(32)}`, body: Buffer.from('something else') }
    const { statusCode } = await of().server.inject({
      ...{ method: 'PUT', url: lie.path, payload: lie.body },
      headers: { ...machine.signedHeaders(lie), 'records-desk-size': String(lie.body.length) },
    })
    expect(statusCode).toBe(422)
    const after = await of().call(machine, { method: 'HEAD', path: lie.path })
    expect([after.status, after.headers['records-desk-held']]).toEqual([404, '0'])
  })

  test('a segment that unpacks to more than it may is refused before it is read', async () => {
    const machine = await of().enrolled()
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 10))
    const { status, json } = await of().call(machine, { method: 'POST', path: '/v1/segments', body: bomb })
    expect([status, json['kind']]).toEqual([422, 'notASegment'])
  })
}

const registered = {
  ...{ requestNo: 'YX-A-2026-0009', agencyId: '0a0a0a0a-0000-4000-8000-000000000001', channel: 'inPerson' },
  ...{
    receivedOn: '2026-03-02',
    applicantType: 'naturalPerson',
    medium: 'paper',
    route: 'collect',
    originalSeen: true,
  },
}
