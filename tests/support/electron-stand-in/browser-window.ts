import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import type { Browsers } from './browsers'
import { app } from './program-app'
import { isProgramReady, preventable } from './program-state'
import { WebContents, type WebPreferences } from './web-contents'

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

interface WindowOptions extends Partial<Bounds> {
  readonly title?: string
  readonly show?: boolean
  readonly fullscreen?: boolean
  readonly kiosk?: boolean
  readonly webPreferences?: WebPreferences & Record<string, unknown>
}

type WindowState = 'normal' | 'maximized' | 'minimized' | 'fullscreen'

let browsers: Browsers | undefined
let lastId = 0

export function openWindowsIn(theirs: Browsers): void {
  browsers = theirs
}

/** The webPreferences under which this stand-in tells the truth; with others it would test something else. */
const required: Record<string, unknown> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
}

export class BrowserWindow extends EventEmitter {
  static readonly #all: BrowserWindow[] = []
  readonly id = ++lastId
  readonly webContents: WebContents
  readonly #bounds: Bounds
  #title: string
  #visible: boolean
  #state: WindowState
  #closed = false

  constructor(options: WindowOptions = {}) {
    super()
    if (!isProgramReady() || !browsers) throw new Error('Cannot create BrowserWindow before app is ready')
    const { webPreferences = {} } = options
    requireIsolation(webPreferences)
    this.#bounds = boundsOf(options)
    this.#title = options.title ?? app.name
    this.#visible = options.show !== false
    this.#state = options.fullscreen || options.kiosk ? 'fullscreen' : 'normal'
    this.webContents = new WebContents(browsers, webPreferences, this.#bounds)
    BrowserWindow.#all.push(this)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show', preventable()))
    const placed = this.webContents.up.then(({ cdp }) => {
      cdp.once('detached', () => this.#gone())
      this.#place()
    })
    placed.catch(() => undefined) // told to whoever loads a page into it
    queueMicrotask(() => app.emit('browser-window-created', preventable(), this))
  }

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#all]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.#all.at(-1) ?? null
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.#all.find(each => each.webContents === contents) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.#all.find(each => each.id === id) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  loadFile(file: string): Promise<void> {
    return this.loadURL(pathToFileURL(file).href)
  }

  /** True when the window has closed; false when main or the page kept it open. */
  async requestClose(): Promise<boolean> {
    if (this.#closed) return true
    const event = preventable()
    this.emit('close', event)
    if (event.defaultPrevented) return false
    await this.webContents.up
    return new Promise(resolve => {
      const giveUp = setTimeout(() => this.destroy(), 20_000)
      const finish = (closed: boolean) => {
        clearTimeout(giveUp)
        resolve(closed)
      }
      this.once('closed', () => finish(true))
      this.webContents.once('unload-refused', () => finish(false))
      void this.webContents.closePage()
    })
  }

  close(): void {
    void this.requestClose()
  }

  destroy(): void {
    const { targetId, host } = this.webContents
    if (targetId) void host?.process.connection.send('Target.closeTarget', { targetId }).catch(() => undefined)
    this.#gone()
  }

  /** Told by the host when the page has been closed from outside. */
  #gone(): void {
    if (this.#closed) return
    this.#closed = true
    BrowserWindow.#all.splice(BrowserWindow.#all.indexOf(this), 1)
    this.webContents.destroy()
    const { session } = this.webContents
    if (BrowserWindow.#all.every(each => each.webContents.session !== session)) browsers?.unused(session)
    this.emit('closed', preventable())
    if (BrowserWindow.#all.length > 0 || app.isQuitting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }

  isDestroyed(): boolean {
    return this.#closed
  }

  show(): void {
    this.#visible = true
    this.emit('show', preventable())
    this.focus()
  }

  showInactive(): void {
    this.show()
  }

  hide(): void {
    this.#visible = false
    this.emit('hide', preventable())
  }

  focus(): void {
    void this.webContents.up.then(({ cdp }) => cdp.send('Page.bringToFront')).catch(() => undefined)
    this.emit('focus', preventable())
    app.emit('browser-window-focus', preventable(), this)
  }

  isVisible(): boolean {
    return this.#visible
  }

  isFocused(): boolean {
    return BrowserWindow.getFocusedWindow() === this
  }

  getBounds(): Bounds {
    return { ...this.#bounds }
  }

  getNormalBounds(): Bounds {
    return this.getBounds()
  }

  getContentBounds(): Bounds {
    return this.getBounds()
  }

  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height]
  }

  getContentSize(): [number, number] {
    return this.getSize()
  }

  setBounds(bounds: Partial<Bounds>): void {
    Object.assign(this.#bounds, bounds)
    void this.webContents.up.then(page => {
      if (this.webContents.host?.headed) this.#place()
      else void page.resize(this.#bounds)
    })
    this.emit('resize', preventable())
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  #place(): void {
    const { host } = this.webContents
    if (!host?.headed) return
    const { connection } = host.process
    const { x: left, y: top, width, height } = this.#bounds
    const bounds = this.#state === 'normal' ? { left, top, width, height } : { windowState: this.#state }
    connection
      .send<{ windowId: number }>('Browser.getWindowForTarget', { targetId: this.webContents.targetId })
      .then(({ windowId }) => connection.send('Browser.setWindowBounds', { windowId, bounds }))
      .catch(() => undefined)
  }

  #become(state: WindowState): void {
    this.#state = state
    this.#place()
  }

  maximize(): void {
    this.#become('maximized')
  }

  unmaximize(): void {
    this.#become('normal')
  }

  minimize(): void {
    this.#become('minimized')
  }

  restore(): void {
    this.#become('normal')
  }

  setFullScreen(on: boolean): void {
    this.#become(on ? 'fullscreen' : 'normal')
  }

  setKiosk(on: boolean): void {
    this.setFullScreen(on)
  }

  isMaximized(): boolean {
    return this.#state === 'maximized'
  }

  isMinimized(): boolean {
    return this.#state === 'minimized'
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen'
  }

  isKiosk(): boolean {
    return this.isFullScreen()
  }

  getTitle(): string {
    return this.#title
  }

  setTitle(title: string): void {
    this.#title = title
  }

  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setMinimumSize(): void {}
  setContentProtection(): void {}
  setBackgroundColor(): void {}
  setProgressBar(): void {}
  setAlwaysOnTop(): void {}
  setClosable(): void {}
  setIcon(): void {}
  flashFrame(): void {}
  moveTop(): void {}
  center(): void {}
}

function requireIsolation(preferences: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(required)) {
    if ((preferences[name] ?? value) !== value)
      throw new Error(`stand-in: webPreferences.${name} must be ${String(value)}`)
  }
}

function boundsOf({ x = 0, y = 0, width = 800, height = 600 }: Partial<Bounds>): Bounds {
  return { x, y, width, height }
}
