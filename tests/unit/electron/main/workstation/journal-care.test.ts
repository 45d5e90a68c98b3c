import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Problem } from '#shared/contracts/problems'
import { officeAuthority } from '../../../../../electron/main/authority/office-authority'
import { blobIndex } from '../../../../../electron/main/ledger/blob-index'
import { checkJournal, type CheckAnswer, type JournalCheck } from '../../../../../electron/main/ledger/check-journal'
import { openJournalDisk } from '../../../../../electron/main/ledger/journal-disk'
import { checkInThread, type RunCheck } from '../../../../../electron/main/ledger/run-check'
import { segmentHeaderBytes } from '../../../../../electron/main/ledger/segment'
import { journalCare } from '../../../../../electron/main/workstation/journal-care'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'
import { officeClock } from '../../../../../electron/main/clock/office-clock'

const today = '2026-03-02'
let folder: string
let mirrorFolder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'care-'))
  mirrorFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'care-mirror-'))
})
afterEach(() => {
  for (const one of [folder, mirrorFolder]) fs.rmSync(one, { recursive: true, force: true })
})

/** Checks that were asked for and wait for the test to let them run. */
let asked: { check: JournalCheck; answer: Parameters<RunCheck>[1]; isStopped: boolean }[] = []
const locked = vi.fn<(problem: Problem) => void>()
beforeEach(() => {
  asked = []
  locked.mockClear()
})
const later: RunCheck = (check, answer) => {
  const one = { check, answer, isStopped: false }
  asked.push(one)
  return { stop: () => (one.isStopped = true) }
}
const runLast = (): CheckAnswer => {
  const { check, answer } = asked.at(-1)!
  const onlookers = [officeAuthority(() => ''), blobIndex()]
  const found = checkJournal(check, { openDisk: openJournalDisk, onlookers })
  answer(found)
  return found
}

const clock = () =>
  officeClock({ wall: () => Date.parse(`${today}T10:00:00+08:00`), monotonic: () => performance.now() })

const open = (options: { runCheck?: RunCheck; mirror?: boolean } = {}): Workstation =>
  openTestWorkstation({
    folder,
    clock: clock(),
    journalCare: journalCare({ folder, runCheck: options.runCheck ?? later, leastActs: 5 }),
    onJournalLocked: locked,
    ...(options.mirror ? { mirrorFolder } : {}),
  })

/** One visit in a founded office, checked whole once; answers what the first workstation knew. */
async function officeWithCheckpoint(mirror = false): Promise<{ agencyId: string; posts: readonly string[] }> {
  const first = open({ mirror })
  valueOf(await first.establish(founding))
  const agency = first.ledger!.actsOf('office')[0]!.facts.find(fact => fact.type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  expect(register(first, agencyId, 1).filter(({ ok }) => !ok)).toEqual([])
  first.lock()
  const second = open({ mirror })
  const session = valueOf(await signInFirst(second))
  expect(second.ledger!.uncheckedUpTo).toBe(0)
  expect(runLast().kind).toBe('sound')
  second.lock()
  await mirrorFollowed()
  return { agencyId, posts: session.posts }
}

/** A visit up to its search: what one clerk may do alone. */
function register(workstation: Workstation, agencyId: string, serial: number) {
  const steps = visitActs({ agencyId, today, requestSerial: serial, letterSerial: serial })
  const searched = steps.findIndex(({ facts }) => facts[0]!.type === 'search.recorded@1')
  return steps.slice(0, searched + 1).map(({ subject, role, facts }) => workstation.append({ subject, role, facts }))
}

const mirrorFollowed = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)))

const segment = () => {
  const chain = fs.readdirSync(path.join(folder, 'journal'))[0]!
  return path.join(folder, 'journal', chain, '000001.seg')
}
/** Flips a bit of the n-th frame: 0 holds the founding, which every start reads, 1 the registration of the first visit. */
const flip = (frame: number) => {
  const bytes = fs.readFileSync(segment())
  let at = segmentHeaderBytes
  for (let n = 0; n < frame; n++) at += 24 + bytes.readUInt32LE(at + 4)
  bytes[at + 60]! ^= 4
  fs.writeFileSync(segment(), bytes)
  return at
}

test('before the check has answered, numbers, posts and states are judged as after a whole reading', async () => {
  const { agencyId, posts } = await officeWithCheckpoint()
  const workstation = open()
  const session = valueOf(await signInFirst(workstation))
  expect(workstation.ledger!.uncheckedUpTo).toBeGreaterThan(5)
  expect(session.posts).toEqual(posts)
  const again = register(workstation, agencyId, 1)[0]!
  expect(again).toMatchObject({ ok: false, problem: { why: { kind: 'requestNoTaken', expected: 2 } } })
  const gap = register(workstation, agencyId, 3)[0]!
  expect(gap).toMatchObject({ ok: false, problem: { why: { kind: 'requestNoOutOfTurn', expected: 2 } } })
  expect(register(workstation, agencyId, 2).every(({ ok }) => ok)).toBe(true)
  const { head } = workstation.ledger!
  expect(runLast().kind).toBe('sound')
  expect(workstation.ledger!.uncheckedUpTo).toBe(0)
  expect(register(workstation, agencyId, 3).every(({ ok }) => ok)).toBe(true)
  workstation.lock()
  const after = open()
  valueOf(await signInFirst(after))
  expect(after.ledger!.head.seq).toBeGreaterThan(head.seq)
  expect(after.ledger!.hashAt(head.seq)).toBe(head.hash)
  after.lock()
})

test('damage that the check finds stops the writing, is told, and stands before the first screen next time', async () => {
  const { agencyId } = await officeWithCheckpoint()
  const offset = flip(2)
  const workstation = open()
  expect(valueOf(await signInFirst(workstation)).readOnly).toBeUndefined()
  expect(register(workstation, agencyId, 2).every(({ ok }) => ok)).toBe(true)
  const written = workstation.ledger!.head
  const found = runLast()
  const problem = { kind: 'journalDamaged', damage: { segment: 1, offset, firstBadSeq: expect.any(Number) as number } }
  expect(found).toEqual({ kind: 'unsound', problem })
  expect(locked.mock.calls).toEqual([[problem]])
  expect(workstation.session()!.readOnly).toEqual(problem)
  expect(register(workstation, agencyId, 3)[0]).toEqual({ ok: false, problem })
  expect(workstation.ledger!.head).toEqual(written)
  workstation.lock()
  const again = open()
  expect(valueOf(await signInFirst(again)).readOnly).toEqual(problem)
  again.lock()
  flip(2) // mended: what was acknowledged in between is there
  const mended = open()
  expect(valueOf(await signInFirst(mended)).readOnly).toBeUndefined()
  expect(mended.ledger!.uncheckedUpTo).toBe(0)
  expect(mended.ledger!.hashAt(written.seq)).toBe(written.hash)
  mended.lock()
})

test('damage in an act that is needed before the check is found there, and nothing behind it is touched', async () => {
  await officeWithCheckpoint()
  const offset = flip(0)
  const bytes = fs.readFileSync(segment())
  const problem = { kind: 'journalDamaged', damage: { segment: 1, offset, firstBadSeq: 1 } }
  const workstation = open()
  expect(valueOf(await signInFirst(workstation)).readOnly).toEqual(problem)
  expect(workstation.append({ subject: 'office', role: 'administrator', facts: [] })).toEqual({ ok: false, problem })
  workstation.lock()
  expect(fs.readFileSync(segment()).equals(bytes)).toBe(true)
})

test('an act on a request whose history is damaged is refused, and the file stays as it is', async () => {
  const { agencyId } = await officeWithCheckpoint()
  const workstation = open()
  valueOf(await signInFirst(workstation))
  const subject = [...workstation.ledger!.subjects()].find(one => one.startsWith('request:'))!
  const offset = flip(2)
  const bytes = fs.readFileSync(segment())
  const steps = visitActs({ agencyId, today, requestSerial: 1, letterSerial: 1 })
  const { role, facts } = steps.find(step => step.facts[0]!.type === 'search.recorded@1')!
  const refused = workstation.append({ subject, role, facts })
  expect(refused).toMatchObject({ ok: false, problem: { kind: 'journalDamaged', damage: { offset } } })
  expect(workstation.session()!.readOnly).toMatchObject({ kind: 'journalDamaged' })
  workstation.lock()
  expect(fs.readFileSync(segment()).equals(bytes)).toBe(true)
})

test('nothing is copied over the mirror before the check: its copy of a damaged segment is the last good one', async () => {
  const { agencyId } = await officeWithCheckpoint(true)
  const copy = path.join(mirrorFolder, path.basename(path.dirname(segment())), '000001.seg')
  const good = fs.readFileSync(copy)
  flip(2)
  const workstation = open({ mirror: true })
  valueOf(await signInFirst(workstation))
  register(workstation, agencyId, 2)
  await mirrorFollowed()
  expect(workstation.mirrorState).toBe('behind')
  expect(runLast().kind).toBe('unsound')
  await mirrorFollowed()
  expect(fs.readFileSync(copy).equals(good)).toBe(true)
  workstation.lock()
  flip(2)
  const mended = open({ mirror: true })
  valueOf(await signInFirst(mended))
  await mirrorFollowed()
  expect(mended.mirrorState).toBe('current')
  expect(fs.readFileSync(copy).equals(fs.readFileSync(segment()))).toBe(true)
  mended.lock()
})

test('a check that cannot be made elsewhere is made here; after lock it speaks to nobody and its keys are zeros', async () => {
  const { agencyId } = await officeWithCheckpoint()
  flip(2)
  const workstation = open()
  valueOf(await signInFirst(workstation))
  asked.at(-1)!.answer({ kind: 'failed', cause: new Error('no thread') })
  expect(workstation.ledger!.readOnly?.kind).toBe('journalDamaged')
  expect(asked.at(-1)!.check.journalKey.every(byte => byte === 0)).toBe(true)
  workstation.lock()
  flip(2)
  const next = open()
  valueOf(await signInFirst(next))
  register(next, agencyId, 2)
  const { check } = asked.at(-1)!
  expect(check.journalKey.some(byte => byte !== 0)).toBe(true)
  next.lock()
  expect(asked.at(-1)!.isStopped).toBe(true)
  expect([...check.journalKey, ...check.checkpointKey].every(byte => byte === 0)).toBe(true)
})

const threadOf = (source: string, delayMs = 0) =>
  new Promise<Parameters<Parameters<RunCheck>[1]>[0]>(resolve => {
    const check = { folder, chain: '', journalKey: new Uint8Array(32), checkpointKey: new Uint8Array(32) }
    checkInThread({ source: () => source, delayMs })({ ...check, head: { seq: 7, hash: '' }, from: 0 }, resolve)
  })

test('the thread answers once with what its program found, or with why it could not', async () => {
  const sound = `const { parentPort, workerData } = require('node:worker_threads')
    parentPort.postMessage({ kind: 'sound', acts: workerData.head.seq })`
  expect(await threadOf(sound)).toEqual({ kind: 'sound', acts: 7 })
  expect(await threadOf(`throw new Error('planted')`)).toMatchObject({ kind: 'failed', cause: { message: 'planted' } })
  expect(await threadOf(`process.exit(3)`)).toMatchObject({ kind: 'failed' })
  expect(await threadOf(`this is no program`)).toMatchObject({ kind: 'failed' })
})
