import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { ok } from '#shared/kernel/result'
import { findBundles } from '../../../electron/main/bundles/find-bundles'
import { writeBundle } from '../../../electron/main/bundles/write-bundle'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { commands } from '../../../headquarters/server/commands'
import { inOffice } from '../../../headquarters/store/database'
import { testMachine, type TestMachine } from '../../support/headquarters/test-machine'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { enrolWithStick } from '../../support/sticks/enrol-with-stick'
import { foundedMachine, temporaryFolder, type StickMachine } from '../../support/sticks/stick-machines'
import { valueOf } from '../../support/workstation/test-workstation'
import { sendingCalls } from './sending-calls'

/** Whose word a stick is: any bundle of an office shows its id, its chains and their keys to whoever opens it. */
export function stickWriterTests(of: () => TestHeadquarters): void {
  const folders: string[] = []
  const newFolder = (): string => {
    folders.push(temporaryFolder())
    return folders.at(-1)!
  }
  afterAll(() => {
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
  })
  const { calendarFor, standing } = sendingCalls(of)
  const take = async (stick: string) =>
    (await commands.take({ parts: of().parts, cluster: null, operatorToken: '', close: async () => {} }, [stick]))!
  const held = (officeId: number) =>
    inOffice(of().parts.db, officeId, async rows => ({
      acts: (await rows.selectFrom('act').select('seq').execute()).length,
      blobs: (await rows.selectFrom('blob').select('digest').execute()).length,
      apart: (await rows.selectFrom('quarantine').select('seq').execute()).length,
    }))

  /** In the stranger's name, as `writer` would; of the office's acts it brings those that are in `brings`. */
  async function strangersBundle(
    writer: StickMachine,
    by: TestMachine,
    brings: 'nothing' | 'itsActs',
  ): Promise<string> {
    const folder = newFolder()
    const junk = path.join(folder, 'junk')
    fs.writeFileSync(junk, randomBytes(1_000))
    const ledger = writer.workstation.exchangeWith(nodeCraft)!
    const headquarters = { chain: of().parts.key.chain, seq: 99, hash: 'ab'.repeat(32) }
    const vector = [by.head, ...ledger.heads(), headquarters]
    vi.spyOn(writer.sticks, 'write').mockImplementationOnce(async () => {
      const parts = valueOf(
        await writeBundle({
          ledger: {
            ...{ office: ledger.office, ownChain: by.chain, heads: () => vector },
            read: (chain, after, limit) =>
              chain === by.chain ? by.acts.slice(after, after + limit) : ledger.read(chain, after, limit),
            keyOf: chain => (chain === by.chain ? { publicKey: by.publicKey, revokedFrom: null } : ledger.keyOf(chain)),
          },
          theirs: brings === 'nothing' ? vector : [headquarters],
          ...{ craft: nodeCraft, officeName: '云溪县档案馆', receipts: [], holds: [], lock: null, folder },
          blobs: [{ name: 'ab'.repeat(32), file: junk }],
          signNote: text => by.signNote(text),
          ...{ setId: randomUUID(), madeAt: new Date().toISOString() },
        }),
      )
      const files = parts.map(({ name }) => path.join(folder, name))
      return ok({ files, acts: 0, blobs: 1, remove: () => undefined })
    })
    const stick = newFolder()
    await writer.carry(stick)
    return stick
  }

  const office = async () => {
    const first = await foundedMachine(newFolder())
    const { officeId } = await enrolWithStick(of(), first)
    const sendingId = randomUUID()
    await calendarFor([officeId], sendingId)
    const stranger = testMachine({ office: first.workstation.ledger!.office, isFounding: false, now: of().parts.now })
    return { first, officeId, sendingId, stranger }
  }

  describe('a stick that a key signed which nobody knows', () => {
    test('has no effect: no file, no word of what the office has received, no answer', async () => {
      const { first, officeId, sendingId, stranger } = await office()
      const before = await held(officeId)
      const stick = await strangersBundle(first, stranger, 'nothing')
      const said = await take(stick)
      expect([said.ok, said.says]).toEqual([false, expect.stringContaining('没有接收，上级端的记录没有改动')])
      expect(await held(officeId)).toEqual(before)
      expect(await standing(sendingId)).toMatchObject([{ receivedAt: null }])
      expect(findBundles(stick)).toHaveLength(1)
    })

    test('brings what machines of the office have signed, which is taken and told, and nothing else', async () => {
      const { first, officeId, sendingId, stranger } = await office()
      first.register(1)
      const before = await held(officeId)
      const stick = await strangersBundle(first, stranger, 'itsActs')
      const said = await take(stick)
      const after = await held(officeId)
      const added = after.acts - before.acts
      expect(added).toBeGreaterThan(0)
      expect(after).toEqual({ ...before, acts: before.acts + added })
      expect([said.ok, said.says]).toEqual([false, expect.stringContaining(`新记录 ${added} 条，其余没有接收`)])
      expect(await standing(sendingId)).toMatchObject([{ receivedAt: null }])
      expect(findBundles(stick)).toHaveLength(1)
    })

    test('counts once acts that it brings have admitted the key', async () => {
      const { first, officeId, sendingId, stranger } = await office()
      const open = { ...{ chain: stranger.chain, publicKey: stranger.publicKey, suite: 1 }, workstation: 'B' }
      const admitted = { type: 'chain.admitted@1', open: { ...open, windowName: '二号窗口' } }
      valueOf(first.workstation.append({ subject: 'office', role: 'administrator', facts: [admitted] }))
      const stick = await strangersBundle(first, stranger, 'itsActs')
      expect(await take(stick)).toMatchObject({ ok: true, says: expect.stringContaining('新附件 1 个') })
      expect((await held(officeId)).blobs).toBe(1)
      expect(await standing(sendingId)).toMatchObject([{ receivedAt: expect.anything() }])
    })
  })
}
