import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Channels } from '#shared/contracts/channel'
import { deskChannels } from '#shared/contracts/desk-channels'
import { kioskChannels } from '#shared/contracts/kiosk-channels'
import { openToAnyone } from '../../../../../electron/main/ipc/open-to-anyone'
import { serveChannels, type CallEvent } from '../../../../../electron/main/ipc/serve-channels'
import { rightValue, wrongValues } from '../../../../support/hostile/shape-values'
import { dice, oneOf } from '../../../../support/workstation/synthetic-people'

vi.setConfig({ testTimeout: 60_000 }) // seconds alone, and the machine may be shared

const deskWindow = 1
const kioskWindow = 2
const page = 'app://bundle/index.html'
const called = (url: string, over: Partial<CallEvent> = {}): CallEvent => ({
  sender: { id: deskWindow },
  senderFrame: { url, parent: null },
  ...over,
})

/** Whoever is not the top frame of the right window on our own origin. */
const strangers: readonly (readonly [who: string, event: CallEvent])[] = [
  ...[
    ...['https://bundle/', 'http://bundle/index.html', 'https://example.org/', 'http://bundle.app.localhost/'],
    ...['app://bundle.evil/', 'app://evil/index.html', 'app://bundle:1/', 'app://user@bundle/', 'app2://bundle/'],
    ...[
      'file:///index.html',
      'data:text/html,x',
      'blob:app://bundle/1',
      'about:blank',
      'about:srcdoc',
      'javascript:x()',
    ],
    ...['app:bundle', 'chrome://gpu', 'devtools://devtools/', '', 'not a url'],
  ].map(url => [url || '(no address)', called(url)] as const),
  ['a frame inside our page', called(page, { senderFrame: { url: page, parent: { url: page } } })],
  ['a frame whose parent is unknown', called(page, { senderFrame: { url: page, parent: undefined } })],
  ['a frame that is gone', called(page, { senderFrame: null })],
  ['another window of the program', called(page, { sender: { id: 3 } })],
  ['the other contract’s window', called(page, { sender: { id: kioskWindow } })],
]

/** A contract as main serves it, with handlers that only say that they were reached. */
function served(channels: Channels, state: { isSignedIn: boolean; open: ReadonlySet<string> }) {
  const listeners = new Map<string, (event: CallEvent, input: unknown) => Promise<unknown>>()
  const reached: { readonly name: string; readonly input: unknown }[] = []
  const handlers = Object.keys(channels).map(name => [
    name,
    async (input: unknown) => {
      reached.push({ name, input })
      return { ok: false, problem: { kind: 'locked' } }
    },
  ])
  serveChannels(
    { handle: (name, listener) => void listeners.set(name, listener) },
    {
      channels,
      handlers: Object.fromEntries(handlers) as never,
      isWindow: id => id === deskWindow,
      openToAnyone: state.open,
      isSignedIn: () => state.isSignedIn,
      log: (_reference, channel, cause) => {
        throw new Error(`${channel} failed`, { cause })
      },
    },
  )
  return {
    reached,
    names: [...listeners.keys()],
    call: (name: string, event: CallEvent, input: unknown) =>
      listeners.get(name)!(event, input) as Promise<{ ok: boolean; problem: { kind: string; detail?: string } }>,
  }
}

const contracts = [
  ['the desk', deskChannels as Channels],
  ['the kiosk', kioskChannels as Channels],
] as const
const everybody = { isSignedIn: true, open: new Set<string>() }

describe.each(contracts)('a page of %s that somebody has taken over', (window, channels) => {
  const names = Object.keys(channels)
  let gate: ReturnType<typeof served>
  beforeEach(() => void (gate = served(channels, { ...everybody })))

  test('every channel of the contract is served, and nothing else', () => {
    expect(gate.names.sort()).toEqual([...names].sort())
    expect(names.length).toBeGreaterThan(5)
  })

  test('every call from a page that is not ours is refused, and nothing of it is done', async () => {
    let calls = 0
    for (const name of names) {
      const input = rightValue(channels[name]!.input, name)
      for (const [who, event] of strangers) {
        const reply = await gate.call(name, event, input)
        expect(reply, `${name} from ${who}`).toEqual({ ok: false, problem: { kind: 'untrustedSender' } })
        calls++
      }
    }
    console.log(`${window}: ${calls} calls refused, ${names.length} channels x ${strangers.length} strangers`)
    expect(calls).toBe(names.length * strangers.length)
    expect(gate.reached).toEqual([])
  })

  test('every wrong shape on every channel is refused by its path, and its handler hears nothing', async () => {
    let shapes = 0
    for (const name of names) {
      const wrong = wrongValues(channels[name]!.input, name)
      expect(wrong.length, `${name} has no wrong shape`).toBeGreaterThan(0)
      for (const { at, value } of wrong) {
        const reply = await gate.call(name, called(page), value)
        expect(reply.problem.kind, `${at}: ${describeValue(value)}`).toBe('badInput')
        expect(reply.problem.detail).not.toMatch(/某词|键/u)
        shapes++
      }
    }
    console.log(`${window}: ${shapes} wrong shapes refused on ${names.length} channels`)
    expect(shapes).toBeGreaterThan(names.length)
    expect(gate.reached).toEqual([])
  })

  test('the right shape from the right page reaches its handler, so the tables above are no accident', async () => {
    for (const name of names) await gate.call(name, called(page), rightValue(channels[name]!.input, name))
    expect(gate.reached.map(({ name }) => name)).toEqual(names)
  })
})

/**
 * Written here a second time on purpose: a call that answers before anybody has signed in is a decision. The last two
 * lines are a new machine that joins an office, and one to which an office comes back from its copy.
 */
const answeredAtTheDoor = [
  ...['vault:status', 'vault:establish', 'vault:signIn', 'vault:recover', 'vault:lock', 'vault:touch'],
  ...['session:current', 'clock:today', 'health:report', 'program:about', 'program:copy', 'program:switchTo'],
  ...['read', 'begin', 'confirm', 'cancel', 'writeRequest', 'readAnswer', 'acceptAnswer'].map(act => `joining:${act}`),
  ...['read', 'choose', 'check', 'start', 'cancel'].map(act => `putBack:${act}`),
]

test('before anybody has signed in every channel is locked but those of the door', async () => {
  const gate = served(deskChannels as Channels, { isSignedIn: false, open: openToAnyone })
  const answered: string[] = []
  for (const name of gate.names) {
    const reply = await gate.call(name, called(page), rightValue(deskChannels[name as keyof typeof deskChannels].input))
    if (gate.reached.some(one => one.name === name)) answered.push(name)
    else expect(reply, name).toEqual({ ok: false, problem: { kind: 'locked' } })
  }
  expect(answered.sort()).toEqual(answeredAtTheDoor.filter(name => Object.hasOwn(deskChannels, name)).sort())
})

test('20,000 calls at random: only a right shape from our page reaches a handler, and never an exception', async () => {
  const random = dice(2026)
  const channels: Channels = { ...deskChannels, ...kioskChannels }
  const gate = served(channels, { ...everybody })
  const told = { untrustedSender: 0, badInput: 0, reached: 0 }
  for (let round = 0; round < 20_000; round++) {
    const name = oneOf(gate.names, random)
    const [, stranger] = oneOf(strangers, random)
    const isOurs = random() < 0.7
    const input = anything(random, 0)
    const before = gate.reached.length
    const reply = await gate.call(name, isOurs ? called(page) : stranger, input)
    const isReached = gate.reached.length > before
    if (isReached) told.reached++
    else told[reply.problem.kind as 'badInput' | 'untrustedSender']++
    expect(isReached && !isOurs).toBe(false)
    if (isReached) expect(channels[name]!.input.safeParse(input).success).toBe(true)
  }
  console.log(`random calls: ${JSON.stringify(told)}`)
  expect(told.untrustedSender).toBeGreaterThan(5_000)
  expect(told.badInput).toBeGreaterThan(5_000)
  expect(told.untrustedSender + told.badInput + told.reached).toBe(20_000)
})

test('the tables see a gate that is left open', async () => {
  const [wrong] = wrongValues(deskChannels['vault:signIn'].input)
  expect(deskChannels['vault:signIn'].input.safeParse(wrong!.value).success).toBe(false)
  const open = served(
    { 'vault:signIn': { ...deskChannels['vault:signIn'], input: deskChannels['draft:save'].input.shape.content } },
    { ...everybody },
  )
  await open.call('vault:signIn', called(page), 'a word')
  expect(open.reached).toHaveLength(1)
})

const words = [
  '',
  'x',
  '__proto__',
  'constructor',
  '2026-09-08',
  'clerk',
  'request:1',
  '00000000-0000-4000-8000-00000000000a',
  '张三',
]
const keys = [
  'name',
  'facts',
  'subject',
  'role',
  'type',
  'open',
  '__proto__',
  'toString',
  'password',
  'personId',
  'bytes',
  'rows',
]

function anything(random: () => number, depth: number): unknown {
  const roll = Math.floor(random() * (depth > 3 ? 7 : 10))
  if (roll === 0) return undefined
  if (roll === 1) return null
  if (roll === 2) return random() < 0.5
  if (roll === 3) return oneOf([0, -1, 1.5, 2 ** 53, Number.NaN, Number.NEGATIVE_INFINITY, 7n], random)
  if (roll === 4 || roll === 5) return oneOf(words, random)
  if (roll === 6) return oneOf([new Date(0), Uint8Array.of(1), new Map(), new ArrayBuffer(1)], random)
  const some = Array.from({ length: Math.floor(random() * 4) }, () => anything(random, depth + 1))
  if (roll === 7) return some
  return JSON.parse(
    `{${some.map(() => `${JSON.stringify(oneOf(keys, random))}:${JSON.stringify(oneOf(words, random))}`).join(',')}}`,
  ) as unknown
}

const describeValue = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part))?.slice(0, 300) ??
  String(value)
