import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { openTestWorkstation, valueOf } from '../workstation/test-workstation'
import { visitActs } from '../workstation/visit-acts'

/** The folder of one machine; empty before each test. */
export const machine = { folder: '' }

export function emptyMachineBeforeEach(): void {
  beforeEach(() => {
    machine.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'live-exchange-'))
  })
  afterEach(() => fs.rmSync(machine.folder, { recursive: true, force: true }))
}

export const openIn = (home: string) => (wiring: Pick<Workstation['options'], 'pinned' | 'onChange'>) =>
  openTestWorkstation({ folder: home, wiring })

export function register(workstation: Workstation, serial = 1): void {
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  const today = workstation.options.clock.today()
  valueOf(workstation.append(visitActs({ agencyId, today, requestSerial: serial, letterSerial: serial })[0]!))
}
