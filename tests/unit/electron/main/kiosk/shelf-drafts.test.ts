import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { shelfDrafts } from '../../../../../electron/main/kiosk/shelf-drafts'

function folder(): string {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'shelf-drafts-'))
  onTestFinished(() => fs.rmSync(place, { recursive: true, force: true }))
  return path.join(place, 'edition')
}

test('lines of a shelf come back in their order, from memory and from the disk', () => {
  const place = folder()
  const drafts = shelfDrafts(place)
  const lines = Array.from(
    { length: 400 },
    (_, at) => `${String((at * 7) % 400).padStart(4, '0')}${'字'.repeat(400)}\n`,
  )
  for (const line of lines) drafts.add('3f', line)
  drafts.add('0a', 'b\n')
  drafts.add('0a', 'a\n')
  expect(fs.readdirSync(place)).toEqual(['3f.draft'])
  expect(drafts.names()).toEqual(['3f', '0a'])
  expect(drafts.take('0a')).toEqual(['a\n', 'b\n'])
  expect(drafts.take('3f')).toEqual([...lines].sort())
  expect(fs.readdirSync(place)).toEqual([])
  expect(drafts.names()).toEqual([])
})

test('what a crash has left is taken away, and nothing else', () => {
  const place = folder()
  shelfDrafts(place).discard()
  fs.mkdirSync(place)
  for (const name of ['3f.draft', 'edition.json']) fs.writeFileSync(path.join(place, name), 'x')
  shelfDrafts(place).discard()
  expect(fs.readdirSync(place)).toEqual(['edition.json'])
})
