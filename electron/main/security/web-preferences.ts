import type { WebPreferences } from 'electron'

/**
 * Points 2-4, 6, 8-12 of Electron's security checklist. Every window is made with these and nothing else. `devTools` only
 * where the program is not packaged: with them anybody at the counter could call main by hand.
 */
export const safeWebPreferences = (preload: string, devTools: boolean): WebPreferences => ({
  preload,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false, // the spell checker fetches dictionaries from the internet
  devTools,
})

/** On disk, and apart from the desk's: cookies, databases, caches and permissions are its own. */
export const kioskPartition = 'persist:kiosk'

/** The same for the kiosk, in its own partition, and never with developer tools: strangers stand before it. */
export const kioskWebPreferences = (preload: string): WebPreferences => ({
  ...safeWebPreferences(preload, false),
  partition: kioskPartition,
})
