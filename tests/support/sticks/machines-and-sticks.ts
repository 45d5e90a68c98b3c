import fs from 'node:fs'
import path from 'node:path'
import { afterEach } from 'vitest'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { noReceipts } from './no-receipts'
import { foundedMachine, furtherMachine, temporaryFolder, type StickMachine } from './stick-machines'

const folders: string[] = []

/** Machines and sticks are folders; each test leaves none. */
export function noFoldersAfterEach(): void {
  afterEach(() => {
    for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
  })
}

/** Goes with the others after the test. */
export function removedAfterwards(...made: readonly string[]): void {
  folders.push(...made)
}

export const newStick = (): string => {
  const stick = temporaryFolder()
  removedAfterwards(stick)
  return stick
}

export async function office() {
  const first = await foundedMachine()
  const second = await furtherMachine(first)
  removedAfterwards(first.folder, second.folder)
  return { first, second }
}

export const founded = async (): Promise<StickMachine> => {
  const machine = await foundedMachine()
  removedAfterwards(machine.folder)
  return machine
}

export const quarantineOf = ({ folder }: StickMachine) => path.join(folder, 'exchange', 'sticks', 'quarantine')
export const inQuarantine = (machine: StickMachine): readonly string[] =>
  fs.existsSync(quarantineOf(machine)) ? fs.readdirSync(quarantineOf(machine)) : []

/** Any key pair does. */
export function headquartersOf({ workstation }: StickMachine) {
  const { ownChain: chain, keyOf } = workstation.exchangeWith(nodeCraft)!
  return { chain, publicKey: keyOf(chain)!.publicKey, book: noReceipts }
}
