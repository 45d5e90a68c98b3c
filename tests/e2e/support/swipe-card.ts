import type { Page } from '@playwright/test'

/** All keys at once, each let go before the next, as a reader that poses as a keyboard sends them. */
export async function swipeCard({ keyboard }: Page, line: string): Promise<void> {
  await Promise.all([...line, 'Enter'].flatMap(key => [keyboard.down(key), keyboard.up(key)]))
}
