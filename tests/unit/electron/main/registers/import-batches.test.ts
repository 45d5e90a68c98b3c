import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportBatch } from '#shared/contracts/import-channels'
import { officeSubject, subjectOf } from '#shared/ledger/subject'
import { officeClock } from '../../../../../electron/main/clock/office-clock'
import { importBatches, isImportDraft } from '../../../../../electron/main/registers/import-batches'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, valueOf } from '../../../../support/workstation/test-workstation'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'import-batches-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const noon = Date.parse('2026-03-20T04:00:00Z')
const password = '第二个人的口令很长'
const batchId = '00000000-0000-4000-8000-0000000000b1'

const open = (freeBytes?: () => number) =>
  openTestWorkstation({
    folder,
    clock: officeClock({ wall: () => noon, monotonic: () => 0 }),
    ...(freeBytes ? { freeBytes } : {}),
  })

/** 祁工 (administrator, clerk) prepares; 何立群 (reviewer) signs. */
async function founded(): Promise<{ workstation: Workstation; reviewer: string }> {
  const workstation = open()
  valueOf(await workstation.establish(founding))
  const { personId } = valueOf(await workstation.options.vault.addPerson('何立群', ['reviewer'], password))
  const facts = [{ type: 'person.added@1', open: { posts: ['reviewer'] }, personal: { name: '何立群' } }]
  valueOf(workstation.append({ subject: subjectOf('person', personId), role: 'administrator', facts }))
  return { workstation, reviewer: personId }
}

const signInAs = async (workstation: Workstation, personId: string, own = password) =>
  valueOf(await workstation.signIn({ personId, password: own, witness: null }))

function batchFor(workstation: Workstation, count: number, change: Partial<ImportBatch> = {}): ImportBatch {
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  const preparedBy = workstation.session()!.personId
  const cases = Array.from({ length: count }, (_, index) => ({
    open: {
      ...{ batchId, line: index + 2, requestNo: `云信〔2026〕${index + 1}号`, agencyId, preparedBy },
      ...({ channel: 'inPerson', applicantType: 'naturalPerson', medium: 'paper', route: 'collect' } as const),
      ...({ receivedOn: '2026-03-02', statusThen: 'registered', isFromLastYear: false } as const),
    },
    personal: { applicant: { name: '张三' }, description: `旧件${index + 1}`, queryCode: '2222-2222-2222' },
  }))
  const counts = {
    naturalPerson: 2,
    commercial: 0,
    research: 0,
    publicBenefit: 0,
    legalService: 0,
    otherOrganisation: 0,
  }
  return {
    batchId,
    fileName: '登记簿.xlsx',
    cases,
    carriedOver: [{ agencyId, year: 2026, counts }],
    report: [],
    ...change,
  }
}

const carriedNumbers = (workstation: Workstation) =>
  [...workstation.ledger!.actsAfter()]
    .flat()
    .flatMap(({ facts }) => facts.filter(({ type }) => type === 'request.carriedIn@1'))
    .map(({ open: fact }) => (fact as { requestNo: string }).requestNo)

const officeTypes = (workstation: Workstation) =>
  workstation.ledger!.actsOf(officeSubject).flatMap(({ facts }) => facts.map(({ type }) => type))

function writeAll(workstation: Workstation) {
  const batches = importBatches(workstation)
  const refused = []
  let calls = 0
  for (let from: number | null = 0; from !== null; calls++) {
    const step: { next: number | null; refused: unknown[] } = valueOf(batches.write(batchId, from))
    refused.push(...step.refused)
    from = step.next
  }
  return { refused, calls }
}

test('prepared by one, signed by another, written once; the sealed batch is gone afterwards', async () => {
  const { workstation, reviewer } = await founded()
  const before = workstation.ledger!.head.seq
  const { digest } = valueOf(importBatches(workstation).prepare(batchFor(workstation, 25)))
  expect(workstation.ledger!.head.seq).toBe(before) // sealed, not written
  expect(importBatches(workstation).sign(batchId, digest)).toMatchObject({
    ok: false,
    problem: { kind: 'refused', why: { kind: 'preparedByThemselves' } },
  })
  expect(importBatches(workstation).write(batchId, 0)).toMatchObject({
    problem: { kind: 'refused', why: { kind: 'importNotSigned' } },
  })
  await signInAs(workstation, reviewer)
  const batches = importBatches(workstation)
  expect(batches.list()).toMatchObject([{ batchId, cases: 25, written: 0, state: 'waiting', digest }])
  valueOf(batches.sign(batchId, digest))
  expect(writeAll(workstation)).toEqual({ refused: [], calls: 3 })
  expect(new Set(carriedNumbers(workstation)).size).toBe(25)
  expect(carriedNumbers(workstation)).toHaveLength(25)
  expect(officeTypes(workstation)).toEqual(expect.arrayContaining(['register.imported@1', 'register.carriedOver@1']))
  expect(batches.list()).toEqual([])
  expect(batches.prepare(batchFor(workstation, 1))).toMatchObject({ problem: { why: { kind: 'postNeeded' } } })
})

test('after a crash between two frames it goes on behind the last written case', async () => {
  const { workstation, reviewer } = await founded()
  const { digest } = valueOf(importBatches(workstation).prepare(batchFor(workstation, 25)))
  await signInAs(workstation, reviewer)
  valueOf(importBatches(workstation).sign(batchId, digest))
  expect(valueOf(importBatches(workstation).write(batchId, 0))).toMatchObject({ written: 10, cases: 25, next: 10 })
  workstation.lock()
  const again = open()
  await signInAs(again, reviewer)
  expect(importBatches(again).list()).toMatchObject([{ written: 10, cases: 25, state: 'signed' }])
  expect(importBatches(again).sign(batchId, digest)).toMatchObject({
    problem: { why: { kind: 'importAlreadySigned' } },
  })
  expect(importBatches(again).discard(batchId)).toMatchObject({ problem: { why: { kind: 'importAlreadySigned' } } })
  expect(writeAll(again)).toEqual({ refused: [], calls: 2 })
  expect(carriedNumbers(again)).toHaveLength(25)
  expect(new Set(carriedNumbers(again)).size).toBe(25)
})

test('a full disk stops it whole, and it goes on when there is room', async () => {
  const { workstation, reviewer } = await founded()
  const { digest } = valueOf(importBatches(workstation).prepare(batchFor(workstation, 12)))
  workstation.lock()
  let free = 2 ** 40
  const narrow = open(() => free)
  await signInAs(narrow, reviewer)
  valueOf(importBatches(narrow).sign(batchId, digest))
  valueOf(importBatches(narrow).write(batchId, 0))
  free = 0
  expect(importBatches(narrow).write(batchId, 10)).toMatchObject({ problem: { kind: 'diskNearlyFull' } })
  expect(carriedNumbers(narrow)).toHaveLength(10)
  free = 2 ** 40
  expect(writeAll(narrow).refused).toEqual([])
  expect(carriedNumbers(narrow)).toHaveLength(12)
})

test('what was signed is what is written: another digest, a changed batch and a foreign hand are refused', async () => {
  const { workstation, reviewer } = await founded()
  const batches = importBatches(workstation)
  const foreign = batchFor(workstation, 2)
  const otherHand = { ...foreign.cases[0]!, open: { ...foreign.cases[0]!.open, preparedBy: reviewer } }
  expect(batches.prepare({ ...foreign, cases: [otherHand] })).toMatchObject({ problem: { kind: 'badInput' } })
  const twins = [foreign.cases[0]!, { ...foreign.cases[0]!, open: { ...foreign.cases[0]!.open, line: 9 } }]
  expect(batches.prepare({ ...foreign, cases: twins })).toMatchObject({ problem: { kind: 'badInput' } })
  const { digest } = valueOf(batches.prepare(foreign))
  expect(batches.prepare(foreign)).toMatchObject({ problem: { kind: 'badInput' } }) // one batch, one time
  await signInAs(workstation, reviewer)
  expect(importBatches(workstation).sign(batchId, 'f'.repeat(64))).toMatchObject({
    problem: { why: { kind: 'importChanged' } },
  })
  valueOf(importBatches(workstation).sign(batchId, digest))
  const { drafts } = workstation.options.vault
  const name = drafts.list().find(draft => isImportDraft(draft.name))!.name
  const sealed = valueOf(drafts.load(name))!.content as { batch: ImportBatch }
  const changed = { ...sealed, batch: { ...sealed.batch, fileName: '别的.xlsx' } }
  valueOf(drafts.save(name, changed as never))
  expect(importBatches(workstation).write(batchId, 0)).toMatchObject({ problem: { why: { kind: 'importChanged' } } })
  expect(carriedNumbers(workstation)).toEqual([])
})

test('a number that a second batch took meanwhile is named by its line; the others are written, and the rest may go', async () => {
  const { workstation, reviewer } = await founded()
  const administrator = workstation.session()!.personId
  const first = batchFor(workstation, 3, { carriedOver: [] })
  const { digest } = valueOf(importBatches(workstation).prepare(first))
  const otherId = randomUUID()
  const rival = { ...first.cases[1]!, open: { ...first.cases[1]!.open, batchId: otherId } }
  const other = valueOf(importBatches(workstation).prepare({ ...first, batchId: otherId, cases: [rival] }))
  await signInAs(workstation, reviewer)
  const batches = importBatches(workstation)
  valueOf(batches.sign(otherId, other.digest))
  valueOf(batches.write(otherId, 0))
  valueOf(batches.sign(batchId, digest))
  expect(writeAll(workstation).refused).toMatchObject([
    { line: 3, problem: { kind: 'refused', why: { kind: 'requestNoTaken' } } },
  ])
  expect(carriedNumbers(workstation).toSorted()).toEqual(['云信〔2026〕1号', '云信〔2026〕2号', '云信〔2026〕3号'])
  expect(batches.list()).toMatchObject([{ batchId, written: 2, cases: 3 }])
  valueOf(batches.discard(batchId)) // nothing of it can be written any more
  expect(batches.list()).toEqual([])
  await signInAs(workstation, administrator, founding.administrator.password)
})

test('an old number that has the form of ours is never given out again; others take none of the series', async () => {
  const { workstation, reviewer } = await founded()
  const batch = batchFor(workstation, 2, { carriedOver: [] })
  const [foreign, ours] = batch.cases as [ImportBatch['cases'][number], ImportBatch['cases'][number]]
  const like = { ...ours, open: { ...ours.open, requestNo: 'YX-A-2026-0007' } }
  const { digest } = valueOf(importBatches(workstation).prepare({ ...batch, cases: [foreign, like] }))
  await signInAs(workstation, reviewer)
  valueOf(importBatches(workstation).sign(batchId, digest))
  writeAll(workstation)
  workstation.lock()
  const again = open()
  const administrator = again.options.vault.status().people.find(({ name }) => name === founding.administrator.name)!
  await signInAs(again, administrator.personId, founding.administrator.password)
  const register = (requestNo: string) =>
    again.append({
      subject: subjectOf('request', randomUUID()),
      role: 'clerk',
      facts: [
        {
          type: 'request.registered@1',
          open: {
            ...{ requestNo, agencyId: foreign.open.agencyId, channel: 'inPerson', receivedOn: '2026-03-20' },
            ...{ applicantType: 'naturalPerson', medium: 'paper', route: 'collect', originalSeen: true },
          },
          personal: {
            applicant: { name: '李四', idNumber: '110101190001010014', phone: '13800001234' },
            ...{ description: '新件', queryCode: '2222-2222-2222' },
          },
        },
      ],
    })
  expect(register('YX-A-2026-0007')).toMatchObject({ problem: { why: { kind: 'requestNoTaken', expected: 8 } } })
  expect(register('YX-A-2026-0008').ok).toBe(true)
})
