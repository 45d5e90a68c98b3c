import { findBrowser } from '../browser/find-browser'
import { app } from './program-app'
import { AppServer, cookieName } from './app-server'
import { BrowserProcess } from './browser-process'
import { preventable, trace } from './program-state'
import type { Session } from './session'

interface TargetInfo {
  readonly targetId: string
  readonly type: string
  readonly url: string
  readonly openerId?: string
}

export interface AttachedPage {
  readonly targetId: string
  readonly sessionId: string
}

export interface HostOptions {
  /** Whose pages this browser shows: its protocol handlers answer, its events are raised. */
  readonly session: Session
  readonly profile: string
  readonly headed: boolean
  readonly debuggingPort: boolean
}

/** The browser of one session: hands out pages to windows and shuts every page nobody asked for. */
export class BrowserHost {
  readonly headed: boolean
  readonly process: BrowserProcess
  readonly version: string
  readonly #session: Session
  readonly #server: AppServer
  readonly #attached = new Map<string, AttachedPage>()
  readonly #wanted = new Map<string, (page: AttachedPage) => void>()
  #creating = 0
  #ending = false
  /** Told of pages that the program's own pages opened, by the opener's target id. */
  onPopup: (openerId: string | undefined, url: string) => void = () => undefined

  private constructor(process: BrowserProcess, server: AppServer, options: HostOptions & { version: string }) {
    this.process = process
    this.#server = server
    this.#session = options.session
    this.headed = options.headed
    this.version = options.version
  }

  static async start(options: HostOptions): Promise<BrowserHost> {
    const browser = await findBrowser({ headed: options.headed })
    trace('browser', browser.source, browser.version)
    const server = new AppServer(options.session)
    const started = await BrowserProcess.start({
      ...options,
      browser,
      proxyPort: await server.listen(),
      extraArgs: app.extraBrowserArgs,
    })
    const host = new BrowserHost(started, server, { ...options, version: browser.version })
    await host.#watch()
    trace('browser is up')
    return host
  }

  async #watch(): Promise<void> {
    const { connection, exited } = this.process
    connection.on('Target.attachedToTarget', (event: { sessionId: string; targetInfo: TargetInfo }) =>
      this.#onAttached({ ...event.targetInfo, sessionId: event.sessionId }),
    )
    connection.on('Browser.downloadWillBegin', (event: { url: string; suggestedFilename: string }) => {
      const item = { getURL: () => event.url, getFilename: () => event.suggestedFilename, cancel: () => undefined }
      this.#session.emit('will-download', preventable(), item, undefined)
    })
    void exited.then(() => this.#onExit())
    await connection.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    })
    await connection.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
  }

  #onAttached(page: TargetInfo & AttachedPage): void {
    trace('attached', page.targetId, page.url, page.openerId ?? '')
    const wanted = this.#wanted.get(page.targetId)
    this.#wanted.delete(page.targetId)
    if (wanted) wanted(page)
    else if (page.openerId === undefined && (this.#creating > 0 || isBlank(page.url))) {
      this.#attached.set(page.targetId, page)
    } else {
      this.#shut(page)
      this.onPopup(page.openerId, page.url)
    }
  }

  /**
   * Shuts a page that still waits for the debugger and has loaded nothing, nor will. It is woken first: a page that is
   * shut while it waits can leave its opener, which shares the renderer, waiting for ever; and not before its requests are
   * known to be held, else a busy machine lets the first one out.
   */
  #shut({ targetId, sessionId }: AttachedPage): void {
    const { connection } = this.process
    const shutting = async (): Promise<void> => {
      await connection.send('Fetch.enable', {}, sessionId)
      await Promise.all([
        connection.send('Runtime.runIfWaitingForDebugger', {}, sessionId),
        connection.send('Target.closeTarget', { targetId }),
      ])
    }
    shutting().catch(() => undefined) // it may be gone already
  }

  /** A blank page for a new window; the one the browser starts with is used first. */
  async newPage(): Promise<AttachedPage> {
    const spare = this.#creating === 0 ? this.#attached.values().next().value : undefined
    if (spare) {
      this.#attached.delete(spare.targetId)
      return spare
    }
    this.#creating += 1
    try {
      // A window each, where the browser has windows: pages behind a tab would stop painting.
      const { targetId } = await this.process.connection.send<{ targetId: string }>('Target.createTarget', {
        url: 'about:blank',
        newWindow: true,
      })
      const attached = this.#attached.get(targetId)
      this.#attached.delete(targetId) // taken: a page left here would be handed out again once it is closed
      return attached ?? (await new Promise(resolve => this.#wanted.set(targetId, resolve)))
    } finally {
      this.#creating -= 1
    }
  }

  async close(): Promise<void> {
    this.#ending = true
    await this.process.close()
    this.#server.close()
  }

  /** Chromium sends this with each request to our own host, and to no other. */
  async giveKey(webUrl: string): Promise<void> {
    const { origin } = new URL(webUrl)
    const cookie = { name: cookieName, value: this.#server.key, url: origin, httpOnly: true, sameSite: 'Strict' }
    await this.process.connection.send('Storage.setCookies', { cookies: [cookie] })
  }

  #onExit(): void {
    if (this.#ending) return
    console.error('stand-in: the browser has ended unexpectedly')
    app.emit('child-process-gone', preventable(), { type: 'Browser', reason: 'killed' })
    app.releaseSingleInstanceLock()
    process.exit(70)
  }
}

function isBlank(url: string): boolean {
  return url === '' || url === 'about:blank' || url.startsWith('data:')
}
