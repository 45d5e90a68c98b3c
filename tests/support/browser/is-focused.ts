import type { Locator } from '@playwright/test'

/**
 * Whether the part has the focus now, as its ring shows. One query that waits for nothing: an expectation that is not met draws up the
 * whole page first, which was most of what a key cost.
 */
export async function isFocused(target: Locator): Promise<boolean> {
  return (await target.and(target.page().locator(':focus')).count()) > 0
}
