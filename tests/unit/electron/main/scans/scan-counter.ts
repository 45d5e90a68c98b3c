import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { scanDesk } from '../../../../../electron/main/scans/scan-desk'
import { scanRoute, scanSourceRoute } from '../../../../../electron/main/scans/scan-routes'
import { scanSources } from '../../../../../electron/main/scans/scan-sources'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'

let folder: string

/** What the tests change of the machine: free bytes on its disk, and its clock in epoch ms. */
export const machine = { freeBytes: 2 ** 40, time: 0 }

/** A folder for every test of the file that asks, and a machine with an empty disk. */
export function useScanCounter(): void {
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'scan-desk-'))
    Object.assign(machine, { freeBytes: 2 ** 40, time: 0 })
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))
}

export const home = (...names: string[]) => path.join(folder, ...names)
export const office = () => home('office')
export const scanFolder = () => home('scanner')

/** A machine with one registered request; `open` starts the program again on the same folder. */
export async function start(options: { mirrorFolder?: string } = {}) {
  const workstation = openTestWorkstation({ folder: office(), freeBytes: () => machine.freeBytes, ...options })
  valueOf(await workstation.establish(founding))
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  const today = workstation.options.clock.today()
  const [registered] = visitActs({ agencyId, today, requestSerial: 1, letterSerial: 1 })
  valueOf(workstation.append(registered!))
  return { ...counter(workstation), workstation, subject: registered!.subject }
}

function counter(workstation: ReturnType<typeof openTestWorkstation>) {
  const picked: string[] = []
  const sources = scanSources({ scanFolder: scanFolder(), newId: randomUUID, now: () => machine.time })
  const scans = scanDesk({ workstation, sources, newId: randomUUID, askFiles: async () => picked })
  return {
    scans,
    sources,
    picked,
    route: scanRoute(workstation),
    sourceRoute: scanSourceRoute({ isOpen: () => workstation.isOpen, sources }),
  }
}

export async function reopen(options: { mirrorFolder?: string } = {}) {
  const workstation = openTestWorkstation({ folder: office(), freeBytes: () => machine.freeBytes, ...options })
  valueOf(await signInFirst(workstation))
  return { ...counter(workstation), workstation }
}

export const blobsOf = (base = path.join(office(), 'blobs')) =>
  fs
    .readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(blob|part)$/.test(name))
    .map(name => path.join(base, name))
