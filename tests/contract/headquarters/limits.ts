import { afterEach, describe, expect, test, vi } from 'vitest'
import { exchangeOnce } from '../../../electron/main/sync/exchange-once'
import type { ExchangeFinding } from '../../../electron/main/sync/exchange-findings'
import type { LinkProblem } from '../../../electron/main/sync/headquarters-link'
import { httpLink } from '../../../electron/main/sync/http-link'
import { actsPerRun } from '../../../electron/main/sync/live/live-exchange'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { ReceiptBook } from '../../../electron/main/sync/receipt-book'
import { SyncRunner } from '../../../electron/main/sync/sync-runner'
import { buildServer } from '../../../headquarters/server/build-server'
import { readConfig } from '../../../headquarters/server/config'
import { valueOf } from '../../support/workstation/test-workstation'
import { machineLedger } from '../../support/headquarters/machine-ledger'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'

/** An office of years at a headquarters with its limit of requests as it is delivered, a tenth of both. */
export function limitTests(of: () => TestHeadquarters): void {
  const delivered = valueOf(readConfig({})).requestsAMinute
  const acts = 6_500
  afterEach(() => void vi.restoreAllMocks())

  /** The runner and the link of a desk, with batches as it sends them, until nothing is left to go. */
  async function sendAll(requestsAMinute: number) {
    const { parts } = of()
    const server = await buildServer({ ...parts, config: { ...parts.config, requestsAMinute, logLevel: 'silent' } })
    const url = await server.listen({ host: '127.0.0.1', port: 0 })
    const machine = await of().enrolled()
    while (machine.acts.length < acts) machine.visit()
    const ledger = machineLedger(machine, [
      { chain: machine.chain, publicKey: machine.publicKey },
      { chain: parts.key.chain, publicKey: parts.key.publicKey },
    ])
    const headquartersKey = parts.key.publicKey
    const proof = { url, headquartersKey, proof: nodeCraft, timeoutMs: 60_000, now: Date.now }
    const link = httpLink({ ...proof, callers: () => ledger.machines })
    const shelf = { load: () => [], save: () => undefined }
    const book = new ReceiptBook({ office: ledger.office, headquartersKey }, shelf, nodeCraft)
    const findings: ExchangeFinding[] = []
    const problems: LinkProblem[] = []
    const waits: number[] = []
    const now = Date.now.bind(Date)
    let passed = 0
    vi.spyOn(Date, 'now').mockImplementation(() => now() + passed)
    try {
      await new Promise<void>((resolve, reject) => {
        const runner = new SyncRunner({
          pass: async () => {
            const tell = (finding: ExchangeFinding) => void findings.push(finding)
            const done = await exchangeOnce({ ledger, link, craft: nodeCraft, book, tell, actsPerRun })
            if (!done.ok) problems.push(done.problem)
            return done
          },
          // The clock of both sides goes on by what was to be waited for.
          wait: async ms => {
            if (book.countedUpTo(machine.chain) === machine.acts.length) return void runner.stop().then(resolve)
            waits.push(ms)
            passed += ms
          },
          ...{ random: () => 0, onFault: reject },
        })
        runner.start()
      })
    } finally {
      await server.close()
    }
    return { waits, problems, kinds: new Set(findings.map(({ kind }) => kind)) }
  }

  describe('the limit of requests', () => {
    test('as it is delivered: all arrive in one pass, nobody waits', async () => {
      const { waits, problems, kinds } = await sendAll(delivered / 10)
      expect([waits, problems]).toEqual([[], []])
      expect(kinds).toContain('went')
    }, 60_000)

    test('far lower: the desk waits as long as it is asked to, goes on, and all arrive', async () => {
      const { waits, problems } = await sendAll(4)
      expect(problems.length).toBeGreaterThanOrEqual(3)
      expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(['tooOften']))
      expect(waits).toEqual(problems.map(problem => 'waitMs' in problem && problem.waitMs))
      expect(Math.max(...waits)).toBeLessThanOrEqual(60_000)
      console.log(`${acts} acts in batches of ${actsPerRun}, 4 requests a minute: ${waits.length} waits, all arrived`)
    }, 60_000)
  })
}
