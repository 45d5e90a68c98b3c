import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserHost } from './browser-host'
import type { Browsers } from './browsers'
import { privilegesOf } from './custom-protocol'
import { FrameView } from './frame-view'
import { makeStructuredCodec } from './in-page/structured-codec'
import { ipcMain } from './ipc-main'
import { NavigationGuard } from './navigation-guard'
import { appAddress, shownAddress, webAddress } from './origin-map'
import { relayPageEvents } from './page-events'
import { PageLink } from './page-link'
import { printParameters, type PdfOptions } from './paper'
import { app } from './program-app'
import { preventable, trace } from './program-state'
import { session, type Session } from './session'
import { printToFolder, virtualPrinters, type PrintDone, type PrinterView, type PrintOptions } from './virtual-printer'

export interface WebPreferences {
  readonly preload?: string
  readonly partition?: string
  readonly session?: Session
}

type OpenHandler = (details: object) => { action: 'allow' | 'deny' }

const codec = makeStructuredCodec()
let lastId = 0

export class WebContents extends EventEmitter {
  static readonly all: WebContents[] = []
  readonly id = ++lastId
  readonly session: Session
  readonly mainFrame: FrameView
  readonly up: Promise<PageLink>
  #page: PageLink | undefined
  #host: BrowserHost | undefined
  #guard: NavigationGuard | undefined
  #openHandler: OpenHandler | undefined
  #zoom = 1
  #announcedOpens = 0
  #destroyed = false

  constructor(browsers: Browsers, preferences: WebPreferences, size: { width: number; height: number }) {
    super()
    this.session = preferences.session ?? session.fromPartition(preferences.partition ?? '')
    this.mainFrame = new FrameView((channel, args) => this.send(channel, ...args))
    this.up = this.#open(browsers, preferences.preload, size)
    this.up.catch(error => trace('page failed', error))
    WebContents.all.push(this)
    queueMicrotask(() => app.emit('web-contents-created', preventable(), this))
  }

  static fromTarget(targetId: string | undefined): WebContents | undefined {
    return WebContents.all.find(each => each.#page?.targetId === targetId)
  }

  /** Undefined until `up`. */
  get host(): BrowserHost | undefined {
    return this.#host
  }

  get targetId(): string | undefined {
    return this.#page?.targetId
  }

  async #open(
    browsers: Browsers,
    preload: string | undefined,
    size: { width: number; height: number },
  ): Promise<PageLink> {
    const host = await browsers.of(this.session)
    this.#host = host
    const page = await PageLink.open(host, preload ? readFileSync(preload, 'utf8') : '', size)
    this.#page = page
    this.#guard = new NavigationGuard(
      page,
      url => this.#mayNavigate(url),
      () => this.getURL(),
    )
    page.on('message', (text: string, context: number) => void this.#onMessage(text, context))
    relayPageEvents(page, this)
    this.#watchOpens(page)
    return page
  }

  #watchOpens({ cdp }: PageLink): void {
    cdp.on('Page.windowOpen', ({ url }: { url: string }) => {
      this.#announcedOpens += 1
      this.#askToOpen(shownAddress(url))
    })
    cdp.on('Page.javascriptDialogOpening', ({ type }: { type: string }) => this.#onPageDialog(type))
  }

  async #onMessage(text: string, context: number): Promise<void> {
    const page = await this.up
    const { meta, value } = codec.unpack(text)
    const { kind, channel, id } = meta as { kind: string; channel: string; id: number }
    const args = value as unknown[]
    const event = preventable({
      sender: this,
      senderFrame: this.mainFrame,
      frameId: this.mainFrame.routingId,
      processId: this.mainFrame.processId,
      reply: (to: string, ...sent: unknown[]) => this.send(to, ...sent),
    })
    if (kind === 'send') {
      this.emit('ipc-message', event, channel, ...args)
      ipcMain.emit(channel, event, ...args)
      return
    }
    try {
      page.post(codec.pack({ id }, await ipcMain.answer(channel, event, args)), context)
    } catch (error) {
      trace('handler failed', channel, error)
      page.post(codec.pack({ id, error: String(error) }, null), context)
    }
  }

  send(channel: string, ...args: unknown[]): void {
    const text = codec.pack({ kind: 'event', channel }, args)
    void this.up.then(page => page.post(text))
  }

  #mayNavigate(url: string): boolean {
    const event = preventable({ url, isMainFrame: true, isSameDocument: false, frame: this.mainFrame })
    this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  /** The host has shut a page this one opened. Ctrl-click opens without an announcement, so main is asked here. */
  onPopup(url: string): void {
    if (this.#announcedOpens > 0) this.#announcedOpens -= 1
    else this.#askToOpen(shownAddress(url))
  }

  #askToOpen(url: string): void {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: this.getURL() },
    }
    const { action } = this.#openHandler?.({ ...details }) ?? { action: 'allow' }
    if (action === 'allow')
      console.error(`stand-in: window.open of ${url} was allowed, but such windows are not supported`)
  }

  #onPageDialog(type: string): void {
    const leaving = preventable()
    if (type === 'beforeunload') this.emit('will-prevent-unload', leaving)
    const accept = type === 'beforeunload' && leaving.defaultPrevented
    if (type === 'beforeunload' && !accept) this.emit('unload-refused')
    if (this.#host?.headed && type !== 'beforeunload') return
    this.#page?.cdp.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined)
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.up
    const web = webAddress(url)
    requirePrivileges(url, web)
    const host = this.#host
    this.session.isShownIn(page.cdp)
    if (host && appAddress(web))
      await Promise.all([this.session.pinPermissions(host.process.connection, this, url), host.giveKey(web)])
    this.#guard?.expect(web)
    this.emit('did-start-loading')
    const loaded = new Promise<void>(resolve => page.cdp.once('Page.loadEventFired', () => resolve()))
    const { errorText } = await page.cdp.send<{ errorText?: string }>('Page.navigate', { url: web })
    if (errorText !== undefined) {
      this.emit('did-fail-load', preventable(), -2, errorText, url, true)
      throw Object.assign(new Error(`ERR_FAILED (-2) loading '${url}'`), { code: 'ERR_FAILED', errno: -2, url })
    }
    await loaded
  }

  reload(): void {
    this.#guard?.expect(webAddress(this.getURL()))
    void this.#page?.cdp.send('Page.reload')
  }

  reloadIgnoringCache(): void {
    this.reload()
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    const { cdp } = await this.up
    const options = { expression, awaitPromise: true, returnByValue: true, userGesture: true }
    type Answer = { result: { value?: unknown }; exceptionDetails?: { exception?: { description?: string } } }
    const { result, exceptionDetails } = await cdp.send<Answer>('Runtime.evaluate', options)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'Script failed to execute')
    return result.value
  }

  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    const { cdp } = await this.up
    const { data } = await cdp.send<{ data: string }>('Page.printToPDF', printParameters(options))
    return Buffer.from(data, 'base64')
  }

  async getPrintersAsync(): Promise<PrinterView[]> {
    return virtualPrinters
  }

  print(options: PrintOptions = {}, done: PrintDone = () => undefined): void {
    printToFolder(options, pdf => this.printToPDF(pdf)).then(
      () => done(true, ''),
      (error: Error) => done(false, error.message),
    )
  }

  async closePage(): Promise<void> {
    await this.#page?.cdp.send('Page.close').catch(() => undefined)
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    WebContents.all.splice(WebContents.all.indexOf(this), 1)
    this.emit('destroyed')
  }

  forcefullyCrashRenderer(): void {
    void this.#page?.cdp.send('Page.crash').catch(() => undefined)
  }

  getURL(): string {
    return this.mainFrame.url
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  getZoomFactor(): number {
    return this.#zoom
  }

  setZoomFactor(factor: number): void {
    this.#zoom = factor
  }

  isLoading(): boolean {
    return false
  }

  isFocused(): boolean {
    return true
  }

  getOSProcessId(): number {
    return this.#host?.process.child.pid ?? 0
  }

  focus(): void {}
  openDevTools(): void {}
  closeDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false
  }
  setVisualZoomLevelLimits(): void {}
  setZoomLevel(): void {}
  setIgnoreMenuShortcuts(): void {}
  setBackgroundThrottling(): void {}
  setWebRTCIPHandlingPolicy(): void {}
}

export const webContents = {
  getAllWebContents: () => [...WebContents.all],
  getFocusedWebContents: () => WebContents.all[0],
  fromId: (id: number) => WebContents.all.find(each => each.id === id),
}

/** Without these Electron would treat the page as an opaque origin: no IndexedDB, no modules. */
function requirePrivileges(url: string, web: string): void {
  const address = appAddress(web)
  if (!address) return
  const { standard, secure } = privilegesOf(address.scheme)
  if (!standard || !secure) {
    throw new Error(`stand-in: ${address.scheme}: of ${url} is not registered as a standard, secure scheme`)
  }
}
