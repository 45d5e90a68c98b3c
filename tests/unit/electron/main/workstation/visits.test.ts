import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { StoredVisitFact } from '#shared/domain/visits/visit-state'
import { officeClock } from '../../../../../electron/main/clock/office-clock'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import {
  asked,
  certified,
  decided,
  forArchives,
  given,
  signedOut,
  unnamed,
  visitor,
} from '../../../shared/domain/visits/acts-of-a-visit'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
let workstation: Workstation
const clock = () => officeClock({ wall: () => Date.parse('2026-03-02T04:00:00Z'), monotonic: () => 0 })
const today = '2026-03-02' as CivilDate

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'visits-'))
  workstation = openTestWorkstation({ folder, clock: clock() })
  valueOf(await workstation.establish(founding))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const subjectOf = (n: number) => `visit:00000000-0000-4000-8000-00000000000${n}`
/** What main answers: the kind of its refusal, or `written`. */
function answers(n: number, facts: readonly StoredVisitFact[], role = 'clerk'): string {
  const answer = workstation.append({ subject: subjectOf(n), role, facts: facts as never })
  if (answer.ok) return 'written'
  return answer.problem.kind === 'refused' ? answer.problem.why.kind : answer.problem.kind
}

function certificate(serial: number): StoredVisitFact {
  const { facts } = workstation.ledger!.actsOf('office')[0]!
  const { agencyId } = facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: AgencyId }
  return certified({ agencyId, certificateNo: `云自然资公开档〔2026〕${serial}号`, certifiedOn: today })
}

test('main folds the visit from the journal and refuses what the room does not allow', () => {
  expect(answers(1, [given(1)])).toBe('visitNotSignedIn')
  expect(answers(1, [unnamed])).toBe('written')
  expect(answers(1, [unnamed])).toBe('visitAlreadySignedIn')
  expect(answers(1, [given(1)])).toBe('written')
  expect(answers(1, [signedOut()])).toBe('visitItemsOut')
  expect(answers(1, [{ ...given(2), open: { itemNo: 2, kind: 'public', title: '公报' } } as never])).toBe(
    'factMalformed',
  )
  expect(answers(1, [given(2)], 'reviewer')).toBe('postNotHeld')
  expect(
    answers(1, [{ type: 'request.examined@1', open: { elementsComplete: true, withinRemit: true } } as never]),
  ).toBe('factNotUnderstood')
})

test('certificates are drawn one after the other, and a void one is left out', async () => {
  for (const n of [1, 2]) expect(answers(n, [forArchives, asked(1), decided(1)])).toBe('written')
  expect(answers(1, [certificate(2)])).toBe('certificateNoOutOfTurn')
  expect(answers(1, [certificate(1)])).toBe('written')
  expect(answers(2, [certificate(1)])).toBe('certificateNoTaken')
  const voided = (number: string) => ({
    subject: 'office',
    role: 'administrator',
    facts: [{ type: 'number.voided@1', open: { series: 'certificate', number, reason: '打印时纸张损坏' } }],
  })
  expect(workstation.append(voided('云自然资公开档〔2026〕1号'))).toMatchObject({
    problem: { why: { kind: 'numberUsed' } },
  })
  expect(workstation.append(voided('云农档〔2026〕2号'))).toMatchObject({
    problem: { why: { kind: 'numberNotOfOffice' } },
  })
  expect(workstation.append(voided('云自然资公开档〔2026〕2号')).ok).toBe(true)
  expect(answers(2, [certificate(2)])).toBe('certificateNoTaken')
  workstation.lock()
  workstation = openTestWorkstation({ folder, clock: clock() })
  valueOf(await signInFirst(workstation))
  expect(answers(2, [certificate(2)])).toBe('certificateNoTaken')
  expect(answers(2, [certificate(3)])).toBe('written')
})

test('a code under which certificates went out stays', () => {
  expect(answers(1, [forArchives, asked(1), decided(1), certificate(1)])).toBe('written')
  const { facts } = workstation.ledger!.actsOf('office')[0]!
  const agency = facts.find(({ type }) => type === 'agency.added@1')!.open as object
  const open = { ...agency, code: '云资公开', reason: '换代字' }
  const answer = workstation.append({
    subject: 'office',
    role: 'administrator',
    facts: [{ type: 'agency.changed@1', open } as never],
  })
  expect(answer).toMatchObject({ problem: { why: { kind: 'agencyCodeHasLetters' } } })
})

test('no file of the office tells who came', () => {
  expect(answers(1, [forArchives, asked(1), decided(1), certificate(1)])).toBe('written')
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => path.join(folder, name))
  const bytes = files.filter(file => fs.statSync(file).isFile()).map(file => fs.readFileSync(file))
  expect(bytes.length).toBeGreaterThan(2)
  for (const secret of [visitor.name, visitor.document.idNumber, visitor.phone, 'visit.certified'])
    expect(bytes.some(content => content.includes(secret))).toBe(false)
  const opened = workstation.ledger!.actsOf(subjectOf(1))
  expect(JSON.stringify(opened)).toContain(visitor.document.idNumber) // it is there, and sealed
})
