import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { craft } from '../../../headquarters/server/craft'
import { rebuildOffice } from '../../../headquarters/store/projection/rebuild'
import { hashOfAct } from '../../support/headquarters/test-machine'
import { send, type TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { findOffice } from '../../../headquarters/store/offices'
import { corrected, file, sendingCalls } from './sending-calls'

export function sendingTests(of: () => TestHeadquarters): void {
  const { sendTo, calendarFor, noticeFor, standing, ownActs, sayingsOf, dueDays, receive, holds } = sendingCalls(of)

  describe('what headquarters sends', () => {
    test('stands signed in its own chain at every office that has a machine, and comes there once', async () => {
      const [one, two] = [await of().enrolled(), await of().enrolled()]
      const without = await of().office()
      const sendingId = randomUUID()
      const { status, json } = await calendarFor([one.officeId, two.officeId, without, 999999999], sendingId)
      expect([status, json['results']]).toEqual([
        201,
        [
          { officeId: one.officeId, outcome: 'sent' },
          { officeId: two.officeId, outcome: 'sent' },
          { officeId: without, outcome: 'noMachine' },
          { officeId: 999999999, outcome: 'unknown' },
        ],
      ])
      const again = await calendarFor([one.officeId], sendingId)
      expect(again.json['results']).toEqual([{ officeId: one.officeId, outcome: 'already' }])
      const { acts } = await ownActs(one)
      expect(sayingsOf(acts)).toEqual(['chain.opened@1', 'calendar.sent@1'])
      for (const { body, signature } of acts)
        expect(craft.verifyHash(of().parts.key.publicKey, hashOfAct(body), signature)).toBe(true)
      // Two that send the same at the same time say it once.
      const twice = randomUUID()
      await Promise.all([calendarFor([one.officeId], twice), calendarFor([one.officeId], twice)])
      expect(sayingsOf((await ownActs(one)).acts).filter(type => type === 'calendar.sent@1')).toHaveLength(2)
    })

    test('is received when a machine says that it holds it, and accepted by the office’s own act; then its days count', async () => {
      const machine = await of().enrolled()
      const { officeId } = machine
      receive(machine, '2026-02-02')
      await of().call(machine, send(machine, 1))
      expect(await dueDays(officeId)).toEqual([{ due_on: '2026-03-06' }])
      const sendingId = randomUUID()
      await calendarFor([officeId], sendingId)
      const { chain } = of().parts.key
      await ownActs(machine) // fetched, and nothing said yet: it may have been lost on the way
      expect(await standing(sendingId)).toMatchObject([{ receivedAt: null, answer: null }])
      await holds(machine, chain, 1)
      expect(await standing(sendingId)).toMatchObject([{ receivedAt: null }])
      await holds(machine, chain, 2)
      expect(await standing(sendingId)).toMatchObject([{ receivedAt: expect.any(String), answer: null }])
      expect(await dueDays(officeId)).toEqual([{ due_on: '2026-03-06' }])
      machine.write('office', { type: 'sending.accepted@1', open: { sendingId } })
      const { json } = await of().call(machine, send(machine, machine.acts.length - 1))
      expect([json['kind'], json['notes']]).toEqual(['taken', []])
      expect(await standing(sendingId)).toMatchObject([{ answer: 'accepted', answeredAt: expect.any(String) }])
      expect(await dueDays(officeId)).toEqual([{ due_on: '2026-03-09' }])
      await rebuildOffice(of().parts.db, officeId, of().parts.calendars)
      expect(await dueDays(officeId)).toEqual([{ due_on: '2026-03-09' }])
      expect(await standing(sendingId)).toMatchObject([{ answer: 'accepted', receivedAt: expect.any(String) }])
    })

    test('is declined with a reason, or answered by an act that a stick brought: then it was received too', async () => {
      const machine = await of().enrolled()
      const sendingId = randomUUID()
      await calendarFor([machine.officeId], sendingId)
      machine.write('office', { type: 'sending.declined@1', open: { sendingId, reason: '年份不对' } })
      await of().call(machine, send(machine, 1))
      const [row] = await standing(sendingId)
      expect(row).toMatchObject({ answer: 'declined', reason: '年份不对', receivedAt: expect.any(String) })
      const { json } = await of().operator('GET', '/v1/console/sendings')
      const sum = (json['sendings'] as Record<string, unknown>[]).find(one => one['sendingId'] === sendingId)
      expect(sum).toMatchObject({ offices: 1, received: 1, accepted: 0, declined: 1, kind: 'calendar' })
    })

    test('a notice counts its readers', async () => {
      const machine = await of().enrolled()
      const sendingId = await noticeFor([machine.officeId])
      machine.write('office', { type: 'notice.read@1', open: { sendingId } })
      machine.write('office', { type: 'notice.read@1', open: { sendingId } })
      await of().call(machine, send(machine, 1))
      expect(await standing(sendingId)).toMatchObject([{ readers: 1, receivedAt: expect.any(String) }])
    })

    test('that does not hold together is refused as at the counter, and said nowhere', async () => {
      const machine = await of().enrolled()
      const to = [machine.officeId]
      const wrong = { ...corrected(), workdays: [{ date: '2026-03-03', name: '补班' }] }
      const bad = await sendTo(to, { kind: 'calendar', title: 'x', calendar: wrong })
      expect([bad.status, bad.json]).toEqual([422, { kind: 'contentRefused', detail: 'makeUpDayNotOnWeekend' }])
      const pack = { ...file('resources/law-packs/2024-01.json'), remedies: {} }
      expect((await sendTo(to, { kind: 'lawPack', title: 'x', pack })).status).toBe(422)
      expect((await sendTo(to, { kind: 'lawPack', title: 'x', pack: {} })).status).toBe(400)
      expect((await sendTo(to, { kind: 'documents', title: 'x', lines: [] })).status).toBe(400)
      expect((await sendTo([], { kind: 'notice', title: 'x', text: 'x' })).status).toBe(400)
      expect((await ownActs(machine)).acts).toEqual([])
    })

    test('a sign that no text of the database holds stops nothing: acts stay as they were signed, another sign stands in the columns', async () => {
      const machine = await of().enrolled()
      const sendingId = randomUUID()
      const content = { kind: 'calendar', title: '放\0假', calendar: corrected() }
      expect((await sendTo([machine.officeId], content, sendingId)).status).toBe(201)
      machine.write('office', { type: 'sending.declined@1', open: { sendingId, reason: '年份\0不对' } })
      const { status, json } = await of().call(machine, send(machine, 1))
      expect([status, json['added']]).toEqual([200, 1])
      expect(await standing(sendingId)).toMatchObject([{ answer: 'declined', reason: '年份\ufffd不对' }])
      const { json: list } = await of().operator('GET', '/v1/console/sendings')
      expect(list['sendings']).toContainEqual(expect.objectContaining({ sendingId, title: '放\ufffd假' }))
      expect((await ownActs(machine)).acts.map(({ body }) => body).join()).toContain(String.raw`放\u0000假`)
      const named = await of().operator('POST', `/v1/console/offices/${machine.officeId}/name`, { name: '云\0溪' })
      expect(named.status).toBe(200)
      expect(await findOffice(of().parts.db, machine.officeId)).toMatchObject({ name: '云\ufffd溪' })
    })

    test('nothing that a machine may write of sendings stops its acts', async () => {
      const machine = await of().enrolled()
      for (const open of [null, {}, { sendingId: 'x' }, { sendingId: randomUUID(), reason: 1 }])
        for (const type of ['sending.accepted@1', 'calendar.sent@1', 'notice.read@1'])
          machine.write('office', { type, open })
      const { json } = await of().call(machine, send(machine, 1))
      expect([json['kind'], json['added']]).toEqual(['taken', 12])
    })
  })
}
