import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseActBody } from '#shared/ledger/act'
import { trustedChains } from '#shared/ledger/exchange/chain-trust'
import { chainFactsOf } from '#shared/ledger/exchange/chain-facts'
import { openSegment } from '#shared/ledger/exchange/segment'
import { commands } from '../../../headquarters/server/commands'
import { craft } from '../../../headquarters/server/craft'
import { inOffice } from '../../../headquarters/store/database'
import { rebuildOffice } from '../../../headquarters/store/projection/rebuild'
import { hashOfAct } from '../../support/headquarters/test-machine'
import { send, type EnrolledMachine, type TestHeadquarters } from '../../support/headquarters/test-headquarters'

const file = (path: string): Record<string, unknown> => JSON.parse(fs.readFileSync(path, 'utf8'))

/** The calendar of 2026 with one make-up Saturday less: what is received on 2 February is due a working day later. */
const corrected = () => {
  const { workdays, ...year } = file('resources/calendars/2026.json') as { workdays: { date: string }[] }
  return { ...year, workdays: workdays.filter(({ date }) => date !== '2026-02-28') }
}

export function sendingTests(of: () => TestHeadquarters): void {
  const sendTo = (offices: readonly number[], content: object, sendingId: string = randomUUID()) =>
    of().operator('POST', '/v1/console/sendings', { sendingId, offices, content })
  const calendarFor = (offices: readonly number[], sendingId: string) =>
    sendTo(offices, { kind: 'calendar', title: '2026年放假安排（更正）', calendar: corrected() }, sendingId)
  const noticeFor = (offices: readonly number[], title = '通知') => {
    const sendingId = randomUUID()
    return sendTo(offices, { kind: 'notice', title, text: '请报送。' }, sendingId).then(() => sendingId)
  }
  const standing = async (sendingId: string) =>
    (await of().operator('GET', `/v1/console/sendings/${sendingId}`)).json['offices'] as Record<string, unknown>[]
  const ownActs = async (machine: EnrolledMachine, chain = of().parts.key.chain, after = 0) => {
    const { status, bytes } = await of().call(machine, {
      method: 'GET',
      path: `/v1/chains/${chain}/acts?after=${after}`,
    })
    const opened = status === 200 ? openSegment(bytes, craft) : null
    return { bytes, acts: opened?.ok ? opened.value : [] }
  }
  const sayingsOf = (acts: readonly { body: string }[]) =>
    acts.flatMap(({ body }) => {
      const read = parseActBody(body)
      return read.ok ? read.value.facts.map(({ type }) => type) : []
    })
  const dueDays = (officeId: number) =>
    inOffice(of().parts.db, officeId, rows =>
      rows.selectFrom('case_fact').select('due_on').orderBy('subject').execute(),
    )
  /** A request that is only registered: its clock runs. */
  const receive = (machine: EnrolledMachine, receivedOn: string) =>
    machine.write(`request:${randomUUID()}`, {
      type: 'request.registered@1',
      open: {
        ...{ requestNo: 'YX-A-2026-0002', agencyId: '0a0a0a0a-0000-4000-8000-000000000001', channel: 'inPerson' },
        ...{ receivedOn, applicantType: 'naturalPerson', medium: 'paper', route: 'collect', originalSeen: true },
      },
    })
  const holds = (machine: EnrolledMachine, chain: string, seq: number) => {
    const said = { program: '0.1.0', backlog: 0, machineAt: new Date(of().parts.now()).toISOString() }
    const body = Buffer.from(JSON.stringify({ ...said, holds: [{ chain, seq }] }))
    return of().call(machine, { method: 'POST', path: '/v1/contact', body })
  }

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

    test('nothing that a machine may write of sendings stops its acts', async () => {
      const machine = await of().enrolled()
      for (const open of [null, {}, { sendingId: 'x' }, { sendingId: randomUUID(), reason: 1 }])
        for (const type of ['sending.accepted@1', 'calendar.sent@1', 'notice.read@1'])
          machine.write('office', { type, open })
      const { json } = await of().call(machine, send(machine, 1))
      expect([json['kind'], json['added']]).toEqual(['taken', 12])
    })
  })

  test('a clock that ran ahead is told to the office by an act, and its acts are taken', async () => {
    const machine = await of().enrolled()
    of().advance(3 * 86_400_000)
    machine.visit()
    of().advance(-3 * 86_400_000)
    const { json } = await of().call(machine, send(machine, 1))
    expect(json['kind']).toBe('taken')
    const { acts } = await ownActs(machine)
    expect(sayingsOf(acts)).toEqual(['chain.opened@1', 'clock.corrected@1'])
    const [said] = JSON.parse(acts[1]!.body).facts
    expect(said.open).toMatchObject({ chain: machine.chain, fromSeq: 2, toSeq: 14 })
    expect(Math.round(said.open.byMs / 86_400_000)).toBe(3)
    expect(said.open.notBefore).toBe(JSON.parse(machine.acts[0]!.body).hlc)
    const prevs = machine.acts.slice(1, 14).map(({ body }) => JSON.parse(body).prev.slice(0, 8))
    expect(said.open.prevs).toBe(prevs.join(''))
  })

  test('what such a clock wrote loses to what was said after it: case and statistics follow in the same transaction', async () => {
    const [yearMs, hourMs] = [365 * 86_400_000, 3_600_000]
    const fast = await of().enrolled()
    const { officeId } = fast
    const other = await of().enrolled({ officeId, office: fast.office })
    const subject = fast.visit('2026-03-02', 1) // registered, before its clock went wrong
    const correct = (machine: EnrolledMachine, applicantType: string) =>
      machine.write(subject, {
        type: 'request.corrected@1',
        open: { applicantType },
        personal: { reason: '登记有误' },
      })
    const rows = () =>
      inOffice(of().parts.db, officeId, async of => ({
        cases: await of.selectFrom('case_fact').selectAll().orderBy('subject').execute(),
        sums: await of.selectFrom('stat_day').selectAll().orderBy('day').orderBy('status').execute(),
      }))
    const types = async () => (await rows()).sums.map(({ applicant_type, cases }) => `${cases} ${applicant_type}`)
    of().advance(yearMs)
    correct(fast, 'commercial')
    of().advance(-yearMs)
    await of().call(fast, send(fast, 1))
    expect(await types()).toEqual(['1 commercial'])
    of().advance(hourMs)
    correct(other, 'research')
    await of().call(other, send(other, 1))
    expect(await types()).toEqual(['1 research'])
    const found = await rows()
    expect(found.cases[0]!.last_hlc).toBe(JSON.parse(other.acts[1]!.body).hlc)
    await rebuildOffice(of().parts.db, officeId, of().parts.calendars)
    expect(await rows()).toEqual(found)

    // The other way round: the later one is here already when the acts of the fast clock come.
    of().advance(yearMs - hourMs)
    correct(fast, 'publicBenefit')
    of().advance(hourMs - yearMs + hourMs)
    correct(other, 'legalService')
    await of().call(other, send(other, 2))
    expect(await types()).toEqual(['1 legalService'])
    of().advance(-hourMs)
    await of().call(fast, send(fast, 3))
    expect(await types()).toEqual(['1 legalService'])
    const last = await rows()
    await inOffice(of().parts.db, officeId, rows =>
      rows.deleteFrom('chain_fact').where('says', 'like', '{"kind":"clockCorrected"%').execute(),
    ) // as a store that an older program has filled
    await rebuildOffice(of().parts.db, officeId, of().parts.calendars)
    expect(await rows()).toEqual(last)
    of().advance(-hourMs)
  })

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

  describe('headquarters that was put back to a backup', () => {
    const { parse } = JSON
    /** As a backup of the database would leave it: its own acts after `seq` and what hangs on them are gone. */
    const putBack = ({ officeId }: EnrolledMachine, seq: number) =>
      inOffice(of().parts.db, officeId, async rows => {
        const chain = Buffer.from(of().parts.key.chain, 'hex')
        for (const table of ['act', 'chain_fact', 'sending'] as const)
          await rows
            .deleteFrom(table)
            .where('office_id', '=', officeId)
            .where('chain_id', '=', chain)
            .where('seq', '>', seq)
            .execute()
        const last = await rows
          .selectFrom('act')
          .select('hash')
          .where('chain_id', '=', chain)
          .where('seq', '=', seq)
          .executeTakeFirstOrThrow()
        await rows.updateTable('head').set({ seq, hash: last.hash }).where('chain_id', '=', chain).execute()
      })
    const openingIn = (acts: readonly { body: string }[]) => parse(acts[0]!.body).facts[0].open
    const chainsOf = async (machine: EnrolledMachine): Promise<string[]> => {
      const { json } = await of().call(machine, { method: 'GET', path: '/v1/heads' })
      return (json['receipts'] as { note: string }[]).map(({ note }) => note.split('\n')[2]!.split(' ')[0]!)
    }

    test('goes on in a new chain with what it went on from, and takes back from a machine what it had said before', async () => {
      const machine = await of().enrolled()
      const { chain, publicKey } = of().parts.key
      const before = await noticeFor([machine.officeId], '恢复前')
      const lost = await noticeFor([machine.officeId], '丢失的')
      const { bytes } = await ownActs(machine)
      await chainsOf(machine) // told of its head
      await putBack(machine, 2)
      expect(await standing(lost)).toBeUndefined()
      const after = await noticeFor([machine.officeId], '恢复后')
      const [next] = (await chainsOf(machine)).filter(one => one !== chain && one !== machine.chain)
      const { acts } = await ownActs(machine, next)
      expect(sayingsOf(acts)).toEqual(['chain.opened@1', 'notice.sent@1'])
      expect(openingIn(acts)).toMatchObject({ publicKey, previous: { chain, seq: 2 } })
      // A machine that pinned the first chain trusts the second by its proof.
      const facts = acts.flatMap(({ body }) => chainFactsOf(body))
      const trusted = trustedChains({ office: machine.office, roots: [{ chain, publicKey }], facts }, craft)
      expect(trusted.get(next!)).toMatchObject({ publicKey, admittedBy: { kind: 'succession', chain } })
      // It holds the old chain further than headquarters, and sends it: no fork, nothing lost, nothing twice.
      const taken = await of().call(machine, { method: 'POST', path: '/v1/segments', body: bytes })
      expect([taken.status, taken.json['kind'], taken.json['added']]).toEqual([200, 'taken', 1])
      for (const sendingId of [before, lost, after]) expect(await standing(sendingId)).toHaveLength(1)
      await noticeFor([machine.officeId], '再发')
      expect(sayingsOf((await ownActs(machine, next)).acts)).toHaveLength(3)
    })

    test('and spoke in the old chain before anybody noticed: both sayings are kept apart or held, and the next is in a new chain', async () => {
      const machine = await of().enrolled()
      const { chain } = of().parts.key
      await noticeFor([machine.officeId], '恢复前')
      await noticeFor([machine.officeId], '丢失的')
      const { bytes } = await ownActs(machine) // no head was told: the file beside the database knows nothing
      await putBack(machine, 2)
      await noticeFor([machine.officeId], '恢复后')
      const fork = await of().call(machine, { method: 'POST', path: '/v1/segments', body: bytes })
      expect([fork.status, fork.json['kind'], fork.json['seq']]).toEqual([409, 'fork', 3])
      const { json } = await of().operator('GET', `/v1/console/offices/${machine.officeId}/quarantine`)
      expect(json['acts']).toMatchObject([{ chain, seq: 3, why: 'fork', types: ['notice.sent@1'] }])
      await noticeFor([machine.officeId], '此后')
      expect((await ownActs(machine)).acts).toHaveLength(3)
      expect(await chainsOf(machine)).toHaveLength(3)
    })

    test('whole, with its folder, opens new chains by a command', async () => {
      const machine = await of().enrolled()
      await noticeFor([machine.officeId])
      const headquarters = { parts: of().parts, cluster: null, operatorToken: '', close: () => Promise.resolve() }
      expect(await commands.restored(headquarters)).toMatchObject({ ok: true })
      expect(await chainsOf(machine)).toHaveLength(3)
      const sendingId = await noticeFor([machine.officeId])
      expect((await ownActs(machine)).acts).toHaveLength(2)
      expect(await standing(sendingId)).toHaveLength(1)
    })
  })
}
