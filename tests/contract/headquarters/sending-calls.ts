import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { parseActBody } from '#shared/ledger/act'
import { openSegment } from '#shared/ledger/exchange/segment'
import { craft } from '../../../headquarters/server/craft'
import { inOffice } from '../../../headquarters/store/database'
import type { EnrolledMachine, TestHeadquarters } from '../../support/headquarters/test-headquarters'

export const file = (path: string): Record<string, unknown> => JSON.parse(fs.readFileSync(path, 'utf8'))

/** The calendar of 2026 with one make-up Saturday less: what is received on 2 February is due a working day later. */
export const corrected = () => {
  const { workdays, ...year } = file('resources/calendars/2026.json') as { workdays: { date: string }[] }
  return { ...year, workdays: workdays.filter(({ date }) => date !== '2026-02-28') }
}

/** What the tests of sendings, clocks and backups ask of a headquarters. */
export function sendingCalls(of: () => TestHeadquarters) {
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
  return { sendTo, calendarFor, noticeFor, standing, ownActs, sayingsOf, dueDays, receive, holds }
}
