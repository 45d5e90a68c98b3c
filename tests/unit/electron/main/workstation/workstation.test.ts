import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { officeClock } from '../../../../../electron/main/clock/office-clock'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'workstation-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const noon = Date.parse('2026-03-02T04:00:00Z')
const clockAt = (ms: number) => officeClock({ wall: () => ms, monotonic: () => 0 })

async function founded(options: Omit<Parameters<typeof openTestWorkstation>[0], 'folder'> = {}) {
  const workstation = openTestWorkstation({ folder, clock: clockAt(noon), ...options })
  const made = valueOf(await workstation.establish(founding))
  return { workstation, ...made }
}

const agencyOf = (workstation: Workstation) =>
  (
    workstation.ledger!.actsOf('office')[0]!.facts.find(fact => fact.type === 'agency.added@1')!.open as {
      agencyId: string
    }
  ).agencyId

const steps = (workstation: Workstation) =>
  visitActs({ agencyId: agencyOf(workstation), today: '2026-03-02', requestSerial: 1, letterSerial: 1 })

const appendStep = (workstation: Workstation, step: ReturnType<typeof visitActs>[number]) =>
  workstation.append({ subject: step.subject, role: step.role, facts: step.facts })

test('an office is founded with one frame, and its first administrator signs in again after a restart', async () => {
  const { workstation, session } = await founded()
  expect(session).toMatchObject({ officeName: founding.officeName, posts: ['administrator', 'clerk'], lastSeq: 3 })
  expect([...workstation.ledger!.actsAfter()].map(frame => frame.length)).toEqual([2, 1]) // the founding, then the first session
  workstation.lock()
  const again = openTestWorkstation({ folder, clock: clockAt(noon + 1000) })
  expect(again.options.vault.status().state).toBe('locked')
  const signedIn = valueOf(await signInFirst(again))
  expect(signedIn.lastSeq).toBe(4) // the sign-in itself is on record
  expect(again.ledger!.actsOf(`person:${signedIn.personId}`).at(-1)!.facts[0]).toEqual({
    type: 'person.signedIn@1',
    open: { failuresBefore: 0 },
  })
})

test('a power cut between vault and journal leaves an office that is founded at the next sign-in', async () => {
  const { workstation } = await founded()
  workstation.lock()
  fs.rmSync(path.join(folder, 'journal'), { recursive: true })
  const again = openTestWorkstation({ folder, clock: clockAt(noon) })
  expect(await signInFirst(again)).toEqual({ ok: false, problem: { kind: 'notEstablished' } }) // the draft was discarded
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder)
  const cut = openTestWorkstation({ folder, clock: clockAt(noon) })
  valueOf(await cut.options.vault.establish(founding))
  const { administrator, ...office } = founding
  valueOf(
    cut.options.vault.drafts.save('founding', {
      ...office,
      administrator: { name: administrator.name, posts: [...administrator.posts] },
    } as never),
  )
  cut.options.vault.lock()
  const restarted = openTestWorkstation({ folder, clock: clockAt(noon) })
  expect(valueOf(await signInFirst(restarted)).lastSeq).toBe(3)
})

test('the whole visit needs two people: nobody approves the draft they wrote', async () => {
  const { workstation } = await founded()
  const acts = steps(workstation)
  for (const step of acts.slice(0, 6)) valueOf(appendStep(workstation, step))
  const issue = acts.find(step => step.facts[0]!.type === 'reply.issued@1')!
  const mine = { ...issue, facts: [{ ...issue.facts[0]!, open: { ...(issue.facts[0]!.open as object), draftNo: 1 } }] }
  const before = workstation.ledger!.head
  expect(appendStep(workstation, mine)).toMatchObject({
    ok: false,
    problem: { kind: 'refused', why: { kind: 'postNotHeld' } },
  })
  expect(workstation.append({ subject: mine.subject, role: 'clerk', facts: mine.facts })).toMatchObject({
    ok: false,
    problem: { kind: 'refused', why: { kind: 'postNeeded' } },
  })
  expect(workstation.ledger!.head).toEqual(before)
})

test('a clerk who is also a reviewer is still held to four eyes', async () => {
  const workstation = openTestWorkstation({ folder, clock: clockAt(noon) })
  const posts = ['administrator', 'clerk', 'reviewer'] as const
  valueOf(await workstation.establish({ ...founding, administrator: { ...founding.administrator, posts: [...posts] } }))
  const acts = steps(workstation)
  for (const step of acts.slice(0, 6)) valueOf(appendStep(workstation, step))
  expect(appendStep(workstation, acts[6]!)).toMatchObject({ ok: false, problem: { why: { kind: 'fourEyes' } } })
})

test('a fact of another shape, an unknown subject and a number given twice are refused', async () => {
  const { workstation } = await founded()
  const [register] = steps(workstation)
  const fact = register!.facts[0]!
  const withOpen = (extra: object) => ({
    ...register!,
    facts: [{ ...fact, open: { ...(fact.open as object), ...extra } }],
  })
  expect(appendStep(workstation, withOpen({ dueOn: '2030-01-01' }) as never)).toMatchObject({
    ok: false,
    problem: { why: { kind: 'factMalformed' } },
  })
  expect(appendStep(workstation, { ...register!, subject: 'nonsense' })).toMatchObject({
    ok: false,
    problem: { why: { kind: 'subjectUnknown' } },
  })
  expect(appendStep(workstation, withOpen({ receivedOn: '2026-03-03' }) as never)).toMatchObject({
    ok: false,
    problem: { why: { kind: 'receivedInFuture' } },
  })
  valueOf(appendStep(workstation, register!))
  expect(appendStep(workstation, { ...register!, subject: `request:${crypto.randomUUID()}` })).toMatchObject({
    ok: false,
    problem: { why: { kind: 'requestNoTaken' } },
  })
})

test('below 1 GiB free nothing new is begun and nothing saved changes', async () => {
  let free = 2 ** 40
  const { workstation } = await founded({ freeBytes: () => free })
  const before = workstation.ledger!.head
  free = 2 ** 29
  expect(appendStep(workstation, steps(workstation)[0]!)).toEqual({
    ok: false,
    problem: { kind: 'diskNearlyFull', freeBytes: 2 ** 29 },
  })
  expect(workstation.ledger!.head).toEqual(before)
})

test('a clock behind the last act holds every act back', async () => {
  const { workstation } = await founded()
  workstation.lock()
  const earlier = openTestWorkstation({ folder, clock: clockAt(noon - 90 * 86_400_000) })
  valueOf(await signInFirst(earlier))
  expect(appendStep(earlier, steps(earlier)[0]!)).toMatchObject({
    ok: false,
    problem: { kind: 'clockBehind', lastActOn: '2026-03-02' },
  })
})

test('the automatic lock waits for work that goes on, and comes at once when it ends', async () => {
  const waiting: (() => void)[] = []
  let locks = 0
  const schedule = (run: () => void) => {
    waiting.push(run)
    return () => void (waiting.length = 0)
  }
  const { session, workstation } = await founded({ wiring: { schedule, onTimedLock: () => void locks++ } })
  const halfMinutes = session.autoLockMinutes * 2
  const release = workstation.holdAutoLock()
  const another = workstation.holdAutoLock()
  for (let tick = 0; tick < 2 * halfMinutes; tick++) waiting.pop()!()
  expect(another()).toBe(false) // one still goes on
  expect(workstation.isOpen).toBe(true)
  expect(release()).toBe(true)
  expect(release()).toBe(false)
  expect(workstation.isOpen).toBe(true)
  waiting.pop()!()
  expect({ isOpen: workstation.isOpen, locks }).toEqual({ isOpen: false, locks: 1 })
})

test('the mirror follows, and is a witness that the journal may not fall behind', async () => {
  const mirrorFolder = path.join(folder, 'second-disk')
  fs.mkdirSync(mirrorFolder)
  const { workstation } = await founded({ mirrorFolder })
  valueOf(appendStep(workstation, steps(workstation)[0]!))
  await new Promise(resolve => setImmediate(() => setImmediate(resolve)))
  expect(workstation.mirrorState).toBe('current')
  const { chain, seq } = workstation.ledger!.head
  workstation.lock()
  const segment = path.join(folder, 'journal', chain, '000001.seg')
  expect(fs.readFileSync(path.join(mirrorFolder, chain, '000001.seg')).equals(fs.readFileSync(segment))).toBe(true)
  const bytes = fs.readFileSync(segment)
  bytes.fill(0, bytes.lastIndexOf('FRAM')) // the last frame is gone without a trace
  fs.writeFileSync(segment, bytes)
  const again = openTestWorkstation({ folder, clock: clockAt(noon), mirrorFolder })
  expect(valueOf(await signInFirst(again)).readOnly).toEqual({
    kind: 'journalCutShort',
    lastSeq: seq - 1,
    witnessedSeq: seq,
  })
})

test('a mirror that is not there is told and never made; what it lacks goes there when it is back', async () => {
  const mirrorFolder = path.join(folder, 'second-disk')
  fs.mkdirSync(mirrorFolder)
  const { workstation } = await founded({ mirrorFolder })
  const turns = () => new Promise(resolve => setImmediate(() => setImmediate(resolve)))
  await turns()
  expect(workstation.mirrorState).toBe('current')

  fs.renameSync(mirrorFolder, `${mirrorFolder}-unplugged`)
  expect(workstation.mirrorState).toBe('missing')
  valueOf(appendStep(workstation, steps(workstation)[0]!))
  await turns()
  await workstation.lookAtMirror()
  expect(workstation.mirrorState).toBe('missing')
  expect(fs.existsSync(mirrorFolder), 'a folder of this disk in place of the stick').toBe(false)

  fs.mkdirSync(mirrorFolder) // another stick: nothing of this chain on it yet
  expect(workstation.mirrorState).toBe('behind')
  await workstation.lookAtMirror()
  expect(workstation.mirrorState).toBe('current')
  const { chain } = workstation.ledger!.head
  const copy = fs.readFileSync(path.join(mirrorFolder, chain, '000001.seg'))
  expect(copy.equals(fs.readFileSync(path.join(folder, 'journal', chain, '000001.seg')))).toBe(true)
})

test('what is on disk holds no name, number or telephone; one unsealed canary shows that the search finds them', async () => {
  const { workstation } = await founded()
  for (const step of steps(workstation).slice(0, 6)) valueOf(appendStep(workstation, step))
  workstation.lock()
  const needles = ['张㛃䶮', '110101190001010014', '13900000182', '白鹭村']
  expect(filesWith(folder, needles)).toEqual([])
  fs.writeFileSync(path.join(folder, 'canary'), Buffer.from('13900000182', 'utf16le'))
  expect(filesWith(folder, needles)).toEqual(['canary'])
})

function filesWith(where: string, needles: readonly string[]): string[] {
  const forms = needles.flatMap(text => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('hex')),
  ])
  return fs
    .readdirSync(where, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .filter(entry => {
      const bytes = fs.readFileSync(path.join(entry.parentPath, entry.name))
      return forms.some(form => bytes.includes(form))
    })
    .map(entry => entry.name)
}

test('a sitting is from a sign-in to the lock, and no two are the same', async () => {
  const { workstation } = await founded()
  const seen = [workstation.sitting]
  valueOf(await signInFirst(workstation)) // a change of person without a lock before it
  seen.push(workstation.sitting)
  workstation.lock()
  expect(workstation.sitting).toBeNull()
  valueOf(await signInFirst(workstation))
  seen.push(workstation.sitting)
  expect(new Set(seen).size).toBe(3)
  expect(seen).not.toContain(null)
})
