import { expect, test } from 'vitest'
import { deskChannels } from '#shared/contracts/desk-channels'
import { mostPrintedPages } from '#shared/contracts/register-file'

const paper = { title: '台账', fileName: 'register-2026-03-02.pdf', pdf: new Uint8Array(1), isMasked: true }
const pagesOf = (n: number) => Array.from({ length: n }, () => new Uint8Array(1))

test.each([1, 60, 61, mostPrintedPages])('%i pages of a hand-over pack or a register go to the printer', n => {
  expect(deskChannels['letter:print'].input.safeParse({ title: '交接单', pages: pagesOf(n) }).success).toBe(true)
  const register = { ...paper, rows: n * 9, pages: n, images: pagesOf(n) }
  expect(deskChannels['register:printPaper'].input.safeParse(register).success).toBe(true)
})

test('more pages than a printer is given at once, or none, do not', () => {
  for (const n of [0, mostPrintedPages + 1])
    expect(deskChannels['letter:print'].input.safeParse({ title: '交接单', pages: pagesOf(n) }).success).toBe(false)
})

test('a register of twenty thousand rows is saved, whatever the number of rows on a page', () => {
  const register = { ...paper, rows: 20_000, pages: 20_000 }
  expect(deskChannels['register:savePaper'].input.safeParse(register).success).toBe(true)
})
