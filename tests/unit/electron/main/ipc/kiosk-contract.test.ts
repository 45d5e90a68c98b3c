import { expect, test } from 'vitest'
import { deskChannelNames } from '#shared/contracts/desk-channel-names'
import { deskChannels } from '#shared/contracts/desk-channels'
import { kioskChannelNames, kioskEventNames } from '#shared/contracts/kiosk-channel-names'
import { kioskChannels } from '#shared/contracts/kiosk-channels'
import { deskEventNames } from '#shared/contracts/desk-channel-names'
import { kioskHandlers } from '../../../../../electron/main/ipc/kiosk-handlers'
import { serveChannels, type CallEvent } from '../../../../../electron/main/ipc/serve-channels'
import { kioskWebPreferences, safeWebPreferences } from '../../../../../electron/main/security/web-preferences'

const deskWindow = 1
const kioskWindow = 2
const from = (id: number): CallEvent => ({
  sender: { id },
  senderFrame: { url: 'app://bundle/index.html', parent: null },
})
const untrusted = { ok: false, problem: { kind: 'untrustedSender' } }

/** Both contracts on one port, as main serves them. Somebody is signed in: the worst case. */
function bothServed() {
  const listeners = new Map<string, (event: CallEvent, input: unknown) => Promise<unknown>>()
  const port = {
    handle: (name: string, listener: (event: CallEvent, input: unknown) => Promise<unknown>) =>
      void listeners.set(name, listener),
  }
  const touched: string[] = []
  const deskHandlers = Object.fromEntries(
    Object.keys(deskChannels).map(name => [
      name,
      async () => {
        touched.push(name)
        return { ok: false, problem: { kind: 'locked' } }
      },
    ]),
  )
  const around = { isSignedIn: () => true, log: () => undefined }
  serveChannels(port, {
    ...around,
    channels: deskChannels,
    handlers: deskHandlers as never,
    isWindow: id => id === deskWindow,
    openToAnyone: new Set<never>(),
  })
  serveChannels(port, {
    ...around,
    channels: kioskChannels,
    handlers: kioskHandlers({
      describe: () => ({ officeName: '云溪县查阅中心', idleSeconds: 60, mostPages: 20 }),
      lookUps: { lookUp: () => ({ outcome: 'notFound', triesLeft: 4 }) },
      print: async () => ({ outcome: 'noPrinter' }),
      count: satisfaction => touched.push(satisfaction),
      missed: () => undefined,
      wipe: () => undefined,
      checkStaffPassword: async () => ({ ok: false, problem: { kind: 'wrongPassword', waitSeconds: 0 } }),
      end: () => touched.push('ended'),
    }),
    isWindow: id => id === kioskWindow,
    openToAnyone: new Set(Object.keys(kioskChannels)) as never,
  })
  const call = (name: string, id: number, input?: unknown) => listeners.get(name)!(from(id), input)
  return { call, touched }
}

test('every call of the desk is refused from the kiosk window', async () => {
  const { call, touched } = bothServed()
  const names = Object.keys(deskChannels)
  expect(names.length).toBeGreaterThan(50)
  for (const name of names) expect(await call(name, kioskWindow)).toEqual(untrusted)
  expect(touched).toEqual([])
})

test('every call of the kiosk is refused from the desk window, and answers its own', async () => {
  const { call, touched } = bothServed()
  for (const name of Object.keys(kioskChannels)) expect(await call(name, deskWindow)).toEqual(untrusted)
  expect(await call('kiosk:describe', kioskWindow)).toMatchObject({ ok: true })
  expect(await call('kiosk:leave', kioskWindow, { password: '不对' })).toMatchObject({
    ok: false,
    problem: { kind: 'wrongPassword' },
  })
  expect(touched).toEqual([])
})

test('a visit answers the last question once, however often it is said; the next page is another visit', async () => {
  const { call, touched } = bothServed()
  const says = (satisfaction: string) => call('kiosk:answer', kioskWindow, { satisfaction })
  await call('kiosk:describe', kioskWindow)
  expect(await Promise.all([says('satisfied'), says('satisfied'), says('fair')])).toMatchObject(
    Array(3).fill({ ok: true }),
  )
  await call('kiosk:describe', kioskWindow)
  await says('fair')
  expect(touched).toEqual(['satisfied', 'fair'])
})

test('no name is in both lists, and each preload lets through exactly its own', () => {
  expect([...kioskChannelNames].filter(name => deskChannelNames.has(name))).toEqual([])
  expect([...kioskEventNames].filter(name => deskEventNames.has(name))).toEqual([])
  expect([...kioskChannelNames].sort()).toEqual(Object.keys(kioskChannels).sort())
})

test('the kiosk has a partition on disk of its own, no developer tools, and else what every window has', () => {
  const { partition, devTools, ...rest } = kioskWebPreferences('/kiosk-preload.cjs')
  expect({ partition, devTools }).toEqual({ partition: 'persist:kiosk', devTools: false })
  expect({ ...rest, devTools: false }).toEqual(safeWebPreferences('/kiosk-preload.cjs', false))
  expect(safeWebPreferences('/desk-preload.cjs', false)).not.toHaveProperty('partition')
})

test('nothing that the kiosk is answered about a request has room for a person', () => {
  const answers = kioskChannels['kiosk:lookUp'].output.options.map(({ shape }) => Object.keys(shape).sort())
  expect(answers).toEqual([
    ['outcome', 'stage', 'updatedOn'],
    ['outcome', 'what'],
    ['outcome', 'triesLeft'],
    ['outcome', 'waitSeconds'],
  ])
})
