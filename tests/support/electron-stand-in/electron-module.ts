/** What `import ... from 'electron'` means in the main process under the stand-in. */
import { externalAttempts } from './program-state'
import { openedByShell } from './desktop'

export { app } from './program-app'
export { BrowserWindow } from './browser-window'
export { dialog } from './dialogs'
export {
  clipboard,
  crashReporter,
  globalShortcut,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  screen,
  shell,
} from './desktop'
export { ipcMain } from './ipc-main'
export { Menu, MenuItem } from './menu'
export { session } from './session'
export { webContents } from './web-contents'
import { session } from './session'

export const protocol = session.defaultSession.protocol

/** For tests only; undefined under Electron. */
export const standin = { external: externalAttempts, opened: openedByShell }
