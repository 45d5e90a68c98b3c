import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { intakeDesk } from '../../../../../electron/main/documents/intake-desk'
import { sendingHandlers } from '../../../../../electron/main/ipc/sending-handlers'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { foldOffice } from '../../../../../shared/domain/agencies/office'
import type { OfficeFact } from '../../../../../shared/domain/agencies/office-facts'
import { sendingsNow } from '../../../../../shared/domain/sendings/sendings-now'
import { ok } from '../../../../../shared/kernel/result'
import { officeSubject } from '../../../../../shared/ledger/subject'
import { recorded } from '../../../../../electron/main/authority/office-authority'
import { testMachine } from '../../../../support/headquarters/test-machine'
import { founding, openTestWorkstation, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sendings-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const id = (nth: number) => `00000000-0000-4000-8000-0000000000a${nth}`
const calendar = JSON.parse(fs.readFileSync('resources/calendars/2026.json', 'utf8')) as object
const documents = ['{"标题":"一号文件"}', '{"标题":"二号文件"}']

/** An office whose machine has taken in what headquarters says in its chain, by whatever carrier. */
async function officeWithSendings() {
  const workstation = openTestWorkstation({ folder })
  valueOf(await workstation.establish(founding))
  const exchange = workstation.exchangeWith(nodeCraft)!
  const headquarters = testMachine({ office: exchange.office, isFounding: false })
  const says = (type: string, open: object) => headquarters.write('office', { type, open })
  says('calendar.sent@1', { sendingId: id(1), title: '2026年放假安排', calendar })
  says('notice.sent@1', { sendingId: id(2), title: '通知', text: '请报送。' })
  says('documents.sent@1', { sendingId: id(3), title: '省级文件', lines: documents })
  valueOf(exchange.take(headquarters.chain, headquarters.acts))
  const opened: string[] = []
  const intake = intakeDesk({
    ...{ workstation, scans: null as never, newId: () => id(9), ask: async () => null },
    sentFolder: path.join(folder, 'sent'),
    startReader: async place => {
      opened.push(place)
      const read = { read: async () => null, look: async () => null, file: async () => null, stop: () => undefined }
      return ok({ kind: 'jsonLines', name: path.basename(place), documents: 2, columns: [], ...read })
    },
  })
  const book = () => foldOffice(workstation.ledger!.actsOf(officeSubject).map(recorded<OfficeFact>))!.sendings
  const stateOf = (nth: number) => sendingsNow(book()).find(({ sendingId }) => sendingId === id(nth))!
  return { workstation, exchange, opened, stateOf, ask: sendingHandlers({ workstation, intake }) }
}

const kindOf = (answer: { ok: boolean; problem?: unknown }): string | undefined =>
  (answer.problem as { why?: { kind: string } } | undefined)?.why?.kind

test('the head accepts a calendar by an act of the office’s own; a second answer is refused', async () => {
  const { ask, stateOf, workstation, exchange } = await officeWithSendings()
  expect(stateOf(1).state).toBe('open')
  expect(await ask['sending:accept']({ sendingId: id(1), role: 'administrator' })).toEqual({
    ok: true,
    value: undefined,
  })
  expect(stateOf(1)).toMatchObject({ state: 'accepted', answer: { by: { actor: workstation.session()!.personId } } })
  const last = exchange.read(
    exchange.ownChain,
    exchange.heads().find(({ chain }) => chain === exchange.ownChain)!.seq - 1,
    1,
  )
  expect(JSON.parse(last[0]!.body).facts).toEqual([{ type: 'sending.accepted@1', open: { sendingId: id(1) } }])
  expect(kindOf(await ask['sending:decline']({ sendingId: id(1), reason: '不要', role: 'administrator' }))).toBe(
    'sendingAnsweredOtherwise',
  )
})

test('a post that is not held, or may not answer, is refused; a decline keeps its reason', async () => {
  const { ask, stateOf } = await officeWithSendings()
  expect(kindOf(await ask['sending:accept']({ sendingId: id(1), role: 'clerk' }))).toBeDefined()
  expect(kindOf(await ask['sending:accept']({ sendingId: id(4), role: 'administrator' }))).toBe('sendingUnknown')
  expect((await ask['sending:decline']({ sendingId: id(1), reason: '年份不对', role: 'administrator' })).ok).toBe(true)
  expect(stateOf(1)).toMatchObject({ state: 'declined', answer: { reason: '年份不对' } })
})

test('a notice is read once by each', async () => {
  const { ask, stateOf, workstation } = await officeWithSendings()
  expect((await ask['sending:read']({ sendingId: id(2), role: 'administrator' })).ok).toBe(true)
  expect(stateOf(2).readBy).toEqual([workstation.session()!.personId])
  expect(kindOf(await ask['sending:read']({ sendingId: id(2), role: 'administrator' }))).toBe('noticeAlreadyRead')
})

test('documents are opened as a source of the import, as they stand in the act; what was not sent is not found', async () => {
  const { ask, opened } = await officeWithSendings()
  const source = await ask['sending:openDocuments']({ sendingId: id(3) })
  expect(source).toMatchObject({ ok: true, value: { kind: 'jsonLines', documents: 2 } })
  expect(fs.readFileSync(opened[0]!, 'utf8')).toBe(`${documents.join('\n')}\n`)
  expect(await ask['sending:openDocuments']({ sendingId: id(1) })).toEqual({ ok: false, problem: { kind: 'notFound' } })
})

test('no window can write what headquarters says', async () => {
  const { workstation } = await officeWithSendings()
  const fact = { type: 'notice.sent@1', open: { sendingId: id(5), title: 'x', text: 'x' } }
  const answer = workstation.append({ subject: officeSubject, role: 'administrator', facts: [fact] })
  expect(kindOf(answer)).toBe('saidByHeadquartersOnly')
})
