import { generateKeyPairSync, sign } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { editionFolder, type NewEdition } from '../../../../../electron/main/kiosk/edition-folder'
import { readEdition, signEdition, type StatusRow } from '../../../../../electron/main/kiosk/edition-format'

const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (bytes: Uint8Array) => sign(null, bytes, privateKey),
  }
}
const ours = pair()

function folder() {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'edition-test-'))
  onTestFinished(() => fs.rmSync(place, { recursive: true, force: true }))
  return { place, edition: editionFolder(place, () => ours.publicKey) }
}

const row = (digit: string): StatusRow => [digit.repeat(64), 'handling', '2026-11-02']
const next = (over: Partial<NewEdition> = {}): NewEdition => ({
  ...{ officeName: '云溪县查阅中心', madeAt: 1_800_000_000_000, shelves: {}, documents: 0, rows: [] },
  ...over,
})

test('an edition is what this office signed: other words, another key or a signature for another use are none', () => {
  const edition = { v: 1, ...next(), status: 'a'.repeat(64), statusRows: 0, rows: undefined } as never
  const text = signEdition(edition, ours.sign)
  expect(readEdition(text, ours.publicKey)).toMatchObject({ officeName: '云溪县查阅中心' })
  expect(readEdition(text.replace('云溪县', '云岭县'), ours.publicKey)).toBeNull()
  expect(readEdition(text, pair().publicKey)).toBeNull()
  const { body } = JSON.parse(text) as { body: string }
  const bare = JSON.stringify({ body, signature: ours.sign(Buffer.from(body)).toString('base64') })
  expect(readEdition(bare, ours.publicKey)).toBeNull()
  expect(readEdition('{', ours.publicKey)).toBeNull()
})

test('shelves and rows that were changed behind its back are not shown', () => {
  const { place, edition } = folder()
  const digest = edition.keepShelf(Buffer.from('{"id":"1"}\n'))
  edition.publish(next({ shelves: { '3f': digest }, documents: 1, rows: [row('b'), row('a')] }), ours.sign)
  expect(edition.shelf('3f')?.toString()).toBe('{"id":"1"}\n')
  expect(edition.shelf('40')).toBeNull()
  expect([...edition.rows().keys()]).toEqual(['a'.repeat(64), 'b'.repeat(64)])

  fs.writeFileSync(path.join(place, digest), '{"id":"2"}\n')
  expect(edition.shelf('3f')).toBeNull()
  const { status } = edition.read()!
  fs.writeFileSync(path.join(place, status), '{"v":1,"rows":[]}')
  expect(editionFolder(place, () => ours.publicKey).rows().size).toBe(0)
})

test('the next edition takes away what it no longer names, and another start reads it', () => {
  const { place, edition } = folder()
  const old = edition.keepShelf(Buffer.from('old'))
  edition.publish(next({ shelves: { '00': old } }), ours.sign)
  edition.tagOf('code', '0182')
  const kept = edition.keepShelf(Buffer.from('new'))
  edition.publish(next({ shelves: { '00': kept }, documents: 3 }), ours.sign)
  const { status } = edition.read()!
  expect(fs.readdirSync(place).sort()).toEqual(['edition.json', 'status-key', kept, status].sort())
  expect(editionFolder(place, () => ours.publicKey).read()?.documents).toBe(3)
})

test('a tag needs the code, the digits and the key of this machine', () => {
  const { place, edition } = folder()
  const tag = edition.tagOf('2345-6789-ACDE', '0182')
  expect(tag).toMatch(/^[0-9a-f]{64}$/)
  expect(editionFolder(place, () => ours.publicKey).tagOf('2345-6789-ACDE', '0182')).toBe(tag)
  expect(edition.tagOf('2345-6789-ACDE', '0183')).not.toBe(tag)
  expect(edition.tagOf('2345-6789-ACDF', '0182')).not.toBe(tag)
  expect(folder().edition.tagOf('2345-6789-ACDE', '0182')).not.toBe(tag)
})
