import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { SignedBody } from '../../../../../electron/main/ledger/frame'
import type { Head, Ledger } from '../../../../../electron/main/ledger/ledger'
import { ChainWriter, chainId, testChains } from '../../../../support/journal/chain-writer'
import { anAct, openTestLedger, testSeal, type TestLedgerOptions } from '../../../../support/journal/test-ledger'
import { valueOf } from '../../../../support/workstation/test-workstation'

export const own = testSeal.chain.toString('hex')
export const b = chainId(1)

let home: string

/** A folder for every test of the file that asks, with an empty second folder in it. */
export function useChainsHome(): void {
  beforeEach(() => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'chains-'))
    fs.mkdirSync(path.join(home, 'mirror'))
  })
  afterEach(() => fs.rmSync(home, { recursive: true, force: true }))
}

export const at = (...names: string[]) => path.join(home, ...names)
export const segmentOf = (chain: string) => at('chains', chain, '000001.seg')

export function open(options: Partial<TestLedgerOptions> = {}): Ledger {
  return openTestLedger({ folder: at('own'), others: testChains(at('chains')), ...options })
}

export const notes = (writer: ChainWriter, count: number, subject = 'request:shared'): SignedBody[] =>
  Array.from({ length: count }, () =>
    writer.write(anAct(subject, `note ${writer.seq + 1} of ${writer.chain.slice(-1)}`)),
  )

export const notesOf = (ledger: Ledger, subject = 'request:shared') =>
  ledger.actsOf(subject).map(act => (act.facts[0]!.open as { note: string }).note)

/** Three own acts and two runs of another chain, closed. */
export function twoChains(): readonly Head[] {
  const ledger = open()
  const writer = new ChainWriter(b)
  valueOf(ledger.append([anAct('request:shared', 'own 1')]))
  valueOf(ledger.take(b, notes(writer, 2)))
  valueOf(ledger.append([anAct('request:shared', 'own 2'), anAct('request:own')]))
  valueOf(ledger.take(b, notes(writer, 3)))
  const { heads } = ledger
  ledger.close()
  return heads
}
