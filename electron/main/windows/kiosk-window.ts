import { BrowserWindow, type Rectangle } from 'electron'
import { appOrigin } from '../security/origins'
import { kioskWebPreferences } from '../security/web-preferences'
import { isHeldBack } from './held-back-keys'

export interface KioskWindowParts {
  readonly preload: string
  /** Of the screen that it fills. */
  readonly bounds: Rectangle
  /** False: nobody of the staff has allowed it, and the window stays. */
  readonly mayClose: () => boolean
}

/** The visitor's window: it fills its screen, and only main closes it. */
export function openKioskWindow({ preload, bounds, mayClose }: KioskWindowParts): BrowserWindow {
  const window = new BrowserWindow({
    ...bounds,
    kiosk: true,
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    autoHideMenuBar: true,
    backgroundColor: '#FFFFFF',
    title: '自助查阅',
    webPreferences: kioskWebPreferences(preload),
  })
  const { webContents } = window
  window.on('close', event => {
    if (!mayClose()) event.preventDefault()
  })
  webContents.on('before-input-event', (event, input) => {
    if (isHeldBack(input)) event.preventDefault()
  })
  webContents.on('context-menu', event => event.preventDefault())
  // A page that died or hangs shows the last visitor for ever: begin anew.
  webContents.on('render-process-gone', () => void load(window))
  window.on('unresponsive', () => void load(window))
  window.once('ready-to-show', () => window.show())
  void load(window)
  return window
}

/** Anew, from the first page; nothing of the visit before is reachable by going back. */
export async function load(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return
  await window.loadURL(`${appOrigin}/index.html`).catch(() => undefined) // it may be closed meanwhile
  if (!window.isDestroyed()) window.webContents.navigationHistory?.clear()
}
