import { describe, expect, test } from 'vitest'
import { lockDownContents } from '../../../../electron/main/security/lock-down'
import { isOwnUrl } from '../../../../electron/main/security/origins'
import { kioskWebPreferences, safeWebPreferences } from '../../../../electron/main/security/web-preferences'
import { foreignUrls } from './foreign-urls'
import { hitsOf } from './of-the-product'

describe('the 20 points of the checklist of Electron', () => {
  test('11 no webview, so none with popups', () => {
    for (const preferences of [
      safeWebPreferences('/desk-preload.cjs', false),
      kioskWebPreferences('/kiosk-preload.cjs'),
    ])
      expect(preferences.webviewTag).toBe(false)
    expect(hitsOf('no webview')).toEqual([])
  })

  test('12 a webview that somebody attaches all the same is prevented', () => {
    expect(contentsOfOurs().prevents('will-attach-webview')).toBe(true)
  })

  test('13 a page navigates to our own origin and nowhere else', () => {
    const contents = contentsOfOurs()
    const foreign = foreignUrls()
    expect(foreign.length).toBeGreaterThanOrEqual(200)
    for (const url of foreign) {
      expect(isOwnUrl(url), url).toBe(false)
      expect(contents.prevents('will-navigate', url), url).toBe(true)
    }
    for (const url of ['app://bundle/index.html', 'app://bundle/index.html#/today', 'app://bundle/?a=https://x'])
      expect(contents.prevents('will-navigate', url), url).toBe(false)
  })

  test('14 no page opens a window', () => {
    const { opens } = contentsOfOurs()
    for (const url of ['https://example.org/', 'about:blank', 'app://bundle/index.html', ...foreignUrls().slice(0, 50)])
      expect(opens(url), url).toEqual({ action: 'deny' })
  })
})

/** A page as `web-contents-created` hands it out. */
function contentsOfOurs() {
  const listeners = new Map<string, (event: { preventDefault(): void }, url?: string) => void>()
  let open: (details: { url: string }) => unknown = () => ({ action: 'allow' })
  lockDownContents({
    on: ((_name: string, created: (event: null, contents: unknown) => void) =>
      created(null, {
        on: (name: string, listener: (event: { preventDefault(): void }, url?: string) => void) =>
          void listeners.set(name, listener),
        setWindowOpenHandler: (handler: typeof open) => void (open = handler),
      })) as never,
  })
  return {
    opens: (url: string) => open({ url }),
    prevents: (name: string, url?: string): boolean => {
      let isPrevented = false
      listeners.get(name)?.({ preventDefault: () => void (isPrevented = true) }, url)
      return isPrevented
    },
  }
}
