import fs from 'node:fs'
import path from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { officeAuthority } from '../../../../../electron/main/authority/office-authority'
import { blobIndex } from '../../../../../electron/main/ledger/blob-index'
import { checkJournal } from '../../../../../electron/main/ledger/check-journal'
import { openJournalDisk } from '../../../../../electron/main/ledger/journal-disk'
import type { RunCheck } from '../../../../../electron/main/ledger/run-check'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { journalCare } from '../../../../../electron/main/workstation/journal-care'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { newStick, noFoldersAfterEach, office, removedAfterwards } from '../../../../support/sticks/machines-and-sticks'
import { machineOn, temporaryFolder, type StickMachine } from '../../../../support/sticks/stick-machines'
import { openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'

noFoldersAfterEach()

const form = Buffer.from('%PDF-1.4\nthe signed form of the applicant\n%%EOF\n')
type Four = [string, string, string, string]
const carryAll = { isWhole: true, lock: { kind: 'none' } } as const
const filesOf = ({ scans }: Workstation) =>
  Array.from(scans!.blobIndex.named(), ({ file }) => scans!.carried.has(file.replace('.blob', '')))
const blobFolderOf = (folder: string): string => {
  const [first] = fs.readdirSync(path.join(folder, 'blobs'))
  return path.join(folder, 'blobs', first!)
}

/** A disk of the same machine as it was; what it wrote since is not on it. */
function copyOf({ workstation, folder }: StickMachine): string {
  workstation.lock()
  const copy = temporaryFolder()
  removedAfterwards(copy)
  fs.cpSync(folder, copy, { recursive: true })
  return copy
}

async function scannedOnto(stick: string, machine: StickMachine): Promise<void> {
  await machine.scan(machine.register(1), form)
  await machine.carry(stick, carryAll)
}

/** Signed in on a machine whose journals were checked before, so that the whole check comes later: when `endCheck` is called. */
async function checkedLater(folder: string) {
  const pending = new Set<() => void>()
  let isAtOnce = true
  const runCheck: RunCheck = (check, answer) => {
    const onlookers = [officeAuthority(() => ''), blobIndex()]
    const go = () => answer(checkJournal(check, { openDisk: openJournalDisk, onlookers }))
    if (isAtOnce) go()
    else pending.add(go)
    return { stop: () => void pending.delete(go) }
  }
  const open = () => openTestWorkstation({ folder, journalCare: journalCare({ folder, runCheck, leastActs: 1 }) })
  const before = open()
  valueOf(await signInFirst(before))
  before.lock()
  isAtOnce = false
  const workstation = open()
  valueOf(await signInFirst(workstation))
  expect(workstation.ledger!.uncheckedUpTo).toBeGreaterThan(0)
  return { workstation, endCheck: () => pending.forEach(go => go()) }
}

test('the whole check after the sign-in ends while a stick is taken in: its scans stay', async () => {
  const { first, second } = await office()
  const stick = newStick()
  await scannedOnto(stick, first)
  second.workstation.lock()
  const { workstation, endCheck } = await checkedLater(second.folder)
  const { sticks } = machineOn(workstation, second.folder)
  valueOf(await sticks.take(stick, { name: valueOf(sticks.find(stick)).at(-1)!.name }))
  const applying = sticks.apply('clerk')
  while (!fs.readdirSync(blobFolderOf(second.folder)).some(name => name.endsWith('.blob'))) await turn()
  endCheck()
  expect(valueOf(await applying)).toMatchObject({ blobs: 1 })
  expect(filesOf(workstation)).toEqual([true])
})

test('a stick that makes the own chain go on as another brings its scans', async () => {
  const { first } = await office()
  const folder = copyOf(first)
  valueOf(await signInFirst(first.workstation))
  const stick = newStick()
  await scannedOnto(stick, first)
  const workstation = openTestWorkstation({ folder })
  valueOf(await signInFirst(workstation))
  expect(valueOf(await machineOn(workstation, folder).takeIn(stick))).toMatchObject({ blobs: 1 })
  expect(filesOf(workstation)).toEqual([true])
})

test('a branch of another chain is set aside while files wait for the acts that name them: they stay', async () => {
  const { first, second } = await office()
  first.register(1)
  const stick = newStick()
  await first.carry(stick, carryAll)
  valueOf(await second.takeIn(stick))
  const exchange = second.workstation.exchangeWith(nodeCraft)!
  const { chain, seq } = exchange.heads().find(head => head.chain !== exchange.ownChain)!
  second.workstation.scans!.carried.keep('a'.repeat(64), form)
  valueOf(exchange.setAside({ chain, seq: seq - 1, hash: exchange.hashAt(chain, seq - 1)! }))
  expect(fs.readdirSync(blobFolderOf(second.folder))).toEqual([`${'a'.repeat(64)}.blob`])
})

test('what a crash left goes after the whole check, but not what was counted on or begun since the sign-in', async () => {
  const { second } = await office()
  second.workstation.lock()
  const blobs = blobFolderOf(second.folder)
  const [left, kept, gone, coming] = ['1', '2', '3', '4'].map(digit => digit.repeat(64)) as Four
  for (const file of [`${left}.blob`, `${kept}.blob`, 'half.part']) fs.writeFileSync(path.join(blobs, file), 'left')
  const { workstation, endCheck } = await checkedLater(second.folder)
  // `checkedLater` signs in twice; the first time the journals were read whole, so that what lay there went then.
  expect(fs.readdirSync(blobs)).toEqual([])
  workstation.lock()
  for (const file of [`${left}.blob`, `${kept}.blob`, `${gone}.blob.part`, `${coming}.blob.part`])
    fs.writeFileSync(path.join(blobs, file), 'left')
  valueOf(await signInFirst(workstation))
  const { carried, blobs: uploads } = workstation.scans!
  expect(carried.has(kept)).toBe(true) // an import finds it there and brings it no more
  expect(carried.incoming(coming).bytes()).toBe(4) // a download goes on with it
  valueOf(uploads.begin('request:1'))
  const running = fs.readdirSync(blobs).find(name => /^[0-9a-f-]{36}\.part$/u.test(name))!
  endCheck()
  expect(fs.readdirSync(blobs).toSorted()).toEqual([`${kept}.blob`, `${coming}.blob.part`, running].toSorted())
})
