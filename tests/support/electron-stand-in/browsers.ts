import { BrowserHost } from './browser-host'
import type { Session } from './session'

export interface BrowsersOptions {
  readonly headed: boolean
  readonly debuggingPort: boolean
  /** A page that one of the program's own pages opened, by its opener's target id. */
  readonly onPopup: (openerId: string | undefined, url: string) => void
  /** A session partition was given a browser; only where there is a debugging port to tell of. */
  readonly onFurther: (browser: { readonly endpoint: string; readonly browserPid: number }) => void
}

/**
 * The browsers of this program. Electron gives each persistent partition a profile of its own inside one browser;
 * Chromium alone has one profile a browser, so here a partition has a browser too, from its first window to its last.
 */
export class Browsers {
  readonly #options: BrowsersOptions
  readonly #running = new Map<Session, Promise<BrowserHost>>()
  /** One that ends holds its profile until it has ended. */
  readonly #ending = new Map<Session, Promise<void>>()

  constructor(options: BrowsersOptions) {
    this.#options = options
  }

  of(session: Session): Promise<BrowserHost> {
    const running = this.#running.get(session) ?? this.#start(session)
    this.#running.set(session, running)
    return running
  }

  async #start(session: Session): Promise<BrowserHost> {
    await this.#ending.get(session)
    const { headed, debuggingPort, onPopup, onFurther } = this.#options
    const host = await BrowserHost.start({ headed, debuggingPort, session, profile: session.profile })
    host.onPopup = onPopup
    if (debuggingPort && session.partition !== '') onFurther(await reachable(host))
    return host
  }

  /** Its last window is gone. The default session's browser stays: the next window may come. */
  unused(session: Session): void {
    if (session.partition !== '') void this.#end(session)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map(session => this.#end(session)))
    await Promise.all(this.#ending.values())
  }

  async #end(session: Session): Promise<void> {
    const running = this.#running.get(session)
    if (!running) return
    this.#running.delete(session)
    const ended = running.then(host => host.close()).catch(() => undefined) // one that never started has ended
    this.#ending.set(session, ended)
    await ended
  }
}

export const reachable = async (host: BrowserHost): Promise<{ endpoint: string; browserPid: number }> => ({
  endpoint: await host.process.debuggingAddress(),
  browserPid: host.process.child.pid ?? 0,
})
