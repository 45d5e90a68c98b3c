import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { ViewDump } from '../e2e/durability/view-dump'
import { garbleEveryFile, truncateLogs } from '../e2e/durability/damage'
import { databasesOf } from '../support/launch/page-storage'
import { makeOffice, openView, viewModule } from './view-office'

export interface RuinReport {
  ways: number
  /** Ways after which the view was another database than before: built again. The others were caught up. */
  builtAgain: number
  acts: number
  /** Acts that were acknowledged before and are not in the journal, or not in the view, afterwards. */
  lost: number
  readonly wrong: string[]
  /** A row taken out of a view that had been found sound: the comparison must see it. */
  plantedCaught: boolean
}

interface Ruin {
  readonly name: string
  /** On the closed folder. */
  readonly onDisk?: (databases: string, older: string) => void
  /** In the running window, which is killed right after. */
  readonly inPage?: () => Promise<void>
}

const eachFile = (databases: string, work: (file: string, name: string) => void): void => {
  for (const name of fs.readdirSync(databases, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(databases, name)
    if (fs.statSync(file).isFile()) work(file, path.basename(name))
  }
}
const onFiles =
  (fits: RegExp, work: (file: string) => void) =>
  (databases: string): void =>
    eachFile(databases, (file, name) => void (fits.test(name) && work(file)))

/** Twelve ways in which the databases of the window come to harm, as disks, crashes and people do it. */
export const ruins: readonly Ruin[] = [
  { name: 'the folder of the databases is gone', onDisk: databases => fs.rmSync(databases, { recursive: true }) },
  { name: 'every file in it is gone', onDisk: onFiles(/./, file => fs.rmSync(file)) },
  { name: 'logs and tables cut in half', onDisk: databases => void truncateLogs(databases) },
  { name: 'noise over the second half of logs and tables', onDisk: databases => void garbleEveryFile(databases) },
  { name: 'CURRENT is empty', onDisk: onFiles(/^CURRENT$/, file => fs.truncateSync(file, 0)) },
  { name: 'the manifest is gone', onDisk: onFiles(/^MANIFEST/, file => fs.rmSync(file)) },
  { name: 'zeros in place of every file', onDisk: onFiles(/./, file => fs.writeFileSync(file, zerosFor(file))) },
  { name: 'every file is empty', onDisk: onFiles(/./, file => fs.truncateSync(file, 0)) },
  {
    name: 'an older copy of the databases was put back',
    onDisk: (databases, older) => {
      fs.rmSync(databases, { recursive: true })
      fs.cpSync(older, databases, { recursive: true })
    },
  },
  {
    name: 'a plain file stands where the folder was',
    onDisk: databases => {
      fs.rmSync(databases, { recursive: true })
      fs.writeFileSync(databases, 'no folder')
    },
  },
  { name: 'all databases deleted by the browser, the program running', inPage: deleteAll },
  { name: 'databases raised to the version of a newer program', inPage: raiseVersions },
]

/** Each on a copy of the same office, whose journal stays byte for byte the same; the view must say the same afterwards. */
export async function ruinViews(
  acts: number,
  progress: (line: string) => void,
  isAmong: (way: string) => boolean = () => true,
): Promise<RuinReport> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'view-ruin-'))
  const report: RuinReport = { ways: 0, builtAgain: 0, acts: 0, lost: 0, wrong: [], plantedCaught: false }
  try {
    const office = await officeWithView(root, acts)
    report.acts = office.view.acts
    for (const [nth, ruin] of ruins.entries()) {
      if (!isAmong(String(nth + 1))) continue
      const copy = path.join(root, `copy-${nth}`)
      fs.cpSync(office.folder, copy, { recursive: true })
      const found = await afterRuin(copy, office, ruin).catch((cause: Error) => cause)
      report.ways++
      if (found instanceof Error) report.wrong.push(`${ruin.name}: ${found.message.split('\n')[0]}`)
      else {
        if (found.view.database !== office.view.database) report.builtAgain++
        report.lost += Math.max(0, office.head.seq - Math.min(found.head.seq, found.view.acts))
        if (found.head.hash !== office.head.hash) report.wrong.push(`${ruin.name}: the journal ends with another act`)
        if (!saysTheSame(found.view, office.view)) report.wrong.push(`${ruin.name}: ${JSON.stringify(found.view)}`)
        report.plantedCaught ||= !saysTheSame(found.robbed, office.view)
      }
      progress(`${nth + 1} of ${ruins.length}, ${ruin.name}: ${report.wrong.length} wrong`)
      fs.rmSync(copy, { recursive: true, force: true })
    }
    return report
  } finally {
    fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface OfficeWithView {
  readonly folder: string
  readonly olderDatabases: string
  readonly view: ViewDump
  /** Of the journal: the last act that was acknowledged. */
  readonly head: { readonly seq: number; readonly hash: string }
  readonly module: Awaited<ReturnType<typeof viewModule>>
}

/** Too little room for any act, even for the note of a sign-in: the journal is the same after every start. */
const fullDisk = { RECORDS_DESK_REHEARSAL_FREE_BYTES: String(500 << 20) }

async function officeWithView(root: string, acts: number): Promise<OfficeWithView> {
  const module = await viewModule()
  const folder = path.join(root, 'office')
  const olderDatabases = path.join(root, 'older')
  const subject = await makeOffice(folder, acts)
  const first = await openView(folder, module)
  await first.desk.close()
  fs.cpSync(databasesOf(folder), olderDatabases, { recursive: true })
  const second = await openView(folder, module)
  const facts = [{ type: 'personalData.revealed@1', open: { what: 'applicant' } }]
  for (let more = 0; more < 5; more++) await second.desk.append({ subject, role: 'clerk', facts })
  await second.desk.close()
  const third = await openView(folder, module, fullDisk)
  const view = await third.dump()
  const head = await third.desk.head()
  await third.desk.close()
  return { folder, olderDatabases, view, head, module }
}

async function afterRuin(copy: string, { olderDatabases, module }: OfficeWithView, ruin: Ruin) {
  if (ruin.inPage) {
    const { desk } = await openView(copy, module, fullDisk)
    await desk.page.evaluate(ruin.inPage)
    await desk.kill()
  } else {
    if (!fs.existsSync(databasesOf(copy))) throw new Error(`no databases in ${copy}`)
    ruin.onDisk?.(databasesOf(copy), olderDatabases)
  }
  const { desk, dump } = await openView(copy, module, fullDisk)
  try {
    const [view, head] = [await dump(), await desk.head()]
    await takeOneRow(desk.page, view.database)
    return { view, head, robbed: await dump() }
  } finally {
    await desk.close()
  }
}

const saysTheSame = (one: ViewDump, other: ViewDump): boolean =>
  one.hash === other.hash && one.acts === other.acts && one.requests === other.requests && one.requests > 0

const takeOneRow = (page: Page, database: string): Promise<void> =>
  page.evaluate(
    name =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open(name)
        opened.onerror = () => reject(opened.error ?? new Error('open'))
        opened.onsuccess = () => {
          const transaction = opened.result.transaction('requests', 'readwrite')
          const store = transaction.objectStore('requests')
          const keys = store.getAllKeys()
          keys.onsuccess = () => store.delete(keys.result[0]!)
          transaction.oncomplete = () => (opened.result.close(), resolve())
          transaction.onerror = () => reject(transaction.error ?? new Error('delete'))
        }
      }),
    database,
  )

const zerosFor = (file: string): Buffer => Buffer.alloc(fs.statSync(file).size)

/** Runs in the window: no closures. */
async function deleteAll(): Promise<void> {
  for (const { name } of await indexedDB.databases())
    await new Promise(resolve => {
      const asked = indexedDB.deleteDatabase(name!)
      asked.onsuccess = asked.onerror = asked.onblocked = resolve
    })
}

async function raiseVersions(): Promise<void> {
  for (const { name, version } of await indexedDB.databases())
    await new Promise(resolve => {
      const asked = indexedDB.open(name!, version! + 1_000)
      asked.onsuccess = () => (asked.result.close(), resolve(undefined))
      asked.onerror = asked.onblocked = resolve
    })
}
