import fs from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { findBundles } from '../../../electron/main/bundles/find-bundles'
import { commands } from '../../../headquarters/server/commands'
import { inOffice } from '../../../headquarters/store/database'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { bookOf, enrolWithStick } from '../../support/sticks/enrol-with-stick'
import { foundedMachine, machineOn, temporaryFolder, type StickMachine } from '../../support/sticks/stick-machines'
import { openTestWorkstation, signInFirst, valueOf } from '../../support/workstation/test-workstation'

/** A disk dies, an older image of it is put back, and the office has nothing but sticks. */
export function partedStickTests(of: () => TestHeadquarters): void {
  const folders: string[] = []
  const newFolder = (): string => {
    folders.push(temporaryFolder())
    return folders.at(-1)!
  }
  afterAll(() => {
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true })
  })
  const take = async (stick: string) =>
    (await commands.take({ parts: of().parts, cluster: null, operatorToken: '', close: async () => {} }, [stick]))!
  const heldThere = (officeId: number, chain: string) =>
    inOffice(of().parts.db, officeId, async rows => {
      const id = Buffer.from(chain, 'hex')
      const found = await rows.selectFrom('head').select('seq').where('chain_id', '=', id).executeTakeFirst()
      return found?.seq ?? 0
    })
  /** To headquarters and back, on one stick. */
  const round = async (machine: StickMachine) => {
    const stick = newFolder()
    const carried = await machine.carry(stick, { to: 'headquarters' })
    const said = await take(stick)
    const answer = findBundles(stick).find(({ name }) => name !== carried)!
    return { said, result: valueOf(await machine.takeIn(stick, answer.name)) }
  }

  describe('an own chain that parted, by sticks alone', () => {
    test.for([
      { what: 'headquarters holds more of it', there: 6, here: 1 },
      { what: 'the machine holds more of it', there: 1, here: 6 },
    ])('$what: the first answer shows the parting, the second stick counts', async ({ there, here }) => {
      const first = await foundedMachine(newFolder())
      const { officeId } = await enrolWithStick(of(), first)
      first.workstation.lock()
      const image = newFolder()
      fs.cpSync(first.folder, image, { recursive: true })
      valueOf(await signInFirst(first.workstation))
      const lost = Array.from({ length: there }, (_, nth) => first.register(nth + 1))
      const stick = newFolder()
      await first.carry(stick, { to: 'headquarters' })
      expect((await take(stick)).ok).toBe(true)
      first.workstation.lock()

      const workstation = openTestWorkstation({ folder: image })
      valueOf(await signInFirst(workstation))
      const restored = machineOn(workstation, image)
      const { chain, publicKey } = of().parts.key
      const book = bookOf(of(), restored)
      restored.knowHeadquarters({ chain, publicKey, book })
      const subjects = Array.from({ length: here }, (_, nth) => restored.register(nth + 1))
      const parted = workstation.ledger!.chain

      const met = await round(restored)
      expect(met.said.says).toContain('放进了隔离区')
      expect(met.said.says).not.toContain('重复接收没有影响')
      expect(met.result).toMatchObject({ hasRolledOver: true })
      expect(lost.every(subject => workstation.ledger!.has(subject))).toBe(true)
      expect(subjects.every(subject => workstation.ledger!.has(subject))).toBe(true)

      const next = workstation.ledger!.chain
      expect(next).not.toBe(parted)
      const counted = await round(restored)
      expect(counted.said.says).not.toContain('未接收')
      expect(counted.result).toMatchObject({ hasRolledOver: false, refused: [] })
      expect(await heldThere(officeId, next)).toBeGreaterThan(here)
      expect(book.countedUpTo(next)).toBe(await heldThere(officeId, next))
    })
  })
}
