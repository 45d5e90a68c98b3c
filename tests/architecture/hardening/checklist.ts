import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { fuses } from '../../../build/pack/fuses'
import { serveApp } from '../../../electron/main/security/app-protocol'
import { listBuiltFiles } from '../../../electron/main/security/built-files'
import { contentSecurityPolicy } from '../../../electron/main/security/content-security-policy'
import { lockDownContents, lockDownSession } from '../../../electron/main/security/lock-down'
import { isOwnUrl } from '../../../electron/main/security/origins'
import { kioskWebPreferences, safeWebPreferences } from '../../../electron/main/security/web-preferences'
import { dice, oneOf } from '../../support/workstation/synthetic-people'
import { hardeningRules } from './hardening-rules'
import { unallowedHits } from './read-sources'

const root = path.resolve(import.meta.dirname, '../../..')
const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8')

const windows = [
  ['the desk', safeWebPreferences('/desk-preload.cjs', false)],
  ['the kiosk', kioskWebPreferences('/kiosk-preload.cjs')],
] as const

/** Where a rule is broken and no exception stands in it. */
function hitsOf(name: string): readonly string[] {
  if (!hardeningRules.some(rule => rule.name === name)) throw new Error(`no such rule: ${name}`)
  return unallowedHits()
    .filter(({ rule }) => rule === name)
    .map(({ file, line }) => `${file}:${line}`)
}

const directives = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    contentSecurityPolicy('N0NCE')
      .split('; ')
      .map(rule => rule.split(' '))
      .map(([name = '', ...values]) => [name, values]),
  )

describe('the 20 points of the checklist of Electron', () => {
  test('1 only secure content is loaded', () => {
    expect([...directives().values()].flat().filter(source => /^(?:https?|wss?|ftp|\*)/.test(source))).toEqual([])
    expect(hitsOf('nothing is asked of the internet')).toEqual([])
  })

  test.each(windows)('2 no Node in a page, a worker or a frame of %s', (_window, preferences) => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    })
  })

  test.each(windows)('3 the preload of %s has a world of its own', (_window, preferences) => {
    expect(preferences.contextIsolation).toBe(true)
  })

  test('4 every page is sandboxed, and the program says so before it is ready', () => {
    for (const [, preferences] of windows) expect(preferences.sandbox).toBe(true)
    const main = read('electron/main/index.ts')
    expect(main.indexOf('app.enableSandbox()')).toBeGreaterThan(0)
    expect(main.indexOf('app.enableSandbox()')).toBeLessThan(main.indexOf('app.whenReady()'))
  })

  test('5 every permission that Electron knows is refused, whether asked for or looked up', () => {
    const { session, ask, check, device } = lockedSession()
    const permissions = knownPermissions()
    expect(permissions.length).toBeGreaterThan(15)
    expect(permissions).toContain('geolocation')
    for (const permission of permissions) {
      expect(ask(permission), permission).toBe(false)
      expect(check(permission), permission).toBe(false)
    }
    expect(device()).toBe(false)
    expect(session.downloadsPrevented()).toBe(true)
    const sessions = [...read('electron/main/index.ts').matchAll(/lockDownSession\(/g)].length
    expect(sessions + [...read('electron/main/kiosk/kiosk.ts').matchAll(/lockDownSession\(/g)].length).toBe(2)
  })

  test.each(windows)('6 web security is on for %s', (_window, preferences) => {
    expect(preferences.webSecurity).toBe(true)
  })

  test('7 the content security policy admits our own files and nothing else', () => {
    const policy = directives()
    expect(policy.get('default-src')).toEqual(["'none'"])
    expect(policy.get('script-src')).toEqual(["'self'"])
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(policy.get(name), name).toEqual(["'none'"])
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"])
    expect([...policy.values()].flat().filter(source => /unsafe|\*|strict-dynamic/.test(source))).toEqual([])
  })

  test.each(windows)('8 no insecure content runs in %s', (_window, preferences) => {
    expect(preferences.allowRunningInsecureContent).toBe(false)
  })

  test.each(windows)('9 no experimental features in %s', (_window, preferences) => {
    expect(preferences.experimentalFeatures).toBe(false)
  })

  test.each(windows)('10 no features of Blink are switched on in %s', (_window, preferences) => {
    expect(preferences.enableBlinkFeatures).toBe('')
  })

  test('11 no webview, so none with popups', () => {
    for (const [, preferences] of windows) expect(preferences.webviewTag).toBe(false)
    expect(hitsOf('no webview')).toEqual([])
  })

  test('12 a webview that somebody attaches all the same is prevented', () => {
    expect(contentsOfOurs().prevents('will-attach-webview')).toBe(true)
  })

  test('13 a page navigates to our own origin and nowhere else', () => {
    const contents = contentsOfOurs()
    const foreign = foreignUrls()
    expect(foreign.length).toBeGreaterThanOrEqual(200)
    for (const url of foreign) {
      expect(isOwnUrl(url), url).toBe(false)
      expect(contents.prevents('will-navigate', url), url).toBe(true)
    }
    for (const url of ['app://bundle/index.html', 'app://bundle/index.html#/today', 'app://bundle/?a=https://x'])
      expect(contents.prevents('will-navigate', url), url).toBe(false)
  })

  test('14 no page opens a window', () => {
    const { opens } = contentsOfOurs()
    for (const url of ['https://example.org/', 'about:blank', 'app://bundle/index.html', ...foreignUrls().slice(0, 50)])
      expect(opens(url), url).toEqual({ action: 'deny' })
  })

  test('15 nothing is opened outside the program', () => {
    expect(hitsOf('nothing is opened outside the program')).toEqual([])
    expect(hitsOf('of Electron main takes what is on this list')).toEqual([])
  })

  test('16 Electron is one exact version, locked with its digest', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> }
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version: string; integrity?: string }>
    }
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
    const locked = packages['node_modules/electron']
    expect(locked?.version).toBe(devDependencies['electron'])
    expect(locked?.integrity).toMatch(/^sha512-/)
    expect(read('docs/hardening.md')).toContain(`Electron ${locked!.version}`)
  })

  test('17 main listens to a window by its gate and by nothing else', () => {
    expect(hitsOf('main listens to a window by serveChannels and by nothing else')).toEqual([])
    expect(hitsOf('a page calls and is answered: it sends nothing past the gate')).toEqual([])
  })

  describe('18 pages come from our protocol, and that from the list of built files', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'checklist-'))
    const outside = path.join(folder, 'outside.js')
    const built = path.join(folder, 'built')
    let serve: (request: Request) => Promise<Response>
    beforeAll(() => {
      fs.mkdirSync(path.join(built, 'assets'), { recursive: true })
      for (const name of ['index.html', 'assets/main.js']) fs.writeFileSync(path.join(built, name), 'inside')
      fs.writeFileSync(outside, 'outside')
      fs.symlinkSync(outside, path.join(built, 'assets', 'link.js'))
      serve = serveApp({ files: listBuiltFiles(built), routes: {} })
    })
    afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

    test('2,000 paths made of every trick lead to what was built or to nothing', async () => {
      const random = dice(18)
      const pieces = [
        '..',
        '.',
        '%2e%2e',
        '%2E.',
        '..%2f',
        '%5c',
        '\\',
        '%00',
        '//',
        '/',
        'assets',
        'ASSETS',
        'main.js',
      ]
      const more = [
        'main.js%20',
        'index.html',
        'outside.js',
        'link.js',
        '~',
        ':',
        '%c0%ae',
        '．．',
        'a'.repeat(300),
        '?',
        '#',
      ]
      const answers = { there: 0, absent: 0 }
      for (let round = 0; round < 2_000; round++) {
        const tried = Array.from({ length: 1 + Math.floor(random() * 6) }, () => oneOf([...pieces, ...more], random))
        const response = await serve(new Request(`app://bundle/${tried.join(random() < 0.5 ? '/' : '')}`))
        if (response.status === 404) answers.absent++
        else {
          expect(await response.text(), tried.join('/')).toBe('inside')
          answers.there++
        }
      }
      console.log(`protocol: ${answers.absent} of 2000 hostile paths are not there, ${answers.there} are built files`)
      expect(answers.absent).toBeGreaterThan(1_000)
      expect((await serve(new Request('app://bundle/assets/link.js'))).status).toBe(404)
      expect((await serve(new Request('app://bundle/assets/main.js'))).status).toBe(200)
    })

    test('no address of a file is written anywhere', () => {
      expect(hitsOf('no address is a script, a page of data or a file')).toEqual([])
      expect(hitsOf('the protocol is handled, not intercepted or read from a folder')).toEqual([])
      expect(hitsOf('a window loads our own origin')).toEqual([])
    })
  })

  test.each([...expectedFuses])('19 fuse %s is set to %s', (name, value) => {
    expect(fuses[FuseV1Options[name]]).toBe(value)
  })

  test('19 there is a row for every fuse, and packing fails where Electron has grown another', () => {
    const known = Object.keys(FuseV1Options).filter(name => /^[A-Z]/.test(name))
    expect(expectedFuses.map(([name]) => name as string).sort()).toEqual(known.sort())
    expect(expectedFuses).toHaveLength(9)
    expect(fuses.strictlyRequireAllFuses).toBe(true)
  })

  test.each(['desk', 'kiosk'] as const)(
    '20 the preload of the %s hands out two functions and no event',
    async which => {
      const exposed: Record<string, Record<string, (...given: unknown[]) => unknown>> = {}
      const invoked: unknown[][] = []
      const listeners = new Map<string, (...given: unknown[]) => void>()
      vi.resetModules()
      vi.doMock('electron', () => ({
        contextBridge: {
          exposeInMainWorld: (name: string, api: (typeof exposed)[string]) => void (exposed[name] = api),
        },
        ipcRenderer: {
          invoke: (...given: unknown[]) => (invoked.push(given), Promise.resolve('answered')),
          on: (name: string, listener: (...given: unknown[]) => void) => void listeners.set(name, listener),
          removeListener: (name: string) => void listeners.delete(name),
        },
      }))
      await import(`../../../electron/preload/${which}-preload.ts`)
      vi.doUnmock('electron')
      expect(Object.keys(exposed)).toEqual([which === 'desk' ? 'recordsDesk' : 'recordsKiosk'])
      const [api] = Object.values(exposed)
      expect(Object.keys(api!).sort()).toEqual(['invoke', 'on'])
      for (const name of ['__proto__', 'constructor', 'toString', '', 'vault:Status', 'electron', 'ipc-message'])
        await expect(api!['invoke']!(name, {})).rejects.toThrow('no such call')
      const [call, event] =
        which === 'desk' ? ['vault:status', 'vault:locked'] : ['kiosk:describe', 'kiosk:editionChanged']
      await api!['invoke']!(call, 1)
      expect(invoked).toEqual([[call, 1]])
      for (const name of ['__proto__', 'anything'])
        expect(() => api!['on']!(name, () => undefined)).toThrow('no such event')
      const heard: unknown[][] = []
      const stop = api!['on']!(event, (...given: unknown[]) => heard.push(given)) as () => void
      listeners.get(event)!({ sender: 'ipcRenderer' }, 'more')
      expect(heard).toEqual([[]])
      stop()
      expect(listeners.size).toBe(0)
    },
  )
})

const expectedFuses = [
  ['RunAsNode', false],
  ['EnableCookieEncryption', true],
  ['EnableNodeOptionsEnvironmentVariable', false],
  ['EnableNodeCliInspectArguments', false],
  ['EnableEmbeddedAsarIntegrityValidation', true],
  ['OnlyLoadAppFromAsar', true],
  ['LoadBrowserProcessSpecificV8Snapshot', false],
  ['GrantFileProtocolExtraPrivileges', false],
  ['WasmTrapHandlers', true],
] as const

/** Of the two handlers in the declarations of the Electron that is locked. */
function knownPermissions(): string[] {
  const declared = read('node_modules/electron/electron.d.ts')
  const lines = declared.split('\n').filter(line => /setPermission(?:Request|Check)Handler\(handler/.test(line))
  return [...new Set(lines.flatMap(line => [...line.matchAll(/'([\w-]+)'/g)].map(([, name]) => name!)))]
}

/** A session that remembers how it was locked. */
function lockedSession() {
  let request: (contents: null, permission: string, answer: (may: boolean) => void) => void = () => undefined
  let looked: (contents: null, permission: string) => boolean = () => true
  let device: () => boolean = () => true
  let isPrevented = false
  lockDownSession({
    setPermissionRequestHandler: (handler: typeof request) => void (request = handler),
    setPermissionCheckHandler: (handler: typeof looked) => void (looked = handler),
    setDevicePermissionHandler: (handler: typeof device) => void (device = handler),
    on: (name: string, listener: (event: { preventDefault(): void }) => void) =>
      name === 'will-download' && listener({ preventDefault: () => void (isPrevented = true) }),
  } as never)
  return {
    session: { downloadsPrevented: () => isPrevented },
    ask: (permission: string): boolean => {
      let may = true
      request(null, permission, answer => void (may = answer))
      return may
    },
    check: (permission: string) => looked(null, permission),
    device: () => device(),
  }
}

/** A page as `web-contents-created` hands it out. */
function contentsOfOurs() {
  const listeners = new Map<string, (event: { preventDefault(): void }, url?: string) => void>()
  let open: (details: { url: string }) => unknown = () => ({ action: 'allow' })
  lockDownContents({
    on: ((_name: string, created: (event: null, contents: unknown) => void) =>
      created(null, {
        on: (name: string, listener: (event: { preventDefault(): void }, url?: string) => void) =>
          void listeners.set(name, listener),
        setWindowOpenHandler: (handler: typeof open) => void (open = handler),
      })) as never,
  })
  return {
    opens: (url: string) => open({ url }),
    prevents: (name: string, url?: string): boolean => {
      let isPrevented = false
      listeners.get(name)?.({ preventDefault: () => void (isPrevented = true) }, url)
      return isPrevented
    },
  }
}

/** Everything that is not our origin, and looks like it or does something. */
function foreignUrls(): string[] {
  const schemes = ['http', 'https', 'ws', 'wss', 'ftp', 'file', 'app2', 'xapp', 'chrome', 'devtools', 'view-source']
  const hosts = [
    'bundle.evil',
    'evil',
    'bundle:1',
    'bundle:8080',
    'user@bundle',
    'user:word@bundle',
    'BUNDLE',
    'b%75ndle',
  ]
  const looks = [
    'bundle.',
    'ｂundle',
    'bundlе',
    'bundle%00',
    'xn--bundle-',
    'bundle\u200b',
    '.bundle',
    '127.0.0.1',
    '[::1]',
  ]
  const paths = ['/', '/index.html', '/..', '?x=app://bundle/', '#app://bundle/']
  const plain = [
    'javascript:x()',
    'data:text/html,x',
    'blob:app://bundle/1',
    'about:blank',
    'about:srcdoc',
    'mailto:a@b',
  ]
  const broken = [
    '',
    ' ',
    'app',
    'app:',
    'app:bundle/',
    'app:/bundle/',
    'app:///bundle/',
    '//bundle/',
    'not a url',
    '\u0000',
  ]
  return [
    ...[...plain, ...broken],
    ...schemes.flatMap(scheme => paths.flatMap(to => [`${scheme}://bundle${to}`, `${scheme}://example.org${to}`])),
    ...[...hosts, ...looks].flatMap(host => paths.map(to => `app://${host}${to}`)),
  ]
}
