import type { Page } from '@playwright/test'
import { signIn } from '../../demo/hands/front-door'
import { openForm } from '../../demo/hands/intake-pages'
import { administrator, expect, test } from '../support/office-test'

test('the fonts of letters are read for a page from which papers go out, not at the start', async ({ desk, hands }) => {
  await signIn(hands, administrator)
  await expect.poll(() => namesOfWorkers(desk.page)).toContain('search-worker') // what the window gets ready by itself
  expect(namesOfWorkers(desk.page)).not.toContain('papers-worker')
  await openForm(hands)
  await expect.poll(() => namesOfWorkers(desk.page)).toContain('papers-worker')
})

/** `http://host/assets/papers-worker-BjNgiZiF.js` is `papers-worker`. */
const namesOfWorkers = (page: Page): string[] =>
  page.workers().map(worker => /([a-z-]+)-[^/]{8}\.js$/.exec(worker.url())?.[1] ?? worker.url())
