import { describe, expect, it } from 'vitest'
import { compareReceipts, readReceipt, receiptNote, weighReceipt } from '#shared/ledger/exchange/receipt'
import { chainNamed } from '../../../../support/exchange/chain-writer'
import { toyCraft, toyKey } from '../../../../support/exchange/toy-craft'

const chain = chainNamed('receipt')
const headquarters = toyKey('headquarters')
const words = { office: 'yunhe', chain, seq: 12, hash: 'ab'.repeat(32), receivedAt: '2026-11-26T07:00:00.000Z' }
const note = receiptNote(words)
const receipt = { note, signature: headquarters.signNote(note) }

describe('a receipt', () => {
  it('is read where headquarters signed it', () => {
    expect(readReceipt(receipt, headquarters.publicKey, toyCraft)).toEqual(words)
  })

  it.each([
    ['another key', receipt, toyKey('somebody').publicKey],
    ['another number', { ...receipt, note: note.replace(' 12 ', ' 13 ') }, headquarters.publicKey],
    ['another kind of note', signed(note.replace('receipt', 'heads')), headquarters.publicKey],
    ['a line more', signed(`${note}more\n`), headquarters.publicKey],
  ])('is none with %s', (_name, one, key) => {
    expect(readReceipt(one, key, toyCraft)).toBeNull()
  })

  it('counts by the hash and not by the number', () => {
    expect(weighReceipt(words, () => words.hash)).toEqual({
      kind: 'counts',
      head: { chain, seq: 12, hash: words.hash },
    })
    const other = 'cd'.repeat(32)
    expect(weighReceipt(words, () => other)).toEqual({ kind: 'parted', seq: 12, ours: other, theirs: words.hash })
    expect(weighReceipt(words, () => null)).toEqual({ kind: 'ahead', seq: 12 })
  })
})

describe('two receipts of one chain', () => {
  const later = { ...words, receivedAt: '2026-11-26T08:00:00.000Z' }

  it('say whether headquarters went back or wrote something else', () => {
    expect(compareReceipts(null, words)).toEqual({ kind: 'onward' })
    expect(compareReceipts(words, { ...later, seq: 20, hash: 'ef'.repeat(32) })).toEqual({ kind: 'onward' })
    expect(compareReceipts(words, words)).toEqual({ kind: 'onward' })
    const before = { seq: 9, receivedAt: '2026-11-26T06:00:00.000Z' } // a receipt says when its act came, not when it was asked for
    expect(compareReceipts(words, { ...words, ...before })).toEqual({ kind: 'wentBack', from: 12, to: 9 })
    expect(compareReceipts(words, { ...later, hash: 'ef'.repeat(32) })).toEqual({
      ...{ kind: 'rewritten', seq: 12 },
      ...{ before: words.hash, now: 'ef'.repeat(32) },
    })
  })
})

function signed(text: string) {
  return { note: text, signature: headquarters.signNote(text) }
}
