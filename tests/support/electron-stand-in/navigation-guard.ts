import { noteExternal } from './app-server'
import { appAddress, shownAddress } from './origin-map'
import type { PageLink } from './page-link'

interface PausedRequest {
  readonly requestId: string
  readonly frameId: string
  readonly request: { readonly url: string }
}

/**
 * Holds each document request until main has been asked. Electron raises will-navigate for what the page starts, not for
 * loadURL or a reload; DevTools does not say who started a request, so those are expected beforehand.
 */
export class NavigationGuard {
  readonly #page: PageLink
  readonly #mayNavigate: (url: string) => boolean
  readonly #currentUrl: () => string
  readonly #startedByPage = new Set<string>()
  #expected: string | undefined

  constructor(page: PageLink, mayNavigate: (url: string) => boolean, currentUrl: () => string) {
    this.#page = page
    this.#mayNavigate = mayNavigate
    this.#currentUrl = currentUrl
    page.cdp.on('Page.frameRequestedNavigation', (event: { frameId: string; url: string; disposition: string }) => {
      if (event.frameId === page.frameId && event.disposition === 'currentTab') this.#startedByPage.add(event.url)
    })
    page.cdp.on('Fetch.requestPaused', (paused: PausedRequest) => this.#decide(paused))
  }

  expect(webUrl: string): void {
    this.#expected = withoutHash(webUrl)
  }

  #decide({ requestId, frameId, request }: PausedRequest): void {
    const allowed = frameId !== this.#page.frameId || this.#allows(request.url)
    const own = appAddress(request.url) !== undefined
    if (allowed && !own) noteExternal(request.url)
    const answer =
      allowed && own
        ? this.#page.cdp.send('Fetch.continueRequest', { requestId })
        : this.#page.cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    answer.catch(() => undefined)
  }

  #allows(url: string): boolean {
    const bare = withoutHash(url)
    const startedByPage = [...this.#startedByPage].some(started => withoutHash(started) === bare)
    this.#startedByPage.clear()
    if (this.#expected === bare) {
      this.#expected = undefined
      return true
    }
    const isReload = withoutHash(this.#currentUrl()) === withoutHash(shownAddress(url))
    return (isReload && !startedByPage) || this.#mayNavigate(shownAddress(url))
  }
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/, '')
}
