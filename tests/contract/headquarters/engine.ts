import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { exchangeOnce } from '../../../electron/main/sync/exchange-once'
import type { ExchangeFinding } from '../../../electron/main/sync/exchange-findings'
import { httpLink } from '../../../electron/main/sync/http-link'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { ReceiptBook } from '../../../electron/main/sync/receipt-book'
import { inOffice } from '../../../headquarters/store/database'
import { machineLedger, type MachineLedger } from '../../support/headquarters/machine-ledger'
import type { EnrolledMachine, TestHeadquarters } from '../../support/headquarters/test-headquarters'
import type { TestMachine } from '../../support/headquarters/test-machine'

/** The machine's own engine and link against the real server and database. */
export function engineTests(of: () => TestHeadquarters): void {
  let url: string
  beforeAll(async () => {
    const { server } = of()
    const address = server.server.address() as AddressInfo | null
    url = address ? `http://127.0.0.1:${address.port}` : await server.listen({ host: '127.0.0.1', port: 0 })
  }, 30_000)

  const ledgerOf = (machine: TestMachine, founding: TestMachine = machine): MachineLedger => {
    const { key } = of().parts
    return machineLedger(machine, [
      { chain: founding.chain, publicKey: founding.publicKey },
      { chain: key.chain, publicKey: key.publicKey },
    ])
  }

  const exchange = async (ledger: MachineLedger, over: { now?: () => number; key?: string } = {}) => {
    const findings: ExchangeFinding[] = []
    const headquartersKey = over.key ?? of().parts.key.publicKey
    const link = httpLink({
      ...{ url, headquartersKey, proof: nodeCraft, timeoutMs: 20_000, now: over.now ?? Date.now },
      callers: () => ledger.machines,
    })
    const shelf = { load: () => [], save: () => undefined }
    const book = new ReceiptBook({ office: ledger.office, headquartersKey }, shelf, nodeCraft)
    const tell = (finding: ExchangeFinding) => void findings.push(finding)
    const done = await exchangeOnce({ ledger, link, craft: nodeCraft, book, tell, actsPerRun: 30 })
    // A chain may come before the act that admits it: refused, and asked for again in the same pass.
    const lasting = findings.filter(({ kind }) => kind !== 'refusedHere')
    return { done, findings, kinds: [...new Set(lasting.map(({ kind }) => kind))] }
  }

  const twoMachines = async (): Promise<[EnrolledMachine, EnrolledMachine]> => {
    const one = await of().enrolled()
    return [one, await of().enrolled({ officeId: one.officeId, office: one.office })]
  }

  describe('a machine’s own engine', () => {
    test('levels two machines of an office; a second time nothing goes and nothing comes', async () => {
      const [one, two] = await twoMachines()
      for (let i = 0; i < 5; i++) one.visit()
      for (let i = 0; i < 3; i++) two.visit()
      const [here, there] = [ledgerOf(one), ledgerOf(two, one)]
      expect((await exchange(here)).kinds).toEqual(['came', 'went'])
      expect((await exchange(there)).kinds).toEqual(['came', 'went'])
      expect((await exchange(here)).kinds).toEqual(['came'])
      // 66 and 40 of the machines, two of headquarters, which opened its chain and admitted the second.
      expect([here.size, there.size]).toEqual([108, 108])
      expect((await exchange(here)).findings).toEqual([])
      expect((await exchange(there)).findings).toEqual([])
    })

    test('that was put back to a backup opens a new chain, says again what headquarters had not, and is known by it', async () => {
      const machine = await of().enrolled()
      const backup = machine.copy()
      machine.visit()
      expect((await exchange(ledgerOf(machine))).kinds).toContain('went')
      backup.visit()
      const restored = ledgerOf(backup, machine)
      const { findings, done } = await exchange(restored)
      expect(done.ok).toBe(true)
      expect(findings.map(({ kind }) => kind)).toContain('rolledOver')
      expect(restored.machines).toHaveLength(2)
      expect((await exchange(restored)).findings).toEqual([])
      const held = await inOffice(of().parts.db, machine.officeId, rows =>
        rows.selectFrom('case_fact').select(['request_no', 'acts']).orderBy('subject').execute(),
      )
      expect(held).toEqual([1, 2].map(() => ({ request_no: 'YX-A-2026-0001', acts: 13 })))
      // The new chain signs for itself from now on.
      restored.machines[0]!.visit()
      const signsAlone = { ...restored, machines: [restored.machines[0]!], ownChain: restored.ownChain }
      expect((await exchange(signsAlone)).kinds).toEqual(['went'])
    })

    test('with a clock that is years away is told the time and heard', async () => {
      const machine = await of().enrolled()
      machine.visit()
      const slow = await exchange(ledgerOf(machine), { now: () => Date.now() - 10 * 365 * 86_400_000 })
      expect([slow.done.ok, slow.kinds]).toEqual([true, ['went']])
    })

    test('believes no answer that the pinned key did not sign, and is refused once it is closed', async () => {
      const machine = await of().enrolled()
      const other = await of().enrolled()
      const wrong = await exchange(ledgerOf(machine), { key: other.publicKey })
      expect(wrong.findings).toEqual([{ kind: 'noAnswer', why: 'notUnderstood' }])
      const place = `/v1/console/offices/${machine.officeId}/machines/${machine.chain}/closing`
      await of().operator('POST', place, {})
      expect((await exchange(ledgerOf(machine))).findings).toEqual([{ kind: 'noAnswer', why: 'refused' }])
    })
  })
}
