import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { err, ok } from '../../../../../../shared/kernel/result'
import { heldSticks } from '../../../../../../electron/main/media/carrying/held-sticks'
import type { StickExchange } from '../../../../../../electron/main/media/carrying/stick-exchange'
import { unseenEnds } from '../../../../../../electron/main/media/unseen-end'
import { watchSteps } from '../../../../../support/media/watch-steps'
import { inQuarantine } from '../../../../../support/sticks/in-quarantine'
import {
  foundedMachine,
  furtherMachine,
  temporaryFolder,
  type StickMachine,
} from '../../../../../support/sticks/stick-machines'
import { signInFirst, valueOf } from '../../../../../support/workstation/test-workstation'

const folders: string[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

const cancelled = { ok: false, problem: { kind: 'checkCancelled' } }
/** An encrypted bundle of two chains and a scan, on its way to the first machine. */
async function carried() {
  const first = await foundedMachine()
  const second = await furtherMachine(first)
  const stick = temporaryFolder()
  folders.push(first.folder, second.folder, stick)
  const subject = second.register(1)
  await second.scan(subject, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]))
  const name = await second.carry(stick)
  return { first, second, stick, subject, name }
}

test('a check and an import say step by step how far they are, and come to what they said', async () => {
  const { first, stick, name } = await carried()
  const seen = watchSteps()
  valueOf(await first.sticks.take(stick, { name }))
  valueOf(await first.sticks.apply('clerk'))
  expect(seen.steps.map(({ step }) => step)).toEqual(['reading', 'files', 'acts', 'comparing', 'blobs', 'taking'])
  for (const { step, of, done } of seen.steps) {
    expect(done, step).toBeGreaterThan(0)
    expect(done, step).toBeLessThanOrEqual(of)
    // Manifests of the export, headers of a zip, what encryption adds: a few KiB of the files.
    expect(done, step).toBeGreaterThan(step === 'reading' || step === 'files' ? of * 0.9 : of - 1)
  }
  expect(first.sticks.progress()).toBeNull()
})

test('how far it is can be asked at every piece; the time is that of the step', async () => {
  const { first, stick, name } = await carried()
  const told: unknown[] = []
  const seen = watchSteps((_nth, step) => told.push({ asked: step, ...first.sticks.progress() }))
  valueOf(await first.sticks.take(stick, { name }))
  expect(told).toHaveLength(seen.pieces())
  for (const one of told as { asked: string; step: string; done: number; of: number }[]) {
    expect(one.step).toBe(one.asked)
    expect(one.done).toBeLessThanOrEqual(one.of)
  }
})

test('a check that is cancelled, at whichever piece, leaves nothing in quarantine and imports nothing', async () => {
  const { first, stick, name, subject } = await carried()
  const whole = watchSteps()
  valueOf(await first.sticks.take(stick, { name }))
  const pieces = whole.pieces()
  whole.release()
  first.sticks.discard()
  const stoppedIn = new Set<string>()
  for (let at = 1; at <= pieces; at++) {
    const seen = watchSteps((nth, step) => {
      if (nth !== at) return
      stoppedIn.add(step)
      first.sticks.cancel()
    })
    const taken = await first.sticks.take(stick, { name })
    seen.release()
    expect(taken, `piece ${at}`).toMatchObject(cancelled)
    expect(inQuarantine(first), `piece ${at}`).toEqual([])
    expect(await first.sticks.apply('clerk')).toMatchObject({ problem: { kind: 'notFound' } })
  }
  expect([...stoppedIn]).toEqual(['reading', 'files', 'acts', 'comparing'])
  expect(first.workstation.ledger!.has(subject)).toBe(false)
  valueOf(await first.takeIn(stick, name))
  expect(first.workstation.ledger!.has(subject)).toBe(true)
})

test('a check that is cancelled leaves the bundle that was checked before it', async () => {
  const { first, second, stick, name } = await carried()
  second.register(2)
  const other = await second.carry(stick, {}, { mediumNo: 'JZ-02' })
  valueOf(await first.sticks.take(stick, { name }))
  const before = inQuarantine(first)
  watchSteps(() => first.sticks.cancel())
  expect(await first.sticks.take(stick, { name: other })).toMatchObject(cancelled)
  vi.restoreAllMocks()
  expect(inQuarantine(first)).toEqual(before)
  expect(valueOf(await first.sticks.waiting())).toMatchObject({ name })
})

test('a medium that is pulled while it is read is said to be gone, and not that its bundle is at fault', async () => {
  const { first, stick, name } = await carried()
  const pulled = `${stick}-pulled`
  folders.push(pulled)
  const seen = watchSteps(nth => {
    if (nth === 1) fs.renameSync(stick, pulled)
  })
  expect(await first.sticks.take(stick, { name })).toMatchObject({
    problem: { kind: 'bundleRefused', bundle: { kind: 'bundlePart', why: 'unreadable' } },
  })
  expect(seen.pieces()).toBeGreaterThan(0)
  expect(inQuarantine(first)).toEqual([])
})

test('what was left in quarantine stays where its check is cancelled', async () => {
  const { first, stick, name } = await carried()
  valueOf(await first.sticks.take(stick, { name }))
  const before = inQuarantine(first)
  first.sticks.drop()
  const seen = watchSteps(() => first.sticks.cancel())
  expect(await first.sticks.waiting()).toMatchObject(cancelled)
  expect(seen.steps.map(({ step }) => step)).toEqual(['again'])
  vi.restoreAllMocks()
  expect(inQuarantine(first)).toEqual(before)
  expect(valueOf(await first.sticks.waiting())).toMatchObject({ name, isNews: true })
})

test('an import that is cancelled ends with its segment, says what is left, and goes on there without the stick', async () => {
  const { first, second, stick, name, subject } = await carried()
  const received = () =>
    first.workstation
      .ledger!.actsOf('office')
      .flatMap(({ facts }) => facts)
      .filter(({ type }) => type === 'media.received@1').length
  const preview = valueOf(await first.sticks.take(stick, { name }))
  const fresh = preview.chains.reduce((sum, one) => sum + one.fresh, 0)
  fs.rmSync(stick, { recursive: true })
  const known = received()
  watchSteps((_nth, step) => void (step === 'blobs' && first.sticks.cancel()))
  const stopped = valueOf(await first.sticks.apply('clerk'))
  vi.restoreAllMocks()
  expect(stopped).toMatchObject({ came: 0, blobs: 1, refused: [], left: { acts: fresh, blobs: 0 } })
  watchSteps((_nth, step) => void (step === 'taking' && first.sticks.cancel()))
  const further = valueOf(await first.sticks.apply('clerk'))
  vi.restoreAllMocks()
  expect(further.left!.acts).toBe(fresh - further.came)
  expect(received()).toBe(known) // only what is here is said to have come
  expect(inQuarantine(first)).toHaveLength(1)
  expect(valueOf(await first.sticks.waiting())).toMatchObject({ name })
  const rest = valueOf(await first.sticks.apply('clerk'))
  expect(rest).toMatchObject({ refused: [], left: null, came: fresh - further.came })
  expect(inQuarantine(first)).toEqual([])
  expect(received()).toBe(known + 1)
  expect(first.names(subject)).toEqual(second.names(subject))
})

test('a lock in the middle of an import ends it with its segment; after the next sign-in it goes on', async () => {
  const { first, stick, name, subject } = await carried()
  valueOf(await first.sticks.take(stick, { name }))
  watchSteps((_nth, step) => {
    if (step !== 'taking' || !first.workstation.ledger) return
    first.media.dropAll()
    first.workstation.lock()
  })
  expect(await first.sticks.apply('clerk')).toMatchObject({ problem: { kind: 'locked' } })
  vi.restoreAllMocks()
  expect(inQuarantine(first)).toHaveLength(1)
  valueOf(await signInFirst(first.workstation))
  valueOf(await first.sticks.waiting())
  expect(valueOf(await first.sticks.apply('clerk'))).toMatchObject({ refused: [], left: null })
  expect(first.workstation.ledger!.has(subject)).toBe(true)
  expect(inQuarantine(first)).toEqual([])
})

/** The desk is locked at the first piece of a step. */
const lockedAt = ({ media, workstation }: StickMachine, step: string) =>
  watchSteps((_nth, now) => {
    if (now !== step || !workstation.ledger) return
    media.dropAll()
    workstation.lock()
  })

test('a lock over a check that has read the medium lets it come to its end; after the next sign-in it is shown', async () => {
  for (const step of ['files', 'acts', 'comparing']) {
    const { first, stick, name } = await carried()
    const seen = lockedAt(first, step)
    expect(await first.media.sticks.take(stick, { name }), step).toMatchObject({ problem: { kind: 'locked' } })
    seen.release()
    fs.rmSync(stick, { recursive: true })
    valueOf(await signInFirst(first.workstation))
    expect(first.media.unseenEnd(), step).toEqual(ok(null))
    expect(valueOf(await first.sticks.waiting()), step).toMatchObject({ name, isNews: true })
    expect(inQuarantine(first)).toHaveLength(1)
    expect(valueOf(await first.sticks.apply('clerk'))).toMatchObject({ refused: [], left: null })
  }
})

test('a lock over one that is still being read stops it, which is told after the next sign-in; nothing of it stays', async () => {
  const { first, stick, name } = await carried()
  const seen = lockedAt(first, 'reading')
  expect(await first.media.sticks.take(stick, { name })).toMatchObject(cancelled)
  expect([seen.pieces(), inQuarantine(first)]).toEqual([1, []])
  seen.release()
  valueOf(await signInFirst(first.workstation))
  expect(first.media.unseenEnd()).toEqual(ok({ what: 'import', name, end: { kind: 'stopped' } }))
  expect(valueOf(await first.sticks.waiting())).toBeNull()
  // Of what was left by an import its rest stays: it is checked anew.
  valueOf(await first.sticks.take(stick, { name }))
  first.sticks.drop()
  const again = lockedAt(first, 'again')
  expect(await first.media.sticks.waiting()).toMatchObject(cancelled)
  again.release()
  valueOf(await signInFirst(first.workstation))
  expect(valueOf(await first.sticks.waiting())).toMatchObject({ name })
})

test('who leaves the page during a check and comes back waits for it, and nothing of it is taken for a rest', async () => {
  const { first, stick, name } = await carried()
  const [taken, waited] = await Promise.all([first.sticks.take(stick, { name }), first.sticks.waiting()])
  expect(valueOf(taken)).toEqual(valueOf(waited))
  expect(inQuarantine(first)).toHaveLength(1)
  const both = await Promise.all([first.sticks.apply('clerk'), first.sticks.apply('clerk')])
  expect(both).toMatchObject([{ ok: true }, { problem: { kind: 'notFound' } }])
})

test('after the next sign-in nothing is said of what was cancelled or stopped by hand: who did it was there', async () => {
  let isLockDue = false
  const ends = unseenEnds({ holdAutoLock: () => () => isLockDue })
  const applied = (left: { acts: number; blobs: number } | null) => ok({ left } as never)
  const after = async (work: Partial<StickExchange>, isDue = false): Promise<unknown> => {
    isLockDue = isDue
    ends.forget()
    const sticks = heldSticks(work as StickExchange, ends)
    await (work.take ? sticks.take('', { name: 'x' }) : sticks.apply('clerk'))
    return ends.current()?.end ?? null
  }
  expect(await after({ take: async () => err({ kind: 'checkCancelled' }) })).toBeNull()
  expect(await after({ apply: async () => applied({ acts: 3, blobs: 0 }) }, true)).toBeNull() // it is shown as it waits
  expect(await after({ apply: async () => applied(null) }, true)).toEqual({ kind: 'finished', mayBePulled: true })
  expect(await after({ apply: async () => applied(null) })).toBeNull()
  const problem = { kind: 'journalBroken' } as const
  expect(await after({ apply: async () => err(problem) }, true)).toEqual({ kind: 'failed', problem })
})
