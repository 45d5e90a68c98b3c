import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test as base, type TestInfo } from '@playwright/test'
import type { Hands } from '../../demo/hands/hands'
import { Desk, type Environment } from './desk'
import { DeskOfTheDay, putAway } from './desk-of-the-day'
import { prepareOffice } from './prepared-office'

export { expect } from '@playwright/test'
export { administrator, defaultStory, reviewer } from '../../demo/hands/people-of-the-story'

export interface OfficeOptions {
  /** `prepared`: administrator and clerk 周敏, reviewer 何立群, nothing registered yet. `new`: a machine never set up. */
  readonly machine: 'prepared' | 'new'
  /** False leaves the first start to the test, which has something to do on the folder before. */
  readonly isOn: boolean
  /**
   * True: the tests of a file are one day at one desk. Each goes on where the one before left it, with its people, cases and
   * numbers; after a failure, and where a test has ended the program, the next one has a new desk.
   */
  readonly goesOn: boolean
  /** Beside the rehearsal's morning. */
  readonly environment: Environment
}

export interface OfficeFixtures extends OfficeOptions {
  /** The program on a folder of its own; started already where `isOn`. */
  readonly desk: Desk
  /** A clerk's hands on whatever window the desk shows, before and after a restart. */
  readonly hands: Hands
}

export interface PreparedFixtures {
  /** Made once, copied for each desk. */
  readonly preparedFolder: string
  readonly deskOfTheDay: DeskOfTheDay
}

export const test = base.extend<OfficeFixtures, PreparedFixtures>({
  machine: ['prepared', { option: true }],
  isOn: [true, { option: true }],
  goesOn: [false, { option: true }],
  environment: [{}, { option: true }],
  preparedFolder: [
    async ({}, use) => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-office-'))
      await prepareOffice(folder)
      await use(folder)
      fs.rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  deskOfTheDay: [
    async ({}, use) => {
      const day = new DeskOfTheDay()
      await use(day)
      await day.end()
    },
    { scope: 'worker' },
  ],
  desk: async ({ machine, isOn, goesOn, environment, preparedFolder, deskOfTheDay }, use, testInfo) => {
    const day = [testInfo.file, machine, JSON.stringify(environment)].join(' ') // of the same machine, as it was started
    const desk =
      (await deskOfTheDay.goOn(goesOn ? day : null)) ??
      (await newDesk({ prepared: machine === 'prepared' ? preparedFolder : null, isOn, environment }))
    await use(desk)
    await keepEvidence(desk, testInfo)
    if (goesOn && desk.isRunning && testInfo.status === testInfo.expectedStatus) {
      await deskOfTheDay.leave(desk, day)
    } else await putAway(desk)
    base.expect(desk.complaints, 'what the program must never do').toEqual([])
  },
  hands: async ({ desk }, use) => {
    await use({
      get page() {
        return desk.page
      },
      keys: () => desk.hands.keys(),
      press: (...keys) => desk.hands.press(...keys),
      type: text => desk.hands.type(text),
      fillNext: (label, text) => desk.hands.fillNext(label, text),
      tabTo: target => desk.hands.tabTo(target),
    })
  },
})

async function newDesk(wanted: {
  readonly prepared: string | null
  readonly isOn: boolean
  readonly environment: Environment
}): Promise<Desk> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-e2e-'))
  if (wanted.prepared !== null) fs.cpSync(wanted.prepared, userData, { recursive: true })
  const desk = new Desk(userData, wanted.environment)
  if (wanted.isOn) await desk.start()
  return desk
}

/** The page was made by the program, so the test runner takes no screenshot of its own accord. */
async function keepEvidence(desk: Desk, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus || !desk.isRunning) return
  const { program } = desk
  const file = testInfo.outputPath('failed-here.png')
  await program.page.screenshot({ path: file }).catch(() => undefined)
  await testInfo.attach('log', { body: program.log(), contentType: 'text/plain' })
}
