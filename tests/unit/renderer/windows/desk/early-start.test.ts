import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import { earlyStart } from '../../../../../renderer/windows/desk/early-start'

const rowsKey = new Uint8Array(32).fill(7)
const signedIn = { ok: true, value: { personId: 'p', rowsKey } }

const reload = vi.fn()
beforeEach(() => vi.stubGlobal('location', { href: 'app://bundle/index.html', reload }))
afterEach(() => {
  vi.unstubAllGlobals()
  reload.mockClear()
})

function started(answers: Readonly<Record<string, () => Promise<unknown>>>) {
  const posted: unknown[] = []
  const worker = { postMessage: (order: unknown) => void posted.push(order), terminate: vi.fn() }
  const listeners = new Map<string, () => void>()
  const invoke = vi.fn((name: string, _input: unknown) => answers[name]?.() ?? Promise.resolve({ asked: name }))
  const bridge = { invoke, on: (event: string, hear: () => void) => (listeners.set(event, hear), () => undefined) }
  const early = earlyStart(bridge, () => worker as unknown as Worker) // only these two are used
  return { early, invoke, posted, listeners }
}

test('what was asked before is answered once and not asked twice; after that main is asked', async () => {
  const { early, invoke } = started({ 'session:current': async () => signedIn })
  const before = invoke.mock.calls.length
  expect(await early.bridge.invoke('session:current', undefined)).toBe(signedIn)
  expect(await early.bridge.invoke('clock:today', undefined)).toEqual({ asked: 'clock:today' })
  expect(invoke.mock.calls.length).toBe(before)
  await early.bridge.invoke('clock:today', undefined)
  await early.bridge.invoke('ledger:head', undefined)
  expect(invoke.mock.calls.slice(before).map(([name]) => name)).toEqual(['clock:today', 'ledger:head'])
})

test('somebody is signed in: the projector opens the view at once', async () => {
  const { early, posted } = started({ 'session:current': async () => signedIn })
  await early.answered
  expect(posted).toEqual([{ kind: 'open', rowsKey, actsUrl: 'app://bundle/ledger/acts' }])
})

test.each([
  ['nobody is signed in', async () => ({ ok: true, value: null })],
  ['main refuses', async () => ({ ok: false, problem: { kind: 'locked' } })],
  ['the bridge is broken', async () => Promise.reject(new Error('no main'))],
  ['the answer is none', async () => undefined],
])('%s: the projector waits, and the window is not kept waiting', async (_why, answer) => {
  const { early, posted } = started({ 'session:current': answer })
  await early.answered
  expect(posted).toEqual([])
})

test('a lock that comes while the window is still read is heard', () => {
  const { listeners } = started({})
  listeners.get(deskEvents.lockedByTimer)?.()
  expect(reload).toHaveBeenCalledTimes(1)
})
