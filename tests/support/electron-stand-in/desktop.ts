import { EventEmitter } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { noteExternal } from './app-server'

/** What was handed to the desktop, for tests to look at. Nothing is opened. */
export const openedByShell: string[] = []

export const shell = {
  openExternal: async (url: string) => void openedByShell.push(url),
  openPath: async (file: string) => {
    openedByShell.push(file)
    return ''
  },
  showItemInFolder: (file: string) => void openedByShell.push(file),
  trashItem: (file: string) => rm(file, { recursive: true }),
  beep: () => undefined,
}

let copied = ''
export const clipboard = {
  readText: () => copied,
  writeText: (text: string) => void (copied = text),
  clear: () => void (copied = ''),
}

class NativeTheme extends EventEmitter {
  themeSource: 'system' | 'light' | 'dark' = 'system'
  readonly shouldUseHighContrastColors = false
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark'
  }
}

export const nativeTheme = new NativeTheme()

/** Tests emit 'suspend', 'resume', 'lock-screen' themselves. */
export const powerMonitor = Object.assign(new EventEmitter(), {
  getSystemIdleTime: () => 0,
  getSystemIdleState: () => 'active',
  isOnBatteryPower: () => false,
})

const display = {
  id: 1,
  label: 'stand-in',
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  size: { width: 1920, height: 1080 },
  workAreaSize: { width: 1920, height: 1040 },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
}

export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
})

export const net = {
  isOnline: () => false,
  /** Files only: anything else is an attempt to leave. */
  async fetch(input: string | URL | Request): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input)
    if (url.startsWith('file:')) return new Response(new Uint8Array(await readFile(fileURLToPath(url))))
    noteExternal(url)
    throw new Error('net::ERR_INTERNET_DISCONNECTED')
  },
}

export const globalShortcut = {
  register: () => true,
  unregister: () => undefined,
  unregisterAll: () => undefined,
  isRegistered: () => false,
}

export const powerSaveBlocker = { start: () => 1, stop: () => true, isStarted: () => false }

export const crashReporter = { start: () => undefined }
