import { generateKeyPairSync, sign } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ok } from '#shared/kernel/result'
import { exchangeOnce } from '../../../../../electron/main/sync/exchange-once'
import type { ExchangeFinding } from '../../../../../electron/main/sync/exchange-findings'
import type { HeadquartersLink } from '../../../../../electron/main/sync/headquarters-link'
import { lastingLedger, linkWhileOpen } from '../../../../../electron/main/sync/lasting-ledger'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { ReceiptBook } from '../../../../../electron/main/sync/receipt-book'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../../../../support/workstation/test-workstation'
import { visitActs } from '../../../../support/workstation/visit-acts'
import { fuse } from '../../../../simulation/fuse'
import { MemoryHeadquarters } from '../../../../simulation/memory-headquarters'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'real-desk-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Headquarters in memory, with the real suite. */
function headquartersFor(workstation: Workstation) {
  const pair = generateKeyPairSync('ed25519')
  const signed = (bytes: Buffer) => sign(null, bytes, pair.privateKey).toString('base64')
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const key = {
    publicKey,
    sign: (hash: string) => signed(Buffer.from(hash, 'hex')),
    signNote: (note: string) => signed(Buffer.from(note)),
  }
  const headquarters = new MemoryHeadquarters({
    ...{ key, craft: nodeCraft, now: Date.now, fuse: fuse(), bugs: new Set<string>(), onTaken: () => {} },
  })
  const { office, ownChain, keyOf } = workstation.exchangeWith(nodeCraft)!
  headquarters.enrol(office, [{ chain: ownChain, publicKey: keyOf(ownChain)!.publicKey }])
  const link: HeadquartersLink = {
    heads: async () => ok(headquarters.heads(office)),
    send: async segment => ok(await headquarters.take(office, segment)),
    fetch: async (chain, after, limit) => ok(headquarters.acts(office, chain, { after, limit })),
  }
  const exchange = async (desk: Workstation, by: HeadquartersLink = link) => {
    const findings: ExchangeFinding[] = []
    const ask = () => desk.exchangeWith(nodeCraft)
    const book = new ReceiptBook({ office, headquartersKey: publicKey }, { load: () => [], save: () => {} }, nodeCraft)
    const parts = { ledger: lastingLedger(office, ask), link: linkWhileOpen(by, ask), craft: nodeCraft, book }
    const done = await exchangeOnce({ ...parts, actsPerRun: 3, tell: finding => findings.push(finding) })
    const moved = findings.filter(({ kind }) => kind !== 'noted') // the headquarters of the tests knows the facts of its own tests
    return { done, findings, kinds: [...new Set(moved.map(({ kind }) => kind))] }
  }
  return { headquarters, link, exchange, office }
}

function firstStep(workstation: Workstation) {
  const agency = workstation.ledger!.actsOf('office')[0]!.facts.find(({ type }) => type === 'agency.added@1')!
  const { agencyId } = agency.open as { agencyId: string }
  return visitActs({ agencyId, today: workstation.options.clock.today(), requestSerial: 1, letterSerial: 1 })[0]!
}

it('a desk with its real journal is level with headquarters, also after it was put back, and loses nothing', async () => {
  const [home, backup] = [path.join(folder, 'office'), path.join(folder, 'backup')]
  const desk = openTestWorkstation({ folder: home })
  valueOf(await desk.establish(founding))
  const { headquarters, exchange, office } = headquartersFor(desk)
  desk.lock()
  fs.cpSync(home, backup, { recursive: true })
  valueOf(await signInFirst(desk))
  const first = firstStep(desk)
  valueOf(desk.append(first))
  expect((await exchange(desk)).kinds).toEqual(['went'])
  expect(headquarters.vector(office)).toEqual(desk.exchangeWith(nodeCraft)!.heads())
  desk.lock()

  const back = openTestWorkstation({ folder: backup })
  valueOf(await signInFirst(back)) // which is an act: the chain has parted
  const other = firstStep(back)
  valueOf(back.append(other))
  const old = back.ledger!.head.chain
  expect((await exchange(back)).kinds).toEqual(['rolledOver', 'came', 'went'])
  const level = back.exchangeWith(nodeCraft)!
  expect(level.ownChain).not.toBe(old)
  const inOrder = (heads: readonly { readonly chain: string }[]) =>
    [...heads].sort((a, b) => (a.chain < b.chain ? -1 : 1))
  expect(inOrder(headquarters.vector(office))).toEqual(inOrder(level.heads()))
  for (const { subject } of [first, other]) expect(back.ledger!.actsOf(subject)).toHaveLength(1)
  expect((await exchange(back)).findings).toEqual([])
  back.lock()
})

it('a desk that is locked under way concludes nothing and goes on the next time', async () => {
  const desk = openTestWorkstation({ folder })
  valueOf(await desk.establish(founding))
  const { link, exchange } = headquartersFor(desk)
  const locking: HeadquartersLink = {
    ...link,
    send: async segment => {
      const answer = await link.send(segment)
      desk.lock()
      return answer
    },
  }
  expect(await exchange(desk, locking)).toMatchObject({ done: { ok: false, problem: { kind: 'locked' } } })
  valueOf(await signInFirst(desk))
  expect((await exchange(desk)).kinds).toEqual(['went'])
  desk.lock()
})
