import type { Page } from '@playwright/test'

/** What a healthy window never says: errors on the console, uncaught exceptions, breaches of the content policy. */
export async function listenForComplaints(page: Page, take: (complaint: string) => void): Promise<void> {
  page.on('console', message => {
    if (message.type() === 'error') take(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', error => take(`uncaught: ${error.stack ?? error.message}`))
  await page.addInitScript(watchPolicy)
  await page.evaluate(watchPolicy) // the document that stands there already; the observer is told of what came before
}

/** Runs in the page. */
function watchPolicy(): void {
  new ReportingObserver(reports => reports.forEach(report => console.error('content policy', JSON.stringify(report))), {
    types: ['csp-violation'],
    buffered: true,
  }).observe()
}
