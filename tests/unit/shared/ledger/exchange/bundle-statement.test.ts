import { describe, expect, expectTypeOf, it } from 'vitest'
import type { BundleFile } from '#shared/contracts/bundle-file'
import { readHeadsNote, writeHeadsNote, type BundleStatement } from '#shared/ledger/exchange/bundle-statement'
import { chainNamed } from '../../../../support/exchange/chain-writer'
import { toyKey } from '../../../../support/exchange/toy-craft'

const chain = chainNamed('heads')
const hash = 'ab'.repeat(32)
const note = {
  ...{ office: 'yunhe', madeAt: '2026-11-26T07:00:00.000Z', by: chain, statementDigest: hash },
  heads: [{ chain, seq: 3, hash }],
}
const signature = toyKey('heads').signNote('x')

describe('the statement of a bundle', () => {
  it('is the same shape in the ledger and in the contract', () => {
    expectTypeOf<BundleFile>().toExtend<BundleStatement>()
  })
})

describe('heads.note', () => {
  it('is read as it was written', () => {
    expect(readHeadsNote(writeHeadsNote(note, signature))).toMatchObject({ ...note, signature })
  })

  it.each([
    ['no signature', writeHeadsNote(note, '')],
    ['two signatures', `${writeHeadsNote(note, signature)}${signature}\n`],
    ['another kind', writeHeadsNote(note, signature).replace('heads/v1', 'heads/v2')],
    ['a head that is none', writeHeadsNote(note, signature).replace(`${chain} 3`, `${chain} three`)],
  ])('is none with %s', (_name, file) => {
    expect(readHeadsNote(file)).toBeNull()
  })
})
