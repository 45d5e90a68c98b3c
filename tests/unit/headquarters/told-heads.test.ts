import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toldHeads } from '../../../headquarters/server/told-heads'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'told-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const office = 530102001
const head = (seq: number, of = 'a') => ({ chain: 'cd'.repeat(16), seq, hash: of.repeat(64) })

test('a head below the one that was told, or another one in its place, shows that the store was put back', () => {
  const file = path.join(folder, 'told-heads')
  const told = toldHeads(file)
  expect(told.isBehind(office, head(1))).toBe(false)
  told.note(office, head(6))
  told.note(office, head(5, 'b'))
  for (const known of [told, toldHeads(file)]) {
    expect(known.isBehind(office, head(5))).toBe(true)
    expect(known.isBehind(office, head(6, 'b'))).toBe(true)
    expect(known.isBehind(office, head(6))).toBe(false)
    expect(known.isBehind(office, head(7))).toBe(false)
    expect(known.isBehind(office + 1, head(1))).toBe(false)
  }
})

test('what was told once is not told otherwise later; a line that was half written is none', () => {
  const file = path.join(folder, 'told-heads')
  toldHeads(file).note(office, head(6))
  fs.appendFileSync(file, `${office} ${'cd'.repeat(16)} 9`)
  const told = toldHeads(file)
  told.note(office, head(6, 'b'))
  expect(told.isBehind(office, head(6, 'b'))).toBe(true)
  expect(told.isBehind(office, head(6))).toBe(false)
})

test('the file does not grow for ever', () => {
  const file = path.join(folder, 'told-heads')
  const lines = Array.from({ length: 3_000 }, (_, at) => `${office} ${'cd'.repeat(16)} ${at + 1} ${'a'.repeat(64)}\n`)
  fs.writeFileSync(file, lines.join(''))
  expect(toldHeads(file).isBehind(office, head(2_999))).toBe(true)
  expect(fs.readFileSync(file, 'utf8').split('\n')).toHaveLength(2)
})
