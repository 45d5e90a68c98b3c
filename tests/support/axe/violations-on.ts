import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What axe finds on the page: one line a rule, with the places. It is put into each document once: most of what a question costs
 * elsewhere is that.
 */
export async function violationsOn(page: Page, options: axe.RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(violationsIn, options)
}

/** Runs in the page. */
async function violationsIn(options: axe.RunOptions): Promise<string[]> {
  const judge = (window as unknown as { axe: typeof axe }).axe // put there above
  const { violations } = await judge.run(document, { ...options, resultTypes: ['violations'] })
  return violations.map(({ id, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `${target.join(' ')} [${failureSummary?.split('\n')[1]?.trim()}]`,
    )
    return `${id}: ${places.join(', ')}`
  })
}
