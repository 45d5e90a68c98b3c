import { EventEmitter } from 'node:events'
import path from 'node:path'
import type { CdpConnection } from './cdp-connection'
import { CustomProtocol } from './custom-protocol'
import { originOf, webAddress } from './origin-map'
import { app } from './program-app'
import { trace } from './program-state'

type Answer = (granted: boolean) => void
/** As Electron calls them: contents, permission, origin, details; and contents, permission, answer, details. */
type CheckHandler = (...asked: [contents: unknown, permission: string, origin: string, details: object]) => boolean
type RequestHandler = (...asked: [contents: unknown, permission: string, answer: Answer, details: object]) => void

/** Electron's permission names and what Chromium calls them. */
const permissionNames: Record<string, readonly string[]> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'persistent-storage': ['persistent-storage'],
  'idle-detection': ['idle-detection'],
  'local-fonts': ['local-fonts'],
  'window-management': ['window-management'],
}

/** Kinds of storage as Electron names them, where the browser names them otherwise. */
const storageTypeOf: Readonly<Record<string, string>> = {
  indexdb: 'indexeddb',
  filesystem: 'file_systems',
  localstorage: 'local_storage',
  cachestorage: 'cache_storage',
  serviceworkers: 'service_workers',
}

const sessions = new Map<string, Session>()

/** Empty name: the default session. */
export function sessionNamed(name: string): Session {
  const known = sessions.get(name)
  if (known) return known
  const created = new Session(name)
  sessions.set(name, created)
  return created
}

export class Session extends EventEmitter {
  readonly partition: string
  readonly protocol = new CustomProtocol()
  /** Not emulated: requests for our own scheme reach the protocol handler, everything else is cut. */
  readonly webRequest = {
    onBeforeRequest: ignored,
    onBeforeSendHeaders: ignored,
    onHeadersReceived: ignored,
    onCompleted: ignored,
    onErrorOccurred: ignored,
  }
  readonly setDevicePermissionHandler = ignored
  readonly setUSBProtectedClassesHandler = ignored
  readonly setBluetoothPairingHandler = ignored
  readonly setDisplayMediaRequestHandler = ignored
  readonly setCertificateVerifyProc = ignored
  readonly setSpellCheckerEnabled = ignored
  readonly setSpellCheckerLanguages = ignored
  readonly setSpellCheckerDictionaryDownloadURL = ignored
  readonly setPreloads = ignored
  readonly setUserAgent = ignored
  readonly enableNetworkEmulation = ignored
  readonly flushStorageData = ignored
  #check: CheckHandler | null = null
  #request: RequestHandler | null = null
  #page: Pick<CdpConnection, 'send'> | undefined
  #origins = new Set<string>()

  constructor(partition: string) {
    super()
    this.partition = partition
  }

  /** Where its data lies: a browser keeps it one deeper than Electron does. */
  get storagePath(): string {
    return path.join(this.profile, 'Default')
  }

  /** What the browser is started on; as in Electron for a partition, a folder of ours for the default session. */
  get profile(): string {
    const userData = app.getPath('userData')
    return this.partition === ''
      ? path.join(userData, 'stand-in-profile')
      : path.join(userData, 'Partitions', this.partition)
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler
  }

  async setProxy(): Promise<void> {}

  async clearCache(): Promise<void> {}

  async closeAllConnections(): Promise<void> {}

  async clearStorageData({ storages }: { readonly storages?: readonly string[] } = {}): Promise<void> {
    const storageTypes = storages?.map(name => storageTypeOf[name] ?? name).join(',') ?? 'all'
    for (const origin of this.#origins) {
      await this.#page?.send('Storage.clearDataForOrigin', { origin, storageTypes })
    }
  }

  /** The page through which storage is cleared: the browser's own connection has none. */
  isShownIn(page: Pick<CdpConnection, 'send'>): void {
    this.#page = page
  }

  getUserAgent(): string {
    return 'stand-in'
  }

  isPersistent(): boolean {
    return true
  }

  /** DevTools cannot ask us at each prompt, so the verdicts are asked once per load and pinned for the origin. */
  async pinPermissions(connection: CdpConnection, contents: unknown, url: string): Promise<void> {
    const { origin } = new URL(webAddress(url))
    if (this.#origins.has(origin)) return
    this.#origins.add(origin)
    const pins = Object.entries(permissionNames).map(async ([permission, names]) => {
      const setting = (await this.#grants(contents, permission, url)) ? 'granted' : 'denied'
      for (const name of names) {
        const pin = { permission: { name }, setting, origin }
        await connection.send('Browser.setPermission', pin).catch(error => trace('permission', name, error))
      }
    })
    await Promise.all(pins)
  }

  async #grants(contents: unknown, permission: string, url: string): Promise<boolean> {
    const details = { requestingUrl: url, isMainFrame: true }
    if (this.#check && !this.#check(contents, permission, originOf(url), details)) return false
    const ask = this.#request
    if (!ask) return true
    return new Promise(resolve => ask(contents, permission, resolve, details))
  }
}

export const session = {
  get defaultSession(): Session {
    return sessionNamed('')
  },
  fromPartition: (partition: string) => sessionNamed(nameOf(partition)),
}

/** One that is kept in memory only would be kept on disk here, and is refused. */
function nameOf(partition: string): string {
  if (partition === '') return ''
  const [, name] = /^persist:([a-z0-9-]+)$/.exec(partition) ?? []
  if (name === undefined) throw new Error(`stand-in: partition '${partition}' is not 'persist:' and a plain name`)
  return name
}

function ignored(): void {}
