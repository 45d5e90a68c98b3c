import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { receiptNote, type Receipt } from '#shared/ledger/exchange/receipt'
import { exchangeShelves } from '../../../../../electron/main/sync/live/kept-files'
import { reportOf } from '../../../../../electron/main/sync/live/exchange-report'
import { ReceiptBook } from '../../../../../electron/main/sync/receipt-book'
import { toyCraft, toyKey } from '../../../../support/exchange/toy-craft'

let folder = ''
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'receipts-'))))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const key = toyKey('headquarters')
const chain = 'ab'.repeat(16)
const over = (seq: number, digit: string, receivedAt = '2026-11-27T00:00:00.000Z'): Receipt => {
  const note = receiptNote({ office: 'yunhe', chain, seq, hash: digit.repeat(64), receivedAt })
  return { note, signature: key.signNote(note) }
}
/** As after a start: from the files alone. */
const opened = (): ReceiptBook =>
  new ReceiptBook({ office: 'yunhe', headquartersKey: key.publicKey }, exchangeShelves(folder).receipts, toyCraft)
const keep = (book: ReceiptBook, receipt: Receipt): string => {
  const past = book.keep(receipt, book.read(receipt)!)
  book.save()
  return past.kind
}
const pairsOf = (book: ReceiptBook) => book.contradicted.map(({ before, now }) => [before, now])

test('both receipts stay, whatever comes after them, and over every restart', () => {
  const book = opened()
  expect([over(7, '1'), over(7, '2')].map(one => keep(book, one))).toEqual(['onward', 'rewritten'])
  const again = opened()
  expect(pairsOf(again)).toEqual([[over(7, '1'), over(7, '2')]])
  expect(keep(again, over(8, '3'))).toBe('onward')
  expect(keep(again, over(8, '4'))).toBe('rewritten')
  const both = [
    [over(7, '1'), over(7, '2')],
    [over(8, '3'), over(8, '4')],
  ]
  expect(pairsOf(opened())).toEqual(both)
  const of = { ledger: null, book: opened(), former: [], headquarters: null }
  expect(reportOf(of, { findings: [], usedTwice: [] })).toMatchObject({ outlived: [] })
  expect(reportOf(of, { findings: [], usedTwice: [] }).contradicted).toEqual([
    { chain, seq: 7, before: over(7, '1'), now: over(7, '2') },
    { chain, seq: 8, before: over(8, '3'), now: over(8, '4') },
  ])
})

test('said to and fro they are one pair, and the file has an end', () => {
  const book = opened()
  for (const digit of ['1', '2', '1', '2']) keep(book, over(7, digit))
  expect(book.contradicted).toHaveLength(1)
  for (let seq = 10; seq < 300; seq++) for (const digit of ['1', '2']) keep(book, over(seq, digit))
  const kept = pairsOf(opened())
  expect(kept).toHaveLength(200)
  expect(kept[0]).toEqual([over(7, '1'), over(7, '2')]) // the first ones stay
})

test('a line that was cut short swallows none, and one that headquarters did not sign is no proof', () => {
  const file = path.join(folder, 'receipts-contradicted.ndjson')
  keep(opened(), over(7, '1'))
  const forged = { before: over(9, '1'), now: { ...over(9, '2'), signature: over(9, '1').signature } }
  fs.writeFileSync(file, `${JSON.stringify(forged)}\n{"before":{"note":"rec`)
  keep(opened(), over(7, '2'))
  expect(pairsOf(opened())).toEqual([[over(7, '1'), over(7, '2')]])
})

test('a disk that takes nothing at the moment gets them at the end of a later pass', () => {
  const book = opened()
  keep(book, over(7, '1'))
  const file = path.join(folder, 'receipts-contradicted.ndjson')
  fs.mkdirSync(file) // nothing can be appended to it
  keep(book, over(7, '2'))
  expect(book.contradicted).toHaveLength(1)
  fs.rmdirSync(file)
  book.save()
  expect(pairsOf(opened())).toEqual([[over(7, '1'), over(7, '2')]])
})

describe('a headquarters that was put back from its backup', () => {
  /** The acts that stand here, by their number. */
  const standing = (digit: string) => (_: string, seq: number) => (seq <= 9 ? digit.repeat(64) : null)
  const outlivedIn = (book: ReceiptBook) => book.outlived.map(({ before, now }) => [before, now])

  test('the higher receipt stays beside the lower one, over every restart, and is reported', () => {
    const book = opened()
    expect([over(9, '1'), over(4, '1')].map(one => keep(book, one))).toEqual(['onward', 'wentBack'])
    const again = opened()
    expect(outlivedIn(again)).toEqual([[over(9, '1'), over(4, '1')]])
    expect(again.lastOn(chain)).toMatchObject({ seq: 4 }) // what it holds now
    expect(keep(again, over(4, '1'))).toBe('onward') // told once
    expect(keep(again, over(6, '1'))).toBe('onward')
    again.recount(standing('1'))
    expect(again.countedUpTo(chain)).toBe(6)
    expect(outlivedIn(opened())).toEqual([[over(9, '1'), over(6, '1')]])
    const of = { ledger: null, book: opened(), former: [], headquarters: null }
    expect(reportOf(of, { findings: [], usedTwice: [] }).outlived).toEqual([
      { chain, seq: 9, to: 6, before: over(9, '1'), now: over(6, '1') },
    ])
  })

  test('once it has signed for the same act again there is nothing to prove', () => {
    const book = opened()
    for (const seq of [9, 4, 9]) keep(book, over(seq, '1'))
    expect(book.outlived).toHaveLength(1) // nobody has looked yet whether they are the acts that stand here
    book.recount(standing('1'))
    book.save()
    expect([book.outlived, opened().outlived, book.contradicted]).toEqual([[], [], []])
  })

  test('where it comes as far by other acts, both are kept as a contradiction', () => {
    const book = opened()
    expect([over(9, '1'), over(4, '1'), over(9, '2')].map(one => keep(book, one))).toEqual([
      ...['onward', 'wentBack', 'rewritten'],
    ])
    expect(pairsOf(opened())).toEqual([[over(9, '1'), over(9, '2')]])
  })

  test('where it goes past by acts that are not here, the higher one of before stays', () => {
    const book = opened()
    for (const receipt of [over(9, '1'), over(4, '1'), over(12, '2')]) keep(book, receipt)
    book.recount(standing('1'))
    book.save()
    expect(outlivedIn(opened())).toEqual([[over(9, '1'), over(12, '2')]])
  })

  test('to and fro it is kept once, and of many the highest stay', () => {
    const book = opened()
    for (const seq of [9, 4, 9, 4, 9, 4]) keep(book, over(seq, '1'))
    expect(outlivedIn(opened())).toEqual([[over(9, '1'), over(4, '1')]])
    for (let seq = 100; seq > 40; seq--) keep(book, over(seq, '1'))
    const kept = opened().outlived.map(({ words: [{ seq }] }) => seq)
    expect(kept).toEqual(Array.from({ length: 20 }, (_, nth) => 100 - nth))
  })
})

test('a stick that has lain about brings no receipt back that headquarters has taken back since', () => {
  const book = opened()
  const isTakenBack = (seq: number, at: string) => book.isTakenBack(book.read(over(seq, '1', at))!)
  expect(isTakenBack(9, '2026-11-20T00:00:00.000Z')).toBe(false) // nothing else was ever said
  keep(book, over(9, '1', '2026-11-20T00:00:00.000Z'))
  keep(book, over(4, '1', '2026-11-15T00:00:00.000Z')) // the moment at which its last act came
  expect(isTakenBack(9, '2026-11-20T00:00:00.000Z')).toBe(true)
  expect(isTakenBack(7, '2026-11-19T00:00:00.000Z')).toBe(true)
  expect(isTakenBack(9, '2026-11-26T00:00:00.000Z')).toBe(false) // it has them again
  expect(isTakenBack(4, '2026-11-15T00:00:00.000Z')).toBe(false)
  keep(book, over(9, '1', '2026-11-26T00:00:00.000Z'))
  expect(isTakenBack(9, '2026-11-20T00:00:00.000Z')).toBe(false) // it says nothing new
})
