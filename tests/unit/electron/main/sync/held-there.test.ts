import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { heldThere } from '../../../../../electron/main/sync/held-there'

let folder = ''
beforeEach(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'held-'))))
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

test('by its own list a receiver holds what it names and nothing else; an older list says nothing', () => {
  const [a, b, c] = ['a1', 'b2', 'c3'].map(digits => digits.repeat(32)) as [string, string, string]
  const file = path.join(folder, 'held.txt')
  const held = heldThere(file)
  const now = () => [a, b, c].map(digest => heldThere(file).has(digest) && held.has(digest))
  held.addAll([a, b])
  held.replace([b, c, 'no digest'], 5_000)
  expect(now()).toEqual([false, true, true])
  held.replace([a], 4_999)
  expect(now()).toEqual([false, true, true])
  held.forget(6_000)
  held.replace([a, b, c], 5_500) // it has lain about since before
  expect(now()).toEqual([false, false, false])
  held.add(a)
  held.replace([c], 6_001)
  expect(now()).toEqual([false, false, true])
})

test('a disk that takes nothing does not bring back what was forgotten', () => {
  const file = path.join(folder, 'held.txt')
  const held = heldThere(file)
  held.add('ab'.repeat(32))
  fs.mkdirSync(`${file}.part`) // where the new list would be written
  held.forget(1_000)
  expect([held.has('ab'.repeat(32)), heldThere(file).has('ab'.repeat(32))]).toEqual([false, false])
})

test('what another hand wrote into the list of files that are held is seen when it is looked at again', () => {
  const file = path.join(folder, 'held.txt')
  const [one, two] = [heldThere(file), heldThere(file)]
  one.add('ab'.repeat(32))
  expect(two.has('ab'.repeat(32))).toBe(false)
  two.lookAgain()
  expect(two.has('ab'.repeat(32))).toBe(true)
})
