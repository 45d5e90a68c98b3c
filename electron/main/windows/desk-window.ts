import { BrowserWindow } from 'electron'
import { appOrigin } from '../security/origins'
import { safeWebPreferences } from '../security/web-preferences'

/** The clerk's window. 1366 x 768 is the design size: an old office screen. */
export function openDeskWindow(preload: string, devTools: boolean): BrowserWindow {
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
