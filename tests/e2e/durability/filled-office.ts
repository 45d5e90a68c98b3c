import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { registerRequest } from '../../demo/hands/reception'
import { signIn } from '../../demo/hands/front-door'
import { bundleForPage, type InPageModule } from '../../support/at-rest/in-page-module'
import { databasesOf } from '../../support/launch/page-storage'
import { fillOffice } from '../../support/workstation/fill-office'
import { founding } from '../../support/workstation/test-workstation'
import { Desk } from '../support/desk'
import { defaultStory, expect, test as base } from '../support/office-test'
import type { ViewDump } from './view-dump'

export { expect }

export const clerk = founding.administrator

/** Too little for any new act, even for the note of a sign-in: the same journal can then be looked at again and again. */
const fullDisk = { RECORDS_DESK_REHEARSAL_FREE_BYTES: String(500 << 20) }

const actsAtLeast = 600

export interface FilledOffice {
  /** The whole data folder, closed; its view was kept up act by act. */
  readonly folder: string
  /** The view's databases from before the last registration. */
  readonly olderDatabases: string
  readonly requestNo: string
  readonly view: ViewDump
}

interface FilledFixtures {
  readonly dumpModule: InPageModule
  readonly filled: FilledOffice
}

interface ReopenedFixtures {
  /** A copy of the filled office, for this test to damage before it opens it. */
  readonly userData: string
  /** Starts the program on that copy with a full disk and signs in, so that the journal stays byte for byte the same. */
  readonly reopen: () => Promise<ReopenedDesk>
}

export interface ReopenedDesk {
  readonly desk: Desk
  /** What stood on screen between signing in and the board. */
  readonly waiting: readonly string[]
  dump(): Promise<ViewDump>
}

export const test = base.extend<ReopenedFixtures, FilledFixtures>({
  dumpModule: [
    async ({}, use) => use(await bundleForPage(path.join(import.meta.dirname, 'view-dump.ts'))),
    { scope: 'worker' },
  ],
  filled: [
    async ({ dumpModule }, use) => {
      const root = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-filled-'))
      await use(await makeFilledOffice(root, dumpModule))
      fs.rmSync(root, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  userData: async ({ filled }, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-e2e-'))
    fs.cpSync(filled.folder, folder, { recursive: true })
    await use(folder)
    fs.rmSync(folder, { recursive: true, force: true })
  },
  reopen: async ({ userData, dumpModule }, use) => {
    const desk = new Desk(userData, fullDisk)
    await use(async () => {
      await desk.start()
      const waiting = await watchTheWait(desk.page)
      await signIn(desk.hands, clerk)
      return { desk, waiting: await waiting(), dump: () => dumpModule.call<ViewDump>(desk.page, 'dumpView') }
    })
    await desk.close()
    expect(desk.complaints, 'what the program must never do').toEqual([])
  },
})

async function makeFilledOffice(root: string, dumpModule: InPageModule): Promise<FilledOffice> {
  const folder = path.join(root, 'data')
  const olderDatabases = path.join(root, 'older-databases')
  await fillOffice(folder, actsAtLeast, '2026-09-07')
  const desk = new Desk(folder, {})
  await desk.start()
  await signIn(desk.hands, clerk)
  await desk.close()
  fs.cpSync(databasesOf(folder), olderDatabases, { recursive: true })
  await desk.start()
  await signIn(desk.hands, clerk)
  const requestNo = await registerRequest(desk.hands, defaultStory.applicant, async () => undefined)
  const view = await dumpModule.call<ViewDump>(desk.page, 'dumpView')
  await desk.close()
  return { folder, olderDatabases, requestNo, view }
}

/** Notes every progress line with its words, however briefly it stands. */
async function watchTheWait(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seenWaiting: seen })
    new MutationObserver(() => {
      for (const line of document.querySelectorAll<HTMLElement>('label:has(progress)')) {
        const bar = line.querySelector('progress')!
        const figures = bar.hasAttribute('value') ? ` [${bar.value} of ${bar.max}]` : ''
        const text = line.innerText + figures
        if (seen.at(-1) !== text) seen.push(text)
      }
    }).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { seenWaiting: string[] }).seenWaiting)
}
