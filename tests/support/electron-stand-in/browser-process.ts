import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Readable, Writable } from 'node:stream'
import type { FoundBrowser } from '../browser/find-browser'
import { CdpConnection } from './cdp-connection'
import { closeLimit } from './program-state'

export interface BrowserStart {
  readonly browser: FoundBrowser
  readonly profile: string
  readonly proxyPort: number
  readonly headed: boolean
  /** Opens a debugging port on 127.0.0.1 for the tests; without it only our private pipe drives the browser. */
  readonly debuggingPort: boolean
  readonly extraArgs: readonly string[]
}

const startLimit = 30_000

export class BrowserProcess {
  readonly connection: CdpConnection
  readonly child: ChildProcess
  readonly exited: Promise<number | null>
  readonly #profile: string

  private constructor(child: ChildProcess, profile: string) {
    this.child = child
    this.#profile = profile
    this.exited = new Promise(resolve => {
      child.once('exit', resolve)
      child.once('error', () => resolve(null))
    })
    this.connection = new CdpConnection(child.stdio[3] as Writable, child.stdio[4] as Readable)
  }

  static async start(options: BrowserStart): Promise<BrowserProcess> {
    clearLeftovers(options.profile)
    const child = spawn(options.browser.executable, argumentsFor(options), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...options.browser.env },
      // A process group of its own: Ctrl-C reaches us first, and everything it started can be ended by one signal.
      detached: process.platform !== 'win32',
    })
    let complaints = ''
    child.stderr!.on('data', chunk => {
      complaints = (complaints + String(chunk)).slice(-4000)
      if (process.env.STANDIN_TRACE) process.stderr.write(`[chromium] ${chunk}`)
    })
    const started = new BrowserProcess(child, options.profile)
    const tooLate = new AbortController()
    const first = await Promise.race([
      started.connection.send('Browser.getVersion').catch(() => undefined),
      started.exited.then(() => undefined),
      wait(startLimit, undefined, { signal: tooLate.signal }).catch(() => undefined),
    ])
    tooLate.abort()
    if (first !== undefined) return started
    started.kill()
    throw new Error(`${options.browser.executable} did not start.\n${complaints}`)
  }

  /** http address of the debugging port, once Chromium has written it down. */
  async debuggingAddress(): Promise<string> {
    const file = path.join(this.#profile, 'DevToolsActivePort')
    for (let waited = 0; waited < startLimit; waited += 10) {
      const [port, page] = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
      if (port && page) return `ws://127.0.0.1:${port}${page}`
      await wait(10)
    }
    throw new Error('Chromium opened no debugging port')
  }

  /** What pages kept (localStorage) is written as the browser goes, and a kill loses it: it has the time that a slow disk takes. */
  async close(): Promise<void> {
    void this.connection.send('Browser.close').catch(() => undefined)
    const timer = setTimeout(() => {
      console.error(`stand-in: Chromium had not ended ${closeLimit / 1000} s after it was asked to, and was killed`)
      this.kill()
    }, closeLimit)
    await this.exited
    clearTimeout(timer)
  }

  kill(): void {
    try {
      if (process.platform === 'win32') this.child.kill('SIGKILL')
      else process.kill(-this.child.pid!, 'SIGKILL')
    } catch {
      // already gone
    }
  }
}

/** After kill -9 Chromium's own lock files remain; the stand-in holds its own lock on the data folder. */
function clearLeftovers(profile: string): void {
  mkdirSync(profile, { recursive: true })
  const names = ['SingletonLock', 'SingletonSocket', 'SingletonCookie', 'DevToolsActivePort']
  for (const name of names) rmSync(path.join(profile, name), { force: true })
}

/**
 * Every connection goes to our own server as a proxy, loopback included, so that app pages are served and any other
 * attempt is written down. The resolver rule is the second bolt: no name resolves even if something ignores the proxy.
 */
function argumentsFor({ browser, profile, proxyPort, headed, debuggingPort, extraArgs }: BrowserStart): string[] {
  return [
    ...browser.args,
    `--user-data-dir=${profile}`,
    `--proxy-server=http://127.0.0.1:${proxyPort}`,
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--remote-debugging-pipe',
    ...(debuggingPort ? ['--remote-debugging-port=0'] : []),
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--test-type',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--disable-component-extensions-with-background-pages',
    '--disable-sync',
    '--enable-features=NetworkServiceInProcess2', // a process less for each program: a twentieth of the time of a test
    '--disable-extensions',
    '--disable-default-apps',
    '--disable-search-engine-choice-screen',
    '--disable-dev-shm-usage',
    `--disable-features=${withoutFeatures.join(',')}`,
    ...(isBrief() ? withoutOptimizing(extraArgs) : extraArgs),
    ...(headed ? ['--app=data:text/html,'] : ['--headless', '--hide-scrollbars', 'about:blank']),
  ]
}

const withoutFeatures = [
  ...['Translate', 'OptimizationHints', 'MediaRouter', 'NetworkTimeServiceQuerying'],
  ...['HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable'],
  // Pages of the browser's own, laid ready at each start and never shown: a third of a start's processor time.
  ...['PreloadTopChromeWebUI', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
]

const isBrief = () => process.env.STANDIN_BRIEF === '1'

const scriptFlags = '--js-flags='

/** The last such switch counts in Chromium, so that the program's own goes into it. */
function withoutOptimizing(args: readonly string[]): string[] {
  const own = args.findLast(arg => arg.startsWith(scriptFlags))?.slice(scriptFlags.length)
  const flags = [...(own === undefined ? [] : [own]), '--no-maglev', '--no-opt']
  return [...args, `${scriptFlags}${flags.join(' ')}`]
}
