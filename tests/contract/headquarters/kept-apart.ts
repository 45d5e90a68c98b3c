import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { inOffice } from '../../../headquarters/store/database'
import { hashOfAct } from '../../support/headquarters/test-machine'
import { send, type EnrolledMachine, type TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { sendingCalls } from './sending-calls'

export function keptApartTests(of: () => TestHeadquarters): void {
  const { noticeFor, ownActs, sayingsOf } = sendingCalls(of)

  describe('what was kept apart', () => {
    const place = ({ officeId }: EnrolledMachine) => `/v1/console/offices/${officeId}/quarantine`
    const listed = async (machine: EnrolledMachine) =>
      (await of().operator('GET', place(machine))).json['acts'] as Record<string, unknown>[]
    const decide = (machine: EnrolledMachine, hash: unknown, decision: string) =>
      of().operator('POST', `${place(machine)}/${String(hash)}`, { decision, by: '赵处长', reason: '核实无误' })

    /** Two visits of a machine that was closed before: what a thief wrote, or the clerk who did not know. */
    const closedWithActs = async () => {
      const machine = await of().enrolled()
      await of().operator('POST', `/v1/console/offices/${machine.officeId}/machines/${machine.chain}/closing`, {})
      machine.visit('2026-03-02')
      const next = await of().enrolled({ officeId: machine.officeId, office: machine.office })
      await of().call(next, { method: 'POST', path: '/v1/segments', body: machine.segment(1) })
      return { machine, next }
    }

    test('is released by a person, one by one: said again by headquarters with its own moment and person, and counted', async () => {
      const { machine } = await closedWithActs()
      const waiting = await listed(machine)
      expect(waiting).toHaveLength(13)
      expect(waiting[0]).toMatchObject({ why: 'revoked', about: 'request', isSaidAgain: false, decided: null })
      const inOrder = [...waiting].sort((one, other) => Number(one['seq']) - Number(other['seq']))
      for (const { hash } of inOrder) expect((await decide(machine, hash, 'released')).status).toBe(200)
      const cases = await inOffice(of().parts.db, machine.officeId, rows =>
        rows.selectFrom('case_fact').select(['status', 'acts', 'due_on']).execute(),
      )
      expect(cases).toEqual([{ status: 'served', acts: 13, due_on: '2026-03-30' }])
      expect((await decide(machine, inOrder[0]!['hash'], 'refused')).status).toBe(404)
      const decided = (await listed(machine))[0]!['decided']
      expect(decided).toMatchObject({ decision: 'released', by: '赵处长', reason: '核实无误' })
      const { json } = await of().operator('GET', '/v1/console/offices')
      const row = (json['offices'] as Record<string, unknown>[]).find(one => one['officeId'] === machine.officeId)
      expect(row).toMatchObject({ quarantined: 0 })
    })

    test('is refused with a reason, which the office hears of too; nothing of it counts', async () => {
      const { machine, next } = await closedWithActs()
      const [first] = await listed(machine)
      expect((await decide(machine, first!['hash'], 'refused')).status).toBe(200)
      const { acts } = await ownActs(next)
      expect(sayingsOf(acts).at(-1)).toBe('quarantine.settled@1')
      const cases = await inOffice(of().parts.db, machine.officeId, rows =>
        rows.selectFrom('case_fact').selectAll().execute(),
      )
      expect(cases).toEqual([])
      const bad = await of().operator('POST', `${place(machine)}/${String(first!['hash'])}`, {
        decision: 'released',
        by: ' ',
        reason: 'x',
      })
      expect(bad.status).toBe(400)
    })

    test('is not released where the machine has said it again, or where it speaks of chains or clocks', async () => {
      const machine = await of().enrolled()
      const restored = machine.copy()
      machine.visit()
      await of().call(machine, send(machine, 1))
      restored.write(`request:${randomUUID()}`, { type: 'request.examined@1', open: {} })
      restored.write('office', {
        type: 'chain.admitted@1',
        open: { chain: 'ab'.repeat(16), publicKey: machine.publicKey, suite: 1, workstation: 'B', windowName: '乙' },
      })
      const said = { chain: machine.chain, fromSeq: 1, toSeq: 14, byMs: 1_000 }
      restored.write('office', { type: 'clock.corrected@1', open: said })
      await of().call(machine, { method: 'POST', path: '/v1/segments', body: restored.segment(1) })
      const next = restored.successor({ chain: machine.chain, seq: 1, hash: hashOfAct(machine.acts[0]!.body) })
      await of().call(machine, { method: 'POST', path: '/v1/segments', body: next.segment(0, 2) })
      const acts = await listed(machine)
      expect(acts.map(({ seq, isSaidAgain }) => [seq, isSaidAgain])).toEqual([
        [2, true],
        [3, false],
        [4, false],
      ])
      for (const [at, kind] of [
        [0, 'saidAgain'],
        [1, 'notReleasable'],
        [2, 'notReleasable'],
      ] as const) {
        const { status, json } = await decide(machine, acts[at]!['hash'], 'released')
        expect([status, json['kind']]).toEqual([409, kind])
      }
    })
  })

  test('what was kept apart and is released is folded where it came, however far its clock was ahead', async () => {
    const yearMs = 365 * 86_400_000
    const machine = await of().enrolled()
    const copy = machine.copy()
    machine.visit('2026-03-02', 1)
    await of().call(machine, send(machine, 1))
    of().advance(yearMs)
    copy.visit('2026-03-02', 1)
    of().advance(-yearMs)
    const before = of().parts.now()
    await of().call(machine, { method: 'POST', path: '/v1/segments', body: copy.segment(1) })
    const place = `/v1/console/offices/${machine.officeId}/quarantine`
    const [act] = (await of().operator('GET', place)).json['acts'] as Record<string, unknown>[]
    const decision = { decision: 'released', by: '赵处长', reason: '核实无误' }
    expect((await of().operator('POST', `${place}/${String(act!['hash'])}`, decision)).status).toBe(200)
    await noticeFor([machine.officeId])
    const { acts } = await ownActs(machine)
    expect(sayingsOf(acts)).toEqual([
      ...['chain.opened@1', 'quarantine.settled@1', 'request.registered@1', 'clock.corrected@1', 'notice.sent@1'],
    ])
    const momentOf = (hlc: unknown) => Number(String(hlc).slice(0, 15))
    const moments = acts.map(({ body }) => momentOf(JSON.parse(body).hlc) - before < 86_400_000)
    expect(moments).toEqual([true, true, false, true, true]) // its own clock does not follow
    const rows = await inOffice(of().parts.db, machine.officeId, all =>
      all.selectFrom('case_fact').select('last_hlc').execute(),
    )
    expect(rows.map(({ last_hlc }) => Math.abs(momentOf(last_hlc) - before) < 60_000)).toEqual([true, true])
  })
}
