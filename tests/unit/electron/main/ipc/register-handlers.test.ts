import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import { officeClock } from '../../../../../electron/main/clock/office-clock'
import { registerHandlers } from '../../../../../electron/main/ipc/register-handlers'
import { letterDesk } from '../../../../../electron/main/printing/letter-desk'
import { registerDesk } from '../../../../../electron/main/registers/register-desk'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'registers-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const clock = () => officeClock({ wall: () => Date.parse('2026-03-02T04:00:00Z'), monotonic: () => 0 })

/** Everything that went out, by whichever way. */
function handlersOf(workstation: Workstation, outcome: 'done' | 'cancelled' = 'done') {
  const out: string[] = []
  const sent = <T>(what: string, value: T) => {
    if (outcome === 'done') out.push(what)
    return { ok: true, value: outcome === 'done' ? value : { outcome: 'cancelled' as const } } as const
  }
  const ask = registerHandlers({
    workstation,
    letters: {
      print: async ({ pages }) => sent(`printed ${pages.length}`, { outcome: 'printed' as const }),
      save: async ({ fileName }, record) => {
        const problem = outcome === 'done' && record?.()
        return problem ? { ok: false, problem } : sent(fileName, { outcome: 'saved' as const, path: '/x', digest: '' })
      },
    },
    registers: {
      save: async ({ fileName }, record) => {
        const file = { digest: 'ab'.repeat(32), bytes: 9 }
        const problem = outcome === 'done' && record(file)
        return problem ? { ok: false, problem } : sent(fileName, { outcome: 'saved' as const, ...file })
      },
    },
  })
  return { ask, out }
}

const pdf = Buffer.from('%PDF-1.7 a register')
const paper = { title: '台账', fileName: 'register-2026-03-02.pdf', pdf, rows: 12, pages: 2, isMasked: true }
const images = [new Uint8Array(1), new Uint8Array(1)]
const sheet = { fileName: 'register-2026-03-02.xlsx', title: '登记簿', columns: [], rows: [['a']], isMasked: true }

const founded = async () => {
  const workstation = openTestWorkstation({ folder, clock: clock() })
  valueOf(await workstation.establish(founding))
  return workstation
}

/** The administrator makes a head, who signs in. */
async function headAtDesk(workstation: Workstation): Promise<void> {
  const password = '负责人自己的口令'
  const { personId } = valueOf(await workstation.options.vault.addPerson('方静', ['head'], password))
  const facts = [{ type: 'person.added@1', open: { posts: ['head'] }, personal: { name: '方静' } }]
  valueOf(workstation.append({ subject: subjectOf('person', personId), role: 'administrator', facts }))
  valueOf(await workstation.signIn({ personId, password, witness: null }))
}

const exportsIn = (workstation: Workstation) =>
  workstation
    .ledger!.actsOf(officeSubject)
    .flatMap(({ role, facts }) => facts.map(({ type, open }) => ({ type, role, open })))
    .filter(({ type }) => type === 'register.exported@1')

describe('a register on paper', () => {
  test('that is masked goes out with a clerk and is recorded: pages, rows and the digest of its PDF', async () => {
    const workstation = await founded()
    const { ask, out } = handlersOf(workstation)
    expect(await ask['register:printPaper']({ ...paper, images })).toEqual({ ok: true, value: { outcome: 'printed' } })
    expect(await ask['register:savePaper'](paper)).toEqual({ ok: true, value: { outcome: 'saved' } })
    expect(out).toEqual(['printed 2', 'register-2026-03-02.pdf'])
    const digest = createHash('sha256').update(pdf).digest('hex')
    const open = { rows: 12, pages: 2, isMasked: true, digest, bytes: pdf.length }
    expect(exportsIn(workstation)).toEqual([
      { type: 'register.exported@1', role: 'clerk', open: { format: 'paper', ...open } },
      { type: 'register.exported@1', role: 'clerk', open: { format: 'pdf', ...open } },
    ])
  })

  test('in full is the head’s: with anybody else it neither goes out nor is recorded, whatever the window claims', async () => {
    const workstation = await founded()
    const { ask, out } = handlersOf(workstation)
    const full = { ...paper, isMasked: false }
    const answers = [await ask['register:printPaper']({ ...full, images }), await ask['register:savePaper'](full)]
    answers.push((await ask['register:save']({ ...sheet, isMasked: false })) as never)
    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, problem: { kind: 'refused', why: { kind: 'postNeeded' } } })
    expect(out).toEqual([])
    expect(exportsIn(workstation)).toEqual([])

    await headAtDesk(workstation)
    expect(await ask['register:printPaper']({ ...full, images })).toMatchObject({ ok: true })
    expect(exportsIn(workstation)).toMatchObject([{ role: 'head', open: { format: 'paper', isMasked: false } }])
  })

  test('that was called off is not recorded', async () => {
    const workstation = await founded()
    const { ask } = handlersOf(workstation, 'cancelled')
    expect(await ask['register:printPaper']({ ...paper, images })).toMatchObject({ value: { outcome: 'cancelled' } })
    expect(await ask['register:savePaper'](paper)).toMatchObject({ value: { outcome: 'cancelled' } })
    expect(await ask['register:save'](sheet)).toMatchObject({ value: { outcome: 'cancelled' } })
    expect(exportsIn(workstation)).toEqual([])
  })
})

test('a spreadsheet is recorded with the digest of the file', async () => {
  const workstation = await founded()
  const { ask } = handlersOf(workstation)
  expect(await ask['register:save'](sheet)).toMatchObject({ ok: true, value: { outcome: 'saved' } })
  expect(exportsIn(workstation)).toMatchObject([
    { open: { format: 'xlsx', rows: 1, isMasked: true, digest: 'ab'.repeat(32), bytes: 9 } },
  ])
})

describe('a desk that is locked while a register is saved', () => {
  /** Files as they are written; what is done `meanwhile` comes after the dialog and before the file is whole. */
  function savingTo(workstation: Workstation, meanwhile: () => unknown) {
    const target = path.join(folder, 'stick.csv')
    const askWhere = async () => {
      setImmediate(() => void meanwhile())
      return target
    }
    const ask = registerHandlers({
      workstation,
      registers: registerDesk({ askWhere, documentsFolder: folder }),
      letters: letterDesk({ askWhere, documentsFolder: folder, printPages: async () => 'printed' }),
    })
    return { ask, left: () => fs.readdirSync(folder).filter(name => name.startsWith('stick')) }
  }
  const full = { ...sheet, fileName: 'register-2026-03-02.csv', isMasked: false }

  test('keeps no file of it, and what lay there before', async () => {
    const workstation = await founded()
    await headAtDesk(workstation)
    const { ask, left } = savingTo(workstation, () => workstation.lock())
    expect(await ask['register:save'](full)).toEqual({ ok: false, problem: { kind: 'locked' } })
    expect(left()).toEqual([])
    valueOf(await signInFirst(workstation))
    expect(exportsIn(workstation)).toEqual([])
  })

  test('keeps no PDF of it either', async () => {
    const workstation = await founded()
    await headAtDesk(workstation)
    const { ask, left } = savingTo(workstation, () => workstation.lock())
    const answer = await ask['register:savePaper']({ ...paper, isMasked: false })
    expect(answer).toEqual({ ok: false, problem: { kind: 'locked' } })
    expect(left()).toEqual([])
  })

  test('records nothing in the name of whoever signed in since', async () => {
    const workstation = await founded()
    await headAtDesk(workstation)
    const ask = registerHandlers({
      workstation,
      registers: null as never, // a spreadsheet goes the same way as a PDF
      letters: {
        save: async (_letter, record) => {
          valueOf(await signInFirst(workstation))
          return { ok: false, problem: record!()! }
        },
        print: async () => (valueOf(await signInFirst(workstation)), { ok: true, value: { outcome: 'printed' } }),
      },
    })
    const locked = { ok: false, problem: { kind: 'locked' } }
    expect(await ask['register:savePaper'](paper)).toEqual(locked)
    expect(await ask['register:printPaper']({ ...paper, images })).toEqual(locked)
    expect(exportsIn(workstation)).toEqual([])
  })
})
