import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportCaps } from '../../../../../electron/main/bundles/bundle-caps'
import { checkBag } from '../../../../../electron/main/documents/bag/check-bag'
import { folderBag } from '../../../../../electron/main/documents/bag/bag-files'
import { nameFault } from '../../../../../electron/main/media/exporting/export-names'
import { remainingSeconds } from '../../../../../electron/main/media/exporting/export-progress'
import { exportTags } from '../../../../../electron/main/media/exporting/export-tags'
import { lookAtMedium, removeLeftover } from '../../../../../electron/main/media/exporting/leftovers'
import { beginMediumExport, type MediumExportParts } from '../../../../../electron/main/media/exporting/medium-export'
import { nodeMediaFiles } from '../../../../../electron/main/media/exporting/node-media-files'
import { spaceNeeded } from '../../../../../electron/main/media/exporting/space-needed'
import { ok } from '../../../../../shared/kernel/result'

let root = ''
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'medium-'))
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

const exportId = '0a1b2c3d-0000-4000-8000-000000000000'
const on = '2026-11-26'

async function begin(over: Partial<MediumExportParts> = {}) {
  const begun = await beginMediumExport({
    ...{ files: nodeMediaFiles, root, exportId, on, now: () => 0, expected: null, ...over },
    tagsOf: written =>
      exportTags(written, {
        ...{ officeName: '云溪县档案馆', on, exportId, mediumNo: 'JZ-2026-001', isMasked: true },
        ...{ chain: 'c0ffee', sign: () => new Uint8Array(64) },
      }),
    record: () => ok(undefined),
    recordNothingLeft: () => undefined,
  })
  if (!begun.ok) throw Object.assign(new Error(begun.problem.kind), begun.problem)
  return begun.value
}

const withFree = (bytes: number) => ({ ...nodeMediaFiles, freeBytes: async () => bytes })
const mib = 1_048_576

describe('what is known of an export before it is made', () => {
  const expected = { files: 1, bytes: 400 * mib, leastBytes: 300 * mib }

  it('refuses a medium on which not even the least has room, and says the most', async () => {
    const refused = { kind: 'mediumTooSmall', freeBytes: 310 * mib, neededBytes: spaceNeeded(expected) }
    await expect(begin({ files: withFree(310 * mib), expected })).rejects.toMatchObject(refused)
    expect(fs.readdirSync(root)).toEqual([])
    const running = await begin({ files: withFree(350 * mib), expected }) // the most may be too much
    expect(running.progress()).toMatchObject({ totalBytes: 800 * mib, isAtMost: true })
    await running.cancel()
  })

  it('has a bar and a time from the first byte, which are never behind what was written', async () => {
    let now = 0
    const running = await begin({ expected: { files: 2, bytes: 100, leastBytes: 0 }, now: () => now })
    await running.add({ path: 'data/one.txt', pieces: [Buffer.alloc(50)] })
    now = 10_000
    expect(running.progress()).toMatchObject({ doneBytes: 50, totalBytes: 200, remainingSeconds: 30, isAtMost: true })
    await running.add({ path: 'data/two.txt', pieces: [Buffer.alloc(150)] })
    expect(running.progress()).toMatchObject({ doneBytes: 200, totalBytes: 400, isAtMost: true })
    await running.finish()
    expect(running.progress()).toMatchObject({ doneBytes: 400, totalBytes: 400, isAtMost: false })
  })

  it('is judged anew when it is known exactly, and everything is taken away where there is no room', async () => {
    const running = await begin({ files: withFree(20 * mib) })
    expect(await running.expect({ files: 1, bytes: mib })).toEqual(ok(undefined))
    expect(running.progress()).toMatchObject({ totalBytes: 2 * mib, isAtMost: false })
    expect(await running.expect({ files: 1, bytes: 5 * mib })).toMatchObject({ problem: { kind: 'mediumTooSmall' } })
    expect(fs.readdirSync(root)).toEqual([])
  })
})

describe('an export on a real disk', () => {
  it('is a bag that the reader of bags takes', async () => {
    const running = await begin()
    for (const name of ['data/a/one.txt', 'data/two.txt'])
      expect(await running.add({ path: name, pieces: [Buffer.from(name)] })).toMatchObject({ ok: true })
    expect(await running.finish()).toMatchObject({ ok: true, value: { folder: 'records-desk-20261126-0a1b2c3d' } })
    const bag = folderBag(path.join(root, 'records-desk-20261126-0a1b2c3d'))
    const sound = await checkBag(bag)
    expect(sound).toMatchObject({ ok: true, value: { payload: ['data/a/one.txt', 'data/two.txt'] } })
    expect(sound.ok && sound.value.info['Records-Desk-Export']).toBe(`1 ${exportId} masked`)
    expect(fs.readdirSync(root)).toEqual(['records-desk-20261126-0a1b2c3d'])
  })

  it('takes away what it wrote when it is cancelled, and what it cannot take away is offered as a leftover', async () => {
    const running = await begin()
    await running.add({ path: 'data/one.txt', pieces: [Buffer.alloc(10)] })
    await running.cancel()
    expect(fs.readdirSync(root)).toEqual([])
    expect(await running.finish()).toMatchObject({ ok: false })
    fs.mkdirSync(path.join(root, '.part-0a1b2c3d', 'data'), { recursive: true })
    fs.mkdirSync(path.join(root, '.part-of-somebody-else'))
    expect(await lookAtMedium(nodeMediaFiles, root)).toEqual({
      ok: true,
      value: { exports: [], leftovers: ['.part-0a1b2c3d'] },
    })
    expect(await removeLeftover(nodeMediaFiles, { root, name: '.part-of-somebody-else' })).toMatchObject({ ok: false })
    expect(await removeLeftover(nodeMediaFiles, { root, name: '../x' })).toMatchObject({ ok: false })
    expect(await removeLeftover(nodeMediaFiles, { root, name: '.part-0a1b2c3d' })).toMatchObject({ ok: true })
    expect(fs.readdirSync(root)).toEqual(['.part-of-somebody-else'])
  })

  it('refuses a name that a stick, another system or a reader could not bear', async () => {
    const running = await begin()
    expect(await running.add({ path: 'data/张三.pdf', pieces: [] })).toMatchObject({
      ok: false,
      problem: { kind: 'exportNameRefused', why: 'sign' },
    })
    expect(fs.readdirSync(root)).toEqual([])
  })
})

describe('names on a medium', () => {
  it.each([
    ['data/index.html', null],
    ['data/papers/001-receipt.pdf', null],
    ['data/A.txt', 'sign'],
    ['data/../x', 'sign'],
    ['data/con.txt', 'sign'],
    ['data/.hidden', 'sign'],
    ['data/trail.', 'sign'],
    [`data/${'a'.repeat(65)}`, 'tooLong'],
    [`${'a'.repeat(60)}/${'b'.repeat(60)}/${'c'.repeat(40)}`, 'tooLong'],
    ['data/110101190001011234.pdf', 'personal'],
    ['data/13800000000.csv', 'personal'],
    [`data/${'0123456789abcdef'.repeat(2)}.pdf`, null],
  ])('%s', (name, fault) => expect(nameFault(name, 'records-desk-20261126-0a1b2c3d')).toBe(fault))
})

it('counts the space and the time that are left', () => {
  expect(spaceNeeded({ bytes: 1_000, files: 2 })).toBe(1_000 + 2 * 131_072 + 16 * 1_048_576)
  expect(remainingSeconds({ startedAt: 0, now: 1_000, doneBytes: 10, totalBytes: 100 })).toBeNull()
  expect(remainingSeconds({ startedAt: 0, now: 10_000, doneBytes: 25, totalBytes: 100 })).toBe(30)
  expect(remainingSeconds({ startedAt: 0, now: 10_000, doneBytes: 25, totalBytes: null })).toBeNull()
})

it('an export of many gigabytes is read: it is not held in memory, as a package of documents is', () => {
  fs.writeFileSync(path.join(root, 'part.rdbundle'), '')
  fs.truncateSync(path.join(root, 'part.rdbundle'), 64 * 1024 ** 3) // without a byte on the disk
  expect(folderBag(root).hostile).toMatchObject({ kind: 'tooLarge' })
  expect(folderBag(root, exportCaps).hostile).toBeNull()
  fs.truncateSync(path.join(root, 'part.rdbundle'), 80 * 1024 ** 3)
  expect(folderBag(root, exportCaps).hostile).toMatchObject({ kind: 'tooLarge' })
})
