import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { closeLimit, isProgramReady, preventable, trace } from './program-state'
import { SingleInstance } from './single-instance'

interface Manifest {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
}

/** What app needs from the rest of the stand-in at the end; set by the launcher, to keep imports one-way. */
export interface Shutdown {
  closeWindows(): Promise<boolean>
  closeBrowser(): Promise<void>
}

class ProgramApp extends EventEmitter {
  name: string
  readonly isPackaged = false
  readonly dock = undefined
  readonly extraBrowserArgs: string[] = []
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) =>
      void this.extraBrowserArgs.push(value === undefined ? `--${name}` : `--${name}=${value}`),
    appendArgument: () => undefined,
    hasSwitch: (name: string) => process.argv.some(arg => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) => switchValue(name) ?? '',
  }
  readonly #folder: string
  readonly #manifest: Manifest
  readonly #paths = new Map<string, string>()
  #instance: SingleInstance | undefined
  #shutdown: Shutdown | undefined
  #quitting: 'no' | 'asked' | 'yes' = 'no'

  constructor() {
    super()
    this.#folder = packageFolder(path.dirname(path.resolve(process.argv[1] ?? '.')))
    this.#manifest = readManifest(this.#folder)
    this.name = this.#manifest.productName ?? this.#manifest.name ?? 'app'
  }

  get isQuitting(): boolean {
    return this.#quitting !== 'no'
  }

  onShutdown(shutdown: Shutdown): void {
    this.#shutdown = shutdown
  }

  async whenReady(): Promise<void> {
    if (!isProgramReady()) await new Promise<void>(resolve => this.once('ready', () => resolve()))
  }

  isReady(): boolean {
    return isProgramReady()
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getVersion(): string {
    return this.#manifest.version ?? '0.0.0'
  }

  getAppPath(): string {
    return this.#folder
  }

  getLocale(): string {
    return switchValue('lang') ?? (process.env.LANG ?? 'en-US').split('.')[0]!.replace('_', '-')
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder)
  }

  getPath(name: string): string {
    const folder = this.#paths.get(name) ?? this.#usualPath(name)
    if (folder === undefined) throw new Error(`Failed to get '${name}' path`)
    if (name === 'userData') mkdirSync(folder, { recursive: true })
    return folder
  }

  #usualPath(name: string): string | undefined {
    const home = os.homedir()
    const userData = () => switchValue('user-data-dir') ?? path.join(this.getPath('appData'), this.name)
    const usual: Record<string, () => string> = {
      home: () => home,
      appData: () => applicationData(home),
      userData,
      sessionData: userData,
      logs: () => path.join(this.getPath('userData'), 'logs'),
      crashDumps: () => path.join(this.getPath('userData'), 'Crashpad'),
      temp: () => os.tmpdir(),
      exe: () => process.execPath,
      module: () => process.execPath,
      desktop: () => path.join(home, 'Desktop'),
      documents: () => path.join(home, 'Documents'),
      downloads: () => path.join(home, 'Downloads'),
    }
    return usual[name]?.()
  }

  requestSingleInstanceLock(data?: unknown): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'), start =>
      this.emit('second-instance', preventable(), start.argv, start.cwd, start.data),
    )
    return this.#instance.acquire(data)
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance?.held ?? false
  }

  releaseSingleInstanceLock(): void {
    this.#instance?.release()
  }

  quit(): void {
    if (this.isQuitting) return
    this.#quitting = 'asked'
    this.#runQuit().catch(error => {
      trace('quit failed', error)
      this.exit(1)
    })
  }

  async #runQuit(): Promise<void> {
    const before = preventable()
    this.emit('before-quit', before)
    const closed = !before.defaultPrevented && ((await this.#shutdown?.closeWindows()) ?? true)
    const will = preventable()
    if (closed) this.emit('will-quit', will)
    if (!closed || will.defaultPrevented) {
      this.#quitting = 'no'
      return
    }
    this.emit('quit', preventable(), 0)
    this.exit(0)
  }

  exit(code = 0): void {
    this.#quitting = 'yes'
    this.releaseSingleInstanceLock()
    setTimeout(() => process.exit(code), closeLimit + 5_000).unref()
    void Promise.resolve(this.#shutdown?.closeBrowser()).finally(() => process.exit(code))
  }

  relaunch(): void {}
  focus(): void {}
  show(): void {}
  hide(): void {}
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  setLoginItemSettings(): void {}
  getGPUFeatureStatus(): object {
    return {}
  }
  getAppMetrics(): object[] {
    return []
  }
  setAsDefaultProtocolClient(): boolean {
    return false
  }
}

export const app = new ProgramApp()

function switchValue(name: string): string | undefined {
  return process.argv.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
}

function applicationData(home: string): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? path.join(home, 'AppData', 'Roaming')
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support')
  return process.env.XDG_CONFIG_HOME ?? path.join(home, '.config')
}

function packageFolder(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from
  const above = path.dirname(from)
  return above === from ? process.cwd() : packageFolder(above)
}

function readManifest(folder: string): Manifest {
  const file = path.join(folder, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {}
}
