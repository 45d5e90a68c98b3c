import type { Browser } from '@playwright/test'

/** Processor time that the browser's processes of these kinds (all of them where none is named) have used, seconds. */
export async function processorSeconds(browser: Browser, kinds: readonly string[] = []): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo
    .filter(({ type }) => kinds.length === 0 || kinds.includes(type))
    .reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}
