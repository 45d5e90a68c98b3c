import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { valueOf } from '../workstation/test-workstation'
import { firstMachine, testNeighbour, type TestNeighbour } from './office-of-machines'

export interface OfficeOnLoopback {
  /** The office's first machine, founded, with somebody signed in. */
  first(): Promise<TestNeighbour>
  /** Another one, that belongs to nobody yet. */
  guest(name: string): TestNeighbour
  /** Beside their folders, for what is carried by hand. */
  aside(name: string): string
}

/** For each test of a file a folder of its own, and after it every machine stopped and the folder gone. */
export function officeOnLoopback(): OfficeOnLoopback {
  const machines: TestNeighbour[] = []
  let folder = ''
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neighbours-'))
  })
  afterEach(async () => {
    for (const machine of machines.splice(0)) await machine.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  })
  const add = (machine: TestNeighbour): TestNeighbour => {
    machines.push(machine)
    return machine
  }
  return {
    first: async () => add(await firstMachine(path.join(folder, 'first'))),
    guest: name => add(testNeighbour(path.join(folder, name))),
    aside: name => path.join(folder, name),
  }
}

/** As a machine makes one for a chain. */
export function newKey(): { readonly privateKey: KeyObject; readonly publicKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') }
}

/** A chain that the office's acts admit; headquarters is admitted under no workstation's code. */
export function admitTo(
  { workstation: office }: TestNeighbour,
  chain: { readonly chain: string; readonly publicKey: string; readonly workstation: string },
): void {
  const facts = [{ type: 'chain.admitted@1', open: { ...chain, suite: 1, windowName: '某处' } }]
  valueOf(office.append({ subject: 'office', role: 'administrator', facts }))
}
