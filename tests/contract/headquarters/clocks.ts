import { expect, test } from 'vitest'
import { inOffice } from '../../../headquarters/store/database'
import { rebuildOffice } from '../../../headquarters/store/projection/rebuild'
import { send, type EnrolledMachine, type TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { sendingCalls } from './sending-calls'

export function clockTests(of: () => TestHeadquarters): void {
  const { ownActs, sayingsOf } = sendingCalls(of)

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
}
