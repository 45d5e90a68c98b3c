import { expect, test } from 'vitest'
import { z } from 'zod'
import { channel } from '#shared/contracts/channel'
import { deskChannelNames } from '#shared/contracts/desk-channel-names'
import { deskChannels } from '#shared/contracts/desk-channels'
import { serveChannels, type CallEvent } from '../../../../../electron/main/ipc/serve-channels'

const channels = {
  'area:double': channel(z.object({ n: z.number() }), z.number()),
  'area:open': channel(z.void(), z.string()),
  'area:fails': channel(z.void(), z.void()),
} as const

function serve(state: { signedIn: boolean }) {
  const listeners = new Map<string, (event: CallEvent, input: unknown) => Promise<unknown>>()
  const logged: string[] = []
  serveChannels(
    { handle: (name, listener) => void listeners.set(name, listener) },
    {
      channels,
      handlers: {
        'area:double': async ({ n }) => ({ ok: true, value: n * 2 }),
        'area:open': async () => ({ ok: true, value: 'open' }),
        'area:fails': async () => {
          throw new Error('张三 110101190001010014')
        },
      },
      isWindow: id => id === 7,
      openToAnyone: new Set(['area:open'] as const),
      isSignedIn: () => state.signedIn,
      log: (reference, name, cause) => logged.push(`${reference} ${name} ${String(cause)}`),
    },
  )
  return { call: (name: string, event: CallEvent, input?: unknown) => listeners.get(name)!(event, input), logged }
}

const own: CallEvent = { sender: { id: 7 }, senderFrame: { url: 'app://bundle/index.html', parent: null } }

test('the right window, signed in, in the right shape, is answered', async () => {
  expect(await serve({ signedIn: true }).call('area:double', own, { n: 21 })).toEqual({ ok: true, value: 42 })
})

const strangers: readonly (readonly [who: string, event: CallEvent])[] = [
  ['another origin', { ...own, senderFrame: { url: 'https://example.org/', parent: null } }],
  ['a look-alike host', { ...own, senderFrame: { url: 'app://bundle.evil/', parent: null } }],
  ['a frame inside the page', { ...own, senderFrame: { url: 'app://bundle/index.html', parent: {} } }],
  ['a frame that is gone', { ...own, senderFrame: null }],
  ['another window', { ...own, sender: { id: 8 } }],
]

test.each(strangers)('%s is refused on every channel', async (_who, event) => {
  const { call } = serve({ signedIn: true })
  for (const name of Object.keys(channels)) {
    expect(await call(name, event, { n: 1 })).toEqual({ ok: false, problem: { kind: 'untrustedSender' } })
  }
})

test('before sign-in only the channels of the door answer', async () => {
  const { call } = serve({ signedIn: false })
  expect(await call('area:double', own, { n: 1 })).toEqual({ ok: false, problem: { kind: 'locked' } })
  expect(await call('area:open', own)).toEqual({ ok: true, value: 'open' })
})

test('a wrong shape is refused with its path and never with its value', async () => {
  const reply = await serve({ signedIn: true }).call('area:double', own, { n: '身份证' })
  expect(reply).toMatchObject({ ok: false, problem: { kind: 'badInput' } })
  expect(JSON.stringify(reply)).not.toContain('身份证')
})

test('a bug answers with a reference that stands in the log, and nothing of its message', async () => {
  const { call, logged } = serve({ signedIn: true })
  const reply = (await call('area:fails', own)) as { ok: false; problem: { kind: string; reference: string } }
  expect(reply.problem.kind).toBe('failed')
  expect(JSON.stringify(reply)).not.toContain('张三')
  expect(logged[0]).toContain(reply.problem.reference)
})

test('the allow-list of the preload is the list of channels', () => {
  expect([...deskChannelNames].sort()).toEqual(Object.keys(deskChannels).sort())
})
