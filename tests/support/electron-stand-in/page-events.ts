import type { EventEmitter } from 'node:events'
import type { FrameView } from './frame-view'
import { shownAddress } from './origin-map'
import { noteAttempts } from './page-attempts'
import type { PageLink } from './page-link'
import { preventable, trace } from './program-state'

interface ConsoleCall {
  readonly type: string
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[]
}

/** What happens in the page, in the events of Electron's webContents. */
export function relayPageEvents(page: PageLink, contents: EventEmitter & { readonly mainFrame: FrameView }): void {
  const { cdp, frameId } = page
  const { mainFrame } = contents
  cdp.on('Page.frameNavigated', ({ frame }: { frame: { id: string; url: string } }) => {
    if (frame.id !== frameId) return
    mainFrame.moveTo(shownAddress(frame.url))
    contents.emit('did-navigate', preventable(), mainFrame.url, 200, 'OK')
  })
  cdp.on('Page.navigatedWithinDocument', (event: { frameId: string; url: string }) => {
    if (event.frameId !== frameId) return
    mainFrame.moveTo(shownAddress(event.url))
    contents.emit('did-navigate-in-page', preventable(), mainFrame.url, true)
  })
  cdp.on('Page.domContentEventFired', () => contents.emit('dom-ready', preventable()))
  cdp.on('Page.loadEventFired', () => contents.emit('did-finish-load', preventable()))
  cdp.on('Inspector.targetCrashed', () =>
    contents.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 5 }),
  )
  cdp.on('Runtime.consoleAPICalled', ({ type, args }: ConsoleCall) => {
    const message = args.map(arg => String(arg.value ?? arg.description ?? '')).join(' ')
    trace('console', type, message)
    contents.emit('console-message', preventable({ level: type, message, lineNumber: 0, sourceId: mainFrame.url }))
  })
  noteAttempts(cdp)
}
