import { Browsers } from './browsers'
import { BrowserWindow, openWindowsIn } from './browser-window'
import { app } from './program-app'
import { markProgramReady, preventable } from './program-state'
import { session } from './session'
import { announceFurther, announceReady, serveTestControl } from './test-control'
import { reachable } from './browsers'
import { WebContents } from './web-contents'

/** Starts the browser and raises 'ready', unless main has already decided to quit (a second instance). */
export async function startProgram(electron: object): Promise<void> {
  if (app.isQuitting) return
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
  const underTest = process.send !== undefined
  const headed = process.env.STANDIN_HEADED === '1'
  const browsers = new Browsers({
    headed,
    debuggingPort: underTest,
    onPopup: (openerId, url) => WebContents.fromTarget(openerId)?.onPopup(url),
    onFurther: announceFurther,
  })
  const host = await browsers.of(session.defaultSession).catch((error: Error) => {
    console.error(`stand-in: ${error.message}`)
    app.releaseSingleInstanceLock()
    process.exit(71)
  })
  app.onShutdown({ closeWindows, closeBrowser: () => browsers.close() })
  openWindowsIn(browsers)
  if (underTest) serveTestControl(electron)
  markProgramReady()
  app.emit('will-finish-launching')
  app.emit('ready', preventable(), {})
  if (underTest) announceReady(await reachable(host))
}

async function closeWindows(): Promise<boolean> {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!(await window.requestClose())) return false
  }
  return true
}
