import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { BrowserHost } from './browser-host'
import type { CdpSession } from './cdp-connection'
import {
  bindingName,
  pageWorldScript,
  preloadWorldName,
  preloadWorldScript,
  receiverName,
} from './in-page/world-scripts'

const pieceSize = 256 * 1024

interface ContextCreated {
  readonly context: { readonly id: number; readonly name: string; readonly auxData: { readonly frameId: string } }
}

/** One page of the browser, seen through DevTools: its frame, its preload world and the strings that cross to it. */
export class PageLink extends EventEmitter {
  readonly cdp: CdpSession
  readonly targetId: string
  readonly frameId: string
  #preloadContext: number | undefined
  #arriving: string[] = []

  private constructor(cdp: CdpSession, ids: { targetId: string; frameId: string }) {
    super()
    this.cdp = cdp
    this.targetId = ids.targetId
    this.frameId = ids.frameId
  }

  static async open(host: BrowserHost, preload: string, size: { width: number; height: number }): Promise<PageLink> {
    const { targetId, sessionId } = await host.newPage()
    const cdp = host.process.connection.session(sessionId)
    const tree = cdp.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree')
    const secret = `s${randomBytes(12).toString('hex')}`
    const view = {
      platform: process.platform,
      arch: process.arch,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      versions: { ...process.versions, chrome: host.version },
      argv: [],
      env: {},
    }
    // Not awaited one by one: DevTools takes them in order, and the page may still be paused before its first script.
    const steps = [
      tree,
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Runtime.addBinding', { name: bindingName, executionContextName: preloadWorldName }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(secret) }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: preloadWorldScript(secret, preload, view),
        worldName: preloadWorldName,
      }),
      cdp.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
      cdp.send('Audits.enable'),
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document', requestStage: 'Request' }] }),
      cdp.send('Runtime.runIfWaitingForDebugger'),
    ]
    await Promise.all(steps)
    const link = new PageLink(cdp, { targetId, frameId: (await tree).frameTree.frame.id })
    link.#listen()
    if (!host.headed) await link.resize(size)
    return link
  }

  async resize({ width, height }: { width: number; height: number }): Promise<void> {
    await this.cdp.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false })
  }

  #listen(): void {
    this.cdp.on('Runtime.executionContextCreated', ({ context }: ContextCreated) => {
      if (context.name === preloadWorldName && context.auxData.frameId === this.frameId)
        this.#preloadContext = context.id
    })
    this.cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }: { executionContextId: number }) =>
      this.#forget(executionContextId),
    )
    this.cdp.on('Runtime.executionContextsCleared', () => this.#forget(this.#preloadContext))
    this.cdp.on('Runtime.bindingCalled', (call: { name: string; payload: string; executionContextId: number }) => {
      if (call.name !== bindingName) return
      // After a reload Chromium announces the world twice; the one that speaks is the one that listens.
      this.#preloadContext = call.executionContextId
      this.#take(call.payload, call.executionContextId)
    })
  }

  #forget(context: number | undefined): void {
    if (context !== this.#preloadContext) return
    this.#preloadContext = undefined
    this.#arriving = []
  }

  #take(piece: string, context: number): void {
    if (piece.startsWith('+')) {
      this.#arriving.push(piece.slice(1))
      return
    }
    const text = this.#arriving.length === 0 ? piece : this.#arriving.join('') + piece
    this.#arriving = []
    this.emit('message', text, context)
  }

  /** To the document that asked, or to the present one; silently nowhere when that document has gone, as in Electron. */
  post(text: string, context = this.#preloadContext): void {
    if (context === undefined) return
    for (let at = 0; at < text.length; at += pieceSize) {
      const piece = text.slice(at, at + pieceSize)
      const call = {
        functionDeclaration: `function(piece,more){${receiverName}(piece,more)}`,
        arguments: [{ value: piece }, { value: at + pieceSize < text.length }],
        executionContextId: context,
        returnByValue: true,
      }
      this.cdp.send('Runtime.callFunctionOn', call).catch(() => undefined)
    }
  }
}
