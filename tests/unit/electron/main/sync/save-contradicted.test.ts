import { generateKeyPairSync, sign } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contradictedFile } from '#shared/contracts/exchange-channels'
import { readReceipt, receiptNote, type Receipt } from '#shared/ledger/exchange/receipt'
import { exchangeHandlers } from '../../../../../electron/main/ipc/exchange-handlers'
import type { ExchangeDesk } from '../../../../../electron/main/sync/live/exchange-desk'
import { exchangeShelves } from '../../../../../electron/main/sync/live/kept-files'
import { saveContradicted } from '../../../../../electron/main/sync/live/save-contradicted'
import { nodeCraft } from '../../../../../electron/main/sync/node-craft'
import { ReceiptBook } from '../../../../../electron/main/sync/receipt-book'

let folder = ''
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'save-contradicted-'))))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const pair = generateKeyPairSync('ed25519')
const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const [office, own, theirs] = ['0f'.repeat(16), 'ab'.repeat(16), 'c0'.repeat(16)]
const over = (seq: number, digit: string): Receipt => {
  const receivedAt = '2026-11-27T00:00:00.000Z'
  const note = receiptNote({ office, chain: own, seq, hash: digit.repeat(64), receivedAt })
  return { note, signature: sign(null, Buffer.from(note), pair.privateKey).toString('base64') }
}

/** `where`: what the person says in the system's dialog; null closes it. */
function desk(where: string | null, receipts: readonly Receipt[]) {
  const book = new ReceiptBook({ office, headquartersKey: publicKey }, exchangeShelves(folder).receipts, nodeCraft)
  for (const receipt of receipts) book.keep(receipt, book.read(receipt)!)
  const suggested: string[] = []
  const askWhere = async (name: string): Promise<string | null> => {
    suggested.push(name)
    return where
  }
  return { suggested, of: { office, headquarters: { chain: theirs, publicKey, book }, askWhere } }
}
const contradicting = [over(7, '1'), over(7, '2')]

describe('receipts that contradict each other', () => {
  it('go whole into the file that the person names, and prove themselves to whoever has nothing but that file', async () => {
    const where = path.join(folder, '签收.json')
    const { suggested, of } = desk(where, contradicting)
    expect(await saveContradicted(of)).toEqual({ ok: true, value: where })
    expect(suggested).toEqual(['receipts-contradicted.json'])
    const file = contradictedFile.parse(JSON.parse(fs.readFileSync(where, 'utf8')))
    expect(file.receipts).toEqual([{ chain: own, seq: 7, before: over(7, '1'), now: over(7, '2') }])
    const read = [file.receipts[0]!.before, file.receipts[0]!.now].map(receipt =>
      readReceipt(receipt, file.headquarters.publicKey, nodeCraft),
    )
    expect(read).toMatchObject([
      { office: file.office, chain: own, seq: 7, hash: '1'.repeat(64) },
      { office: file.office, chain: own, seq: 7, hash: '2'.repeat(64) },
    ])
  })

  it('are written nowhere where the dialog is closed, and a place that takes nothing is told', async () => {
    expect(await saveContradicted(desk(null, contradicting).of)).toEqual({ ok: true, value: null })
    const there = path.join(folder, 'nowhere', 'a.json')
    expect(await saveContradicted(desk(there, contradicting).of)).toEqual({
      ...{ ok: false, problem: { kind: 'cannotWrite', detail: 'ENOENT' } },
    })
    expect(fs.readdirSync(folder)).toEqual(['receipts-contradicted.ndjson'])
  })

  it('a receipt for more than headquarters says it holds now goes into the file too', async () => {
    const where = path.join(folder, 'a.json')
    expect(await saveContradicted(desk(where, [over(9, '1'), over(4, '1')]).of)).toMatchObject({ ok: true })
    const file = contradictedFile.parse(JSON.parse(fs.readFileSync(where, 'utf8')))
    expect(file.receipts).toEqual([])
    expect(file.outlived).toEqual([{ chain: own, seq: 9, to: 4, before: over(9, '1'), now: over(4, '1') }])
  })

  it('are not asked about where there are none, or this machine is enrolled nowhere', async () => {
    const { suggested, of } = desk(path.join(folder, 'a.json'), [over(7, '1'), over(8, '2')])
    for (const none of [of, { ...of, headquarters: null }])
      expect(await saveContradicted(none)).toEqual({ ok: false, problem: { kind: 'notFound' } })
    expect(suggested).toEqual([])
  })

  it('over the bridge: whoever is signed in carries them out, for they hold numbers and signatures only', async () => {
    const answers = [
      { ok: true, value: null },
      { ok: true, value: '/stick/a.json' },
      { ok: false, problem: { kind: 'notFound' } },
    ] as const
    const left = [...answers]
    const exchange = { saveContradicted: async () => left.shift() } as unknown as ExchangeDesk // nothing else is asked
    const session = () => ({ posts: ['clerk'] }) as never // what the handlers read of it
    const ask = exchangeHandlers({ workstation: { session }, exchange })['exchange:saveContradicted']
    expect(await ask()).toEqual({ ok: true, value: { outcome: 'cancelled' } })
    expect(await ask()).toEqual({ ok: true, value: { outcome: 'written', path: '/stick/a.json' } })
    expect(await ask()).toEqual(answers[2])
  })
})
