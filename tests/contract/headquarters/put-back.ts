import { describe, expect, test } from 'vitest'
import { trustedChains } from '#shared/ledger/exchange/chain-trust'
import { chainFactsOf } from '#shared/ledger/exchange/chain-facts'
import { commands } from '../../../headquarters/server/commands'
import { craft } from '../../../headquarters/server/craft'
import { inOffice } from '../../../headquarters/store/database'
import type { EnrolledMachine, TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { sendingCalls } from './sending-calls'

export function putBackTests(of: () => TestHeadquarters): void {
  const { noticeFor, standing, ownActs, sayingsOf } = sendingCalls(of)

  describe('headquarters that was put back to a backup', () => {
    const { parse } = JSON
    /** As a backup of the database would leave it: its own acts after `seq` and what hangs on them are gone. */
    const putBack = ({ officeId }: EnrolledMachine, seq: number) =>
      inOffice(of().parts.db, officeId, async rows => {
        const chain = Buffer.from(of().parts.key.chain, 'hex')
        for (const table of ['act', 'chain_fact', 'sending'] as const)
          await rows
            .deleteFrom(table)
            .where('office_id', '=', officeId)
            .where('chain_id', '=', chain)
            .where('seq', '>', seq)
            .execute()
        const last = await rows
          .selectFrom('act')
          .select('hash')
          .where('chain_id', '=', chain)
          .where('seq', '=', seq)
          .executeTakeFirstOrThrow()
        await rows.updateTable('head').set({ seq, hash: last.hash }).where('chain_id', '=', chain).execute()
      })
    const openingIn = (acts: readonly { body: string }[]) => parse(acts[0]!.body).facts[0].open
    const chainsOf = async (machine: EnrolledMachine): Promise<string[]> => {
      const { json } = await of().call(machine, { method: 'GET', path: '/v1/heads' })
      return (json['receipts'] as { note: string }[]).map(({ note }) => note.split('\n')[2]!.split(' ')[0]!)
    }

    test('goes on in a new chain with what it went on from, and takes back from a machine what it had said before', async () => {
      const machine = await of().enrolled()
      const { chain, publicKey } = of().parts.key
      const before = await noticeFor([machine.officeId], '恢复前')
      const lost = await noticeFor([machine.officeId], '丢失的')
      const { bytes } = await ownActs(machine)
      await chainsOf(machine) // told of its head
      await putBack(machine, 2)
      expect(await standing(lost)).toBeUndefined()
      const after = await noticeFor([machine.officeId], '恢复后')
      const [next] = (await chainsOf(machine)).filter(one => one !== chain && one !== machine.chain)
      const { acts } = await ownActs(machine, next)
      expect(sayingsOf(acts)).toEqual(['chain.opened@1', 'notice.sent@1'])
      expect(openingIn(acts)).toMatchObject({ publicKey, previous: { chain, seq: 2 } })
      // A machine that pinned the first chain trusts the second by its proof.
      const facts = acts.flatMap(({ body }) => chainFactsOf(body))
      const trusted = trustedChains({ office: machine.office, roots: [{ chain, publicKey }], facts }, craft)
      expect(trusted.get(next!)).toMatchObject({ publicKey, admittedBy: { kind: 'succession', chain } })
      // It holds the old chain further than headquarters, and sends it: no fork, nothing lost, nothing twice.
      const taken = await of().call(machine, { method: 'POST', path: '/v1/segments', body: bytes })
      expect([taken.status, taken.json['kind'], taken.json['added']]).toEqual([200, 'taken', 1])
      for (const sendingId of [before, lost, after]) expect(await standing(sendingId)).toHaveLength(1)
      await noticeFor([machine.officeId], '再发')
      expect(sayingsOf((await ownActs(machine, next)).acts)).toHaveLength(3)
    })

    test('and spoke in the old chain before anybody noticed: both sayings are kept apart or held, and the next is in a new chain', async () => {
      const machine = await of().enrolled()
      const { chain } = of().parts.key
      await noticeFor([machine.officeId], '恢复前')
      await noticeFor([machine.officeId], '丢失的')
      const { bytes } = await ownActs(machine) // no head was told: the file beside the database knows nothing
      await putBack(machine, 2)
      await noticeFor([machine.officeId], '恢复后')
      const fork = await of().call(machine, { method: 'POST', path: '/v1/segments', body: bytes })
      expect([fork.status, fork.json['kind'], fork.json['seq']]).toEqual([409, 'fork', 3])
      const { json } = await of().operator('GET', `/v1/console/offices/${machine.officeId}/quarantine`)
      expect(json['acts']).toMatchObject([{ chain, seq: 3, why: 'fork', types: ['notice.sent@1'] }])
      await noticeFor([machine.officeId], '此后')
      expect((await ownActs(machine)).acts).toHaveLength(3)
      expect(await chainsOf(machine)).toHaveLength(3)
    })

    test('whole, with its folder, opens new chains by a command', async () => {
      const machine = await of().enrolled()
      await noticeFor([machine.officeId])
      const headquarters = { parts: of().parts, cluster: null, operatorToken: '', close: () => Promise.resolve() }
      expect(await commands.restored(headquarters)).toMatchObject({ ok: true })
      expect(await chainsOf(machine)).toHaveLength(3)
      const sendingId = await noticeFor([machine.officeId])
      expect((await ownActs(machine)).acts).toHaveLength(2)
      expect(await standing(sendingId)).toHaveLength(1)
    })
  })
}
