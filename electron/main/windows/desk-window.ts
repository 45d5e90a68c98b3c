import { BrowserWindow } from 'electron'
import { appOrigin } from '../security/origins'
import { safeWebPreferences } from '../security/web-preferences'

/** The clerk's window. There is one, or none: before the office is open, and while the kiosk runs alone. */
export interface DeskWindow {
  /** For what Electron wants a window for: its dialogs, the list of printers. */
  current(): BrowserWindow | null
  /** Opens it, or brings it to the front. `onClosed`: the kiosk may keep the program running. */
  show(onClosed: () => void): void
  /** Says that something happened, and never what: the page asks. Nobody hears it where there is no window. */
  tell(event: string): void
  /** Whether a call came from it. */
  is(webContentsId: number): boolean
}

export function deskWindow({
  preload,
  devTools,
}: {
  readonly preload: string
  readonly devTools: boolean
}): DeskWindow {
  let window: BrowserWindow | null = null
  return {
    current: () => window,
    show: onClosed => {
      if (window) {
        if (window.isMinimized()) window.restore()
        return window.focus()
      }
      window = openDeskWindow(preload, devTools)
      window.on('closed', () => {
        window = null
        onClosed()
      })
    },
    tell: event => window?.webContents.send(event),
    is: id => window?.webContents.id === id,
  }
}

/** 1366 x 768 is the design size: an old office screen. */
function openDeskWindow(preload: string, devTools: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 800,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#F5F4F0',
    title: '公开查阅台',
    webPreferences: safeWebPreferences(preload, devTools),
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}
