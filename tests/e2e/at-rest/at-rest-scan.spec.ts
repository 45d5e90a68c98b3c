import path from 'node:path'
import { openRequest } from '../../demo/hands/case'
import { lock, signIn } from '../../demo/hands/front-door'
import { bundleForPage } from '../../support/at-rest/in-page-module'
import type { Canary, StoreScan } from '../../support/at-rest/in-page-scan'
import { identityNumber, seededPeople, type SeededPerson } from '../../support/at-rest/people'
import { scanFolder, type FolderScan } from '../../support/at-rest/scan-folder'
import { traceFinder, type Secret } from '../../support/at-rest/traces'
import { databasesOf } from '../../support/launch/page-storage'
import { administrator, expect, test } from '../support/office-test'
import {
  answerAndServe,
  closeReceipt,
  leaveHalfTyped,
  lookAgain,
  printReceipt,
  registerByPost,
  revealApplicant,
  useArchives,
} from './day-with-people'

const seeded = seededPeople(21)
const people = seeded.slice(0, 20)
/** Who only comes to the reading room, and asks for an archive there. */
const reader = seeded[20]!
const [served, revealed, merelyRegistered, halfTyped, ...throughBridge] = people as [
  SeededPerson,
  SeededPerson,
  SeededPerson,
  SeededPerson,
  ...SeededPerson[],
]
const canary: Canary = { short: identityNumber(77), long: identityNumber(78) }
const canaries: Secret[] = [
  { what: 'canary', text: canary.short },
  { what: 'compressed canary', text: canary.long },
]
const secrets: Secret[] = seeded.flatMap(({ name, idNumber, phone, address, description }, n) =>
  Object.entries({ name, idNumber, phone, address, description }).map(([what, text]) => ({
    what: `${what} of person ${n + 1}`,
    text,
  })),
)

/** The stand-in's virtual printer: there the office's paper would be, which is outside the program. */
const paper = ['printed']

test('twenty people at the counter and one in the reading room: nothing on the disk tells who they are, and the scan would find it', async ({
  desk,
  hands,
}) => {
  const inPage = {
    register: await bundleForPage(path.resolve('tests/support/at-rest/in-page-register.ts')),
    scan: await bundleForPage(path.resolve('tests/support/at-rest/in-page-scan.ts')),
  }
  await signIn(hands, administrator)
  await test.step('the flows', async () => {
    const requestNo = await registerByPost(hands, served)
    await printReceipt(hands)
    await answerAndServe(hands, requestNo)
    const second = await registerByPost(hands, revealed)
    await closeReceipt(hands)
    await openRequest(hands, second)
    await revealApplicant(hands, revealed)
    await registerByPost(hands, merelyRegistered)
    await printReceipt(hands)
    await leaveHalfTyped(hands, halfTyped)
    await inPage.register.call(hands.page, 'registerThroughBridge', {
      people: throughBridge,
      firstSerial: 4,
      today: '2026-09-08',
    })
    await useArchives(desk, reader)
    await lookAgain(hands.page)
    await hands.press('Alt+3')
    await expect(hands.page.getByRole('main')).toContainText('YX-A-2026-0019')
  })

  const inUse = scanFolder(desk.userData, traceFinder(secrets), paper)
  tell('files while the office is open', inUse)
  expect(inUse.traces).toEqual([])

  await lock(hands)
  await inPage.scan.call(hands.page, 'plantCanary', canary)
  const stores = await inPage.scan.call<StoreScan>(hands.page, 'scanStores', [...secrets, ...canaries])
  console.log(
    `object stores, raw: ${stores.databases.length} databases, ${stores.stores} stores, ${stores.values} values, ` +
      `${stores.bytes} bytes; canaries ${stores.traces.map(({ what, as }) => `${what} (${as})`).join(', ')}`,
  )
  expect(stores.values).toBeGreaterThan(40)
  expect(new Set(stores.traces.map(({ what }) => what))).toEqual(new Set(['canary', 'compressed canary']))
  expect(stores.traces.every(({ store }) => store === 'canary/rows')).toBe(true)

  await desk.close()
  const closed = scanFolder(desk.userData, traceFinder([...secrets, ...canaries]), paper)
  tell('files after the end', closed)
  expect(new Set(closed.traces.map(({ what }) => what))).toEqual(new Set(['canary', 'compressed canary']))
  const [databases = ''] = path.relative(desk.userData, databasesOf(desk.userData)).split(path.sep)
  for (const folder of ['office/journal', 'office/vault', databases]) expect(closed.byFolder[folder]).toBeGreaterThan(0)
})

function tell(when: string, scan: FolderScan): void {
  const { files, bytes, unpacked, unpackedBytes, byFolder, traces } = scan
  console.log(
    `${when}: ${files} files (${Object.entries(byFolder)
      .map(([folder, count]) => `${folder} ${count}`)
      .join(
        ', ',
      )}; left out: ${paper.join(', ')}), ${bytes} bytes, ${unpacked} blocks and streams opened to ${unpackedBytes} bytes; ` +
      `found: ${traces.map(({ what, as, read, file }) => `${what} (${as}, ${read}, ${path.basename(file)})`).join('; ') || 'nothing'}`,
  )
}
