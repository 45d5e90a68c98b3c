import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBundles } from '../../../electron/main/bundles/find-bundles'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { receiptFor } from '../../../headquarters/server/receipts'
import { commands } from '../../../headquarters/server/commands'
import { foundedMachine, furtherMachine, type StickMachine } from '../../support/sticks/stick-machines'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'
import { valueOf } from '../../support/workstation/test-workstation'
import { noReceipts } from '../../support/sticks/no-receipts'
import { pdf, stickOffices } from './stick-offices'

/** Real machines with real files, and the real headquarters, with nothing between them but a folder that is a stick. */
export function stickTests(of: () => TestHeadquarters): void {
  const { folders, newFolder, held, office } = stickOffices(of)
  const take = (stick: string) =>
    commands.take({ parts: of().parts, cluster: null, operatorToken: '', close: async () => {} }, [stick])

  describe('a stick in place of a line', () => {
    test('machine, stick, headquarters, stick, machine: all of it arrives, is receipted, and acknowledged', async () => {
      const { first, officeId, book } = await office()
      const stick = newFolder()
      const subject = first.register(1)
      await first.scan(subject, pdf(300_000))
      const carried = await first.carry(stick, { to: 'headquarters' })
      const written = first.workstation.ledger!
      const before = written.heads.map(({ chain, seq, hash }) => ({ chain, seq: seq - 1, hash }))[0]! // the export itself came after
      const done = (await take(stick))!
      expect([done.ok, done.says]).toEqual([true, expect.stringContaining('已接收')])
      const there = await held(officeId)
      const bodies = written.signedAfter(before.chain, 0, { acts: before.seq }).map(({ body }) => body.toString())
      expect(
        there.acts.filter(({ chain_id }) => chain_id.toString('hex') === before.chain).map(({ body }) => body),
      ).toEqual(bodies)
      const [named] = [...first.workstation.scans!.blobIndex.named()]
      expect(there.blobs).toEqual([named!.sealed])

      const answer = findBundles(stick).find(({ name }) => name !== carried)!
      const preview = valueOf(await first.sticks.take(stick, { name: answer.name }))
      expect(preview).toMatchObject({ by: { kind: 'headquarters' }, isNews: true, keys: 'none' })
      expect(preview.receipts).toBeGreaterThan(0)
      const result = valueOf(await first.sticks.apply('clerk'))
      expect(result).toMatchObject({ by: { kind: 'headquarters' }, receipted: before.seq })
      expect(book.countedUpTo(before.chain)).toBe(before.seq)
      const line = first.workstation.ledger!.actsOf('office')
      const receipts = line.flatMap(({ facts }) => facts).filter(({ type }) => type === 'media.received@1')
      const out = line.flatMap(({ facts }) => facts).find(({ type }) => type === 'media.exported@1')!.open
      const { exportId, digest } = out as Record<string, string>
      expect(receipts.map(({ open }) => open)).toMatchObject([{ exportId, digest, receiver: '上级端' }])
      // Put back, headquarters holds less and says so; the answer that has lain about since then changes nothing of that.
      const less = receiptFor(of().parts, {
        ...{ office: written.office, chain: before.chain, seq: 1, hash: written.hashAt(1, before.chain)! },
        receivedAt: new Date(of().parts.now() - 60_000),
      })
      book.keep(less, book.read(less)!)
      book.count(before.chain, 1)
      valueOf(await first.sticks.take(stick, { name: answer.name }))
      expect(valueOf(await first.sticks.apply('clerk'))).toMatchObject({ receipted: 0 })
      expect(book.countedUpTo(before.chain)).toBe(1)
      // What it holds need not be carried to it again.
      const next = valueOf(
        await first.sticks.write({ to: 'headquarters', isWhole: false, lock: { kind: 'receivers' } }),
      )
      expect(next.blobs).toBe(0)
      expect(next.acts).toBeLessThan(10)
      next.remove()
    })

    test('an answer that contradicts headquarters’ last word is told as on the line; one that is merely older is no news', async () => {
      const { first, officeId, book } = await office()
      const stick = newFolder()
      first.register(1)
      const carried = await first.carry(stick, { to: 'headquarters' })
      await take(stick)
      const { name } = findBundles(stick).find(one => one.name !== carried)!
      const ledger = first.workstation.exchangeWith(nodeCraft)!
      const { ownChain: chain, office: ledgerOffice } = ledger
      const sent = (await held(officeId)).acts.filter(({ chain_id }) => chain_id.toString('hex') === chain).length
      const word = (seq: number, hash: string, receivedAt: Date) => {
        const receipt = receiptFor(of().parts, { office: ledgerOffice, chain, seq, hash, receivedAt })
        book.keep(receipt, book.read(receipt)!)
      }
      const past = () => first.findings.filter(({ kind }) => kind.startsWith('headquarters'))
      const later = new Date(of().parts.now() + 3_600_000)
      word(sent + 9, 'ab'.repeat(32), later) // it holds more than this machine, which was put back
      expect(valueOf(await first.takeIn(stick, name))).toMatchObject({ receipted: sent })
      expect([past(), book.lastOn(chain)?.seq]).toEqual([[], sent + 9])
      book.count(chain, 0)
      word(sent, 'cd'.repeat(32), new Date(of().parts.now()))
      expect(valueOf(await first.takeIn(stick, name))).toMatchObject({ receipted: sent })
      expect(past()).toEqual([{ kind: 'headquartersRewrote', chain, seq: sent }])
    })

    test('of a file that headquarters lost it says so in its answers, which others get all the same; it comes again, and stays', async () => {
      const { first, officeId } = await office()
      const second = await furtherMachine(first)
      folders.push(second.folder)
      const { chain, publicKey } = of().parts.key
      second.knowHeadquarters({ chain, publicKey, book: noReceipts })
      const subject = first.register(1)
      await first.scan(subject, pdf(9_000))
      const throughHeadquarters = async (machine: StickMachine) => {
        const stick = newFolder()
        const carried = await machine.carry(stick, { to: 'headquarters' })
        expect(await take(stick)).toMatchObject({ ok: true })
        return valueOf(await machine.takeIn(stick, findBundles(stick).find(({ name }) => name !== carried)!.name))
      }
      const toGo = async () => {
        const wish = { to: 'headquarters', isWhole: false, lock: { kind: 'receivers' } } as const
        const written = valueOf(await first.sticks.write(wish))
        written.remove()
        return written.blobs
      }
      await throughHeadquarters(first)
      expect(await toGo()).toBe(0)
      // `blobs` of a backup from before; the database is that of today.
      fs.rmSync(path.join(of().parts.config.folder, 'blobs', String(officeId)), { recursive: true })
      expect(await throughHeadquarters(second)).toMatchObject({ blobs: 0, refused: [] })
      await throughHeadquarters(first)
      expect(await toGo()).toBe(1)
      await throughHeadquarters(first)
      expect(await toGo()).toBe(0)
      expect(await throughHeadquarters(second)).toMatchObject({ blobs: 1 })
    })

    test('acts whose clock ran a day ahead are told to the office by an act, as on the line', async () => {
      const { first, officeId } = await office()
      const stick = newFolder()
      first.register(1)
      await first.carry(stick, { to: 'headquarters' })
      of().advance(-3 * 86_400_000)
      const done = (await take(stick))!
      of().advance(3 * 86_400_000)
      expect(done.ok).toBe(true)
      const { chain } = of().parts.key
      const own = (await held(officeId)).acts.filter(({ chain_id }) => chain_id.toString('hex') === chain)
      const said = own.flatMap(
        ({ body }) => JSON.parse(body).facts as { type: string; open: Record<string, unknown> }[],
      )
      const clocks = said.filter(({ type }) => type === 'clock.corrected@1')
      expect(clocks).toMatchObject([
        { open: { chain: first.workstation.ledger!.head.chain, fromSeq: expect.any(Number) } },
      ])
      expect(Math.round(Number(clocks[0]!.open['byMs']) / 86_400_000)).toBe(3)
    })

    test('the same stick again changes nothing there, answers again, and acknowledges once', async () => {
      const { first, officeId } = await office()
      const stick = newFolder()
      first.register(1)
      await first.carry(stick, { to: 'headquarters' })
      await take(stick)
      const before = await held(officeId)
      const again = (await take(stick))!
      expect(again).toMatchObject({ ok: true, says: expect.stringContaining('重复接收没有影响') })
      const after = await held(officeId)
      expect(after).toEqual(before)
    })

    test('what one machine brought by stick, another one gets by headquarters’ answer, its sealed files too', async () => {
      const { first } = await office()
      const second = await furtherMachine(first)
      folders.push(second.folder)
      const stick = newFolder()
      const subject = first.register(1)
      await first.scan(subject, pdf(9_000))
      await first.carry(stick, { to: 'headquarters' })
      await take(stick)
      fs.rmSync(stick, { recursive: true })
      fs.mkdirSync(stick)
      const { key } = of().parts
      second.knowHeadquarters({ chain: key.chain, publicKey: key.publicKey, book: noReceipts })
      const carried = await second.carry(stick, { to: 'headquarters' })
      await take(stick)
      const answer = findBundles(stick).find(({ name }) => name !== carried)!
      const result = valueOf(await second.takeIn(stick, answer.name))
      expect(result.blobs).toBe(1)
      expect(second.workstation.ledger!.has(subject)).toBe(true)
      const [named] = [...second.workstation.scans!.blobIndex.named()]
      expect(second.workstation.scans!.carried.has(named!.file.replace('.blob', ''))).toBe(true)
    })

    test('a file that is damaged at headquarters stays behind: its answer says so to whoever takes the stick, and to nobody that it is there', async () => {
      const { first, officeId } = await office()
      const second = await furtherMachine(first)
      folders.push(second.folder)
      const subject = first.register(1)
      await first.scan(subject, pdf(9_000))
      const [stick, next] = [newFolder(), newFolder()]
      await first.carry(stick, { to: 'headquarters' })
      await take(stick)
      const [digest] = (await held(officeId)).blobs
      const file = path.join(of().parts.config.folder, 'blobs', String(officeId), digest!.slice(0, 2), digest!)
      const bytes = fs.readFileSync(file)
      bytes[100]! ^= 1
      fs.writeFileSync(file, bytes)
      const { chain, publicKey } = of().parts.key
      second.knowHeadquarters({ chain, publicKey, book: noReceipts })
      const carried = await second.carry(next, { to: 'headquarters' })
      expect(await take(next)).toMatchObject({ ok: true, says: expect.stringContaining('已损坏。请从备份恢复') })
      const answer = findBundles(next).find(({ name }) => name !== carried)!
      expect(valueOf(await second.takeIn(next, answer.name))).toMatchObject({ blobs: 0, refused: [] })
      expect(second.workstation.ledger!.has(subject)).toBe(true)
      const [named] = [...second.workstation.scans!.blobIndex.named()]
      expect(second.workstation.scans!.carried.has(named!.file.replace('.blob', ''))).toBe(false)
    })

    test('of an office that nobody enrolled, changed on the way, or nothing at all: said, and nothing taken', async () => {
      const { first, officeId } = await office()
      const stick = newFolder()
      first.register(1)
      const before = await held(officeId)
      expect(await take(stick)).toMatchObject({ ok: false })
      const stranger = await foundedMachine()
      folders.push(stranger.folder)
      const { key } = of().parts
      stranger.knowHeadquarters({ chain: key.chain, publicKey: key.publicKey, book: noReceipts })
      await stranger.carry(stick, { to: 'headquarters' })
      expect(await take(stick)).toMatchObject({ ok: false, says: expect.stringContaining('没有登记过这本台账') })
      fs.rmSync(stick, { recursive: true })
      fs.mkdirSync(stick)
      await first.carry(stick, { to: 'headquarters' })
      const [part] = findBundles(stick)[0]!.parts
      const bytes = fs.readFileSync(part!)
      bytes[bytes.length - 40]! ^= 1
      fs.writeFileSync(part!, bytes)
      expect(await take(stick)).toMatchObject({ ok: false, says: expect.stringContaining('没有接收') })
      expect(await held(officeId)).toEqual(before)
      expect(fs.readdirSync(path.join(of().parts.config.folder, 'quarantine'))).toEqual([])
    })
  })
}
