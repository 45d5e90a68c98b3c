import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { inOffice } from '../../../headquarters/store/database'
import { inWords, killHeadquarters, killKinds } from '../../faults/headquarters/kill-headquarters'
import { cuttingProxy } from '../../support/headquarters/cutting-proxy'
import { startServerProcess } from '../../support/headquarters/server-process'
import type { TestCluster } from '../../support/headquarters/test-cluster'
import { levelWith, type Levelled, type Levelling } from '../../support/headquarters/test-client'
import type { EnrolledMachine, TestHeadquarters } from '../../support/headquarters/test-headquarters'

const withinMs = 60_000

interface Stage {
  readonly headquarters: TestHeadquarters
  readonly cluster: TestCluster
}

/** The short form of `npm run faults -- headquarters`: what was acknowledged is there once, whatever is killed meanwhile. */
export function killTests(of: () => Stage): void {
  let url: string
  beforeAll(async () => {
    const { server } = of().headquarters
    const address = server.server.address() as AddressInfo | null
    url = address ? `http://127.0.0.1:${address.port}` : await server.listen({ host: '127.0.0.1', port: 0 })
  }, 30_000)

  const machinesWithActs = async (count: number, visits: number): Promise<EnrolledMachine[]> => {
    const machines: EnrolledMachine[] = []
    for (let i = 0; i < count; i++) {
      const machine = await of().headquarters.enrolled()
      for (let v = 0; v < visits; v++) machine.visit()
      machines.push(machine)
    }
    return machines
  }

  const levelling = (over: Partial<Levelling> = {}): Levelling => ({
    ...{ url, serverKey: of().headquarters.parts.key.publicKey, atOnce: 20, until: Date.now() + withinMs },
    ...over,
  })

  /** Each act once, in its place, as it was signed; counted once. */
  const expectEachOnce = async (machines: readonly EnrolledMachine[], levelled: readonly Levelled[]) => {
    for (const machine of machines) {
      const rows = await inOffice(of().cluster.db, machine.officeId, async rows => ({
        acts: await rows.selectFrom('act').select(['seq', 'body']).orderBy('seq').execute(),
        health: await rows.selectFrom('health').select('acts').execute(),
        days: await rows.selectFrom('stat_day').select('cases').execute(),
      }))
      expect(rows.acts).toEqual(machine.acts.map(({ body }, at) => ({ seq: at + 1, body })))
      expect(rows.health).toEqual([{ acts: machine.acts.length }])
      expect(rows.days.reduce((sum, { cases }) => sum + cases, 0)).toBe((machine.acts.length - 1) / 13)
    }
    expect(levelled.flatMap(({ lost }) => lost)).toEqual([])
  }
  const told = (what: string, levelled: readonly Levelled[], machines: readonly EnrolledMachine[]) => {
    const sum = (pick: (one: Levelled) => number) => levelled.reduce((total, one) => total + pick(one), 0)
    const acts = machines.reduce((total, { acts }) => total + acts.length, 0)
    const found = `${sum(one => one.failures)} failed requests, ${acts} acts: 0 lost, 0 doubled`
    console.log(`headquarters: ${what}, ${found}`)
    return sum(one => one.failures)
  }

  describe('nothing acknowledged is lost and nothing counts twice', () => {
    test('when PostgreSQL is killed in mid-batch', { timeout: withinMs * 2 }, async () => {
      const machines = await machinesWithActs(3, 12)
      let kills: Promise<void> | undefined
      let seen = 0
      const onReceipt = () => {
        if (++seen === 6) kills = of().cluster.killAndRestart()
      }
      const levelled = await Promise.all(machines.map(machine => levelWith(machine, levelling({ onReceipt }))))
      await kills
      await expectEachOnce(machines, levelled)
      expect(told('PostgreSQL killed -9', levelled, machines)).toBeGreaterThan(0)
    })

    test('when the line is cut at any byte, there or back', { timeout: withinMs * 2 }, async () => {
      const machines = await machinesWithActs(2, 10)
      let connection = 0
      const cutAfter = () => (connection++ % 4 === 3 ? null : 200 + ((connection * 977) % 4_000))
      const proxy = await cuttingProxy(portOf(of().headquarters), cutAfter)
      const levelled = await Promise.all(machines.map(one => levelWith(one, levelling({ url: proxy.url }))))
      await proxy.close()
      await expectEachOnce(machines, levelled)
      told(`line cut ${proxy.cuts} times`, levelled, machines)
      expect(proxy.cuts).toBeGreaterThan(3)
    })

    test('when the server is killed in mid-batch', { timeout: withinMs * 2 }, async () => {
      const machines = await machinesWithActs(2, 12)
      const server = await startServerProcess(of().cluster)
      let restarts: Promise<void> | undefined
      let seen = 0
      const onReceipt = () => {
        if (++seen === 5) restarts = server.kill().then(() => server.start())
      }
      const to = levelling({ url: server.url, onReceipt })
      const levelled = await Promise.all(machines.map(machine => levelWith(machine, to)))
      await restarts
      await expectEachOnce(machines, levelled)
      expect(told('server killed -9', levelled, machines)).toBeGreaterThan(0)
      // And told to stop it ends by itself, with what runs.
      expect(await server.stop()).toBe(0)
    })

    test('of a desk as it is, when it, headquarters or PostgreSQL is killed', { timeout: withinMs * 4 }, async () => {
      const report = await killHeadquarters({ rounds: 1, cluster: of().cluster })
      const { kills, acknowledged, receipts, acts } = report
      console.log(
        `headquarters: a desk, ${inWords(kills)}; ${acknowledged} acts acknowledged, ${receipts} receipts, ${acts} acts level`,
      )
      expect(report.wrong).toEqual([])
      expect(Object.values(kills)).toEqual(killKinds.map(() => 1))
      expect(acknowledged).toBeGreaterThan(50)
      expect(receipts).toBeGreaterThanOrEqual(4) // one unheard, one after each of the two came back, one at the end
    })

    test('a planted desk that forgets the last acts of its journal is caught', { timeout: withinMs * 2 }, async () => {
      const order = { rounds: 1, kinds: ['desk'], plant: 'forgetfulDesk', cluster: of().cluster } as const
      expect((await killHeadquarters(order)).wrong.join()).toMatch(/the desk acknowledged are not in its journal/)
    })

    test('a planted headquarters that signs before it is stored is caught', { timeout: withinMs * 2 }, async () => {
      const order = { rounds: 6, kinds: ['postgres'], plant: 'hastyServer', cluster: of().cluster } as const
      expect((await killHeadquarters(order)).wrong.join()).toMatch(/signed for \d+ acts that it does not hold/)
    })
  })
}

const portOf = ({ server }: TestHeadquarters): number => (server.server.address() as AddressInfo).port
