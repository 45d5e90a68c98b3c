import type { Page } from '@playwright/test'

/** Seconds from one key to the next. */
const gap = 0.005

/**
 * As a reader that poses as a keyboard sends a line. The browser is told when each key was struck, as a system tells it: by the
 * time at which they come through, a machine with more to do would make a slow typist of the reader.
 */
export async function swipeCard(page: Page, line: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const begun = Date.now() / 1000
  const strokes = [...line, 'Enter'].flatMap((key, n) => {
    const text = key === 'Enter' ? '\r' : key
    const stroke = { key, windowsVirtualKeyCode: text.charCodeAt(0) }
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke, text, timestamp: begun + n * gap }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke, timestamp: begun + (n + 0.5) * gap }),
    ]
  })
  await Promise.all(strokes)
  await session.detach()
}
