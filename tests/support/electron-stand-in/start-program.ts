import { BrowserHost } from './browser-host'
import { BrowserWindow, openWindowsIn } from './browser-window'
import { app } from './program-app'
import { markProgramReady, preventable } from './program-state'
import { announceReady, serveTestControl } from './test-control'
import { WebContents } from './web-contents'

/** Starts the browser and raises 'ready', unless main has already decided to quit (a second instance). */
export async function startProgram(electron: object): Promise<void> {
  if (app.isQuitting) return
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
  const underTest = process.send !== undefined
  const headed = process.env.STANDIN_HEADED === '1'
  const host = await BrowserHost.start({ headed, debuggingPort: underTest }).catch((error: Error) => {
    console.error(`stand-in: ${error.message}`)
    app.releaseSingleInstanceLock()
    process.exit(71)
  })
  app.onShutdown({ closeWindows, closeBrowser: () => host.close() })
  host.onPopup = (openerId, url) => WebContents.fromTarget(openerId)?.onPopup(url)
  openWindowsIn(host)
  if (underTest) serveTestControl(electron)
  markProgramReady()
  app.emit('will-finish-launching')
  app.emit('ready', preventable(), {})
  if (underTest)
    announceReady({ endpoint: await host.process.debuggingAddress(), browserPid: host.process.child.pid ?? 0 })
}

async function closeWindows(): Promise<boolean> {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!(await window.requestClose())) return false
  }
  return true
}
