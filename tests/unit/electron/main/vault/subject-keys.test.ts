import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createPersonalSealer } from '../../../../../electron/main/vault/personal-sealer'
import { recordBytes, recordOffset } from '../../../../../electron/main/vault/subject-key-frames'
import { openSubjectKeys } from '../../../../../electron/main/vault/subject-keys'
import { nodeVaultFiles, type VaultFiles } from '../../../../../electron/main/vault/vault-files'
import { damaged, filledFolder, keyFolder } from './key-folder'
import { diskError, problemOf, recordingFiles, valueOf, type DiskStep } from './support'

test('a key comes back after a restart; another subject has another; an unknown one has none', () => {
  const { open, made } = filledFolder('ab')
  const keys = valueOf(open())
  expect(keys.keyOf('a')).toEqual(made[0])
  expect(keys.keyOf('b')).toEqual(made[1])
  expect(made[0]).not.toEqual(made[1])
  expect(keys.keyOf('c')).toBeNull()
  expect(valueOf(keys.createKey('a'))).toEqual(made[0])
})

/** Whether every write was flushed before the call returned. */
function flushedBeforeReturn(steps: readonly DiskStep[]) {
  const kinds = steps.map(({ step }) => step)
  return kinds.includes('write') && kinds.lastIndexOf('datasync') > kinds.lastIndexOf('write')
}

test('a new key is written, flushed and mirrored before createKey returns', () => {
  const { open, mirror, file } = keyFolder(true)
  const { files, steps } = recordingFiles()
  const keys = valueOf(open(files))
  steps.length = 0
  keys.createKey('a')
  expect(steps.map(({ step }) => step)).toEqual(
    ['write', 'write', 'datasync', 'open', 'write', 'write', 'datasync'], // short writes of 50 bytes; main file, then mirror
  )
  expect(flushedBeforeReturn(steps)).toBe(true)
  expect(fs.readFileSync(mirror)).toEqual(fs.readFileSync(file))
})

test('the check above catches a store that would not flush', () => {
  const { open } = keyFolder()
  const { files, steps } = recordingFiles()
  const careless: VaultFiles = { ...files, open: file => ({ ...files.open(file), datasync: () => undefined }) }
  const keys = valueOf(open(careless))
  steps.length = 0
  keys.createKey('a')
  expect(flushedBeforeReturn(steps)).toBe(false)
})

test.each(['write', 'datasync'] as const)('a failed %s is never retried; a reopened store decides', failing => {
  const { open } = keyFolder()
  let isBroken = false
  const { files, steps } = recordingFiles(({ step }) => {
    if (isBroken && step === failing) throw diskError('EIO')
  })
  const keys = valueOf(open(files))
  valueOf(keys.createKey('a'))
  isBroken = true
  expect(problemOf(keys.createKey('b'))).toEqual({ kind: 'cannotWrite', detail: 'EIO' })
  expect(keys.keyOf('b')).toBeNull()
  isBroken = false
  steps.length = 0
  expect(problemOf(keys.createKey('c')).kind).toBe('cannotWrite')
  expect(steps).toEqual([])
  keys.close()
  expect(valueOf(valueOf(open()).createKey('c'))).toHaveLength(32)
})

test('an end cut at any byte of the last record is dropped and counted; the keys before it stand', () => {
  const { open, file, made } = filledFolder('ab')
  const whole = fs.readFileSync(file)
  for (let cut = 1; cut < recordBytes; cut++) {
    fs.writeFileSync(file, whole.subarray(0, whole.length - cut))
    const keys = valueOf(open())
    expect(keys.tornBytes).toBe(recordBytes - cut)
    expect(keys.keyOf('a')).toEqual(made[0])
    expect(keys.keyOf('b')).toBeNull()
    keys.close()
    expect(fs.statSync(file).size).toBe(recordOffset(1))
  }
})

test('a last record whose sectors never reached the disk is torn too', () => {
  const { open, file } = filledFolder('abcdefg') // the seventh lies over the border at 512
  const whole = fs.readFileSync(file)
  for (const [start, end] of [
    [recordOffset(6), whole.length],
    [512, whole.length],
    [recordOffset(6), 512],
  ]) {
    fs.writeFileSync(file, Buffer.from(whole).fill(0, start, end))
    const keys = valueOf(open())
    expect([keys.tornBytes, keys.keyOf('g')]).toEqual([recordBytes, null])
    expect(keys.keyOf('f')).not.toBeNull()
    keys.close()
  }
})

test('a changed bit anywhere, the last record included, is damage and nothing is cut', () => {
  const { open, file } = filledFolder('ab')
  const whole = fs.readFileSync(file)
  for (let byte = 0; byte < whole.length; byte++) {
    const flipped = Buffer.from(whole)
    flipped.writeUInt8(flipped.readUInt8(byte) ^ (1 << (byte % 8)), byte)
    fs.writeFileSync(file, flipped)
    expect(open()).toEqual(damaged)
    expect(fs.readFileSync(file)).toEqual(flipped)
  }
})

test('a missing file, a cut head, another office key: damage', () => {
  const { open, file } = filledFolder('ab')
  const whole = fs.readFileSync(file)
  fs.writeFileSync(file, whole.subarray(0, 19))
  expect(open()).toEqual(damaged)
  fs.rmSync(file)
  expect(open()).toEqual(damaged)
  fs.writeFileSync(file, whole)
  const stranger = { files: nodeVaultFiles, folder: path.dirname(file), officeKey: Buffer.alloc(32, 6) }
  expect(openSubjectKeys(stranger)).toEqual(damaged)
})

test('records cannot be moved, repeated or taken from a file before an erasure', () => {
  const { open, file } = filledFolder('abc')
  const whole = fs.readFileSync(file)
  const record = (bytes: Buffer, i: number) => bytes.subarray(recordOffset(i), recordOffset(i + 1))
  const head = whole.subarray(0, recordOffset(0))
  fs.writeFileSync(file, Buffer.concat([head, record(whole, 1), record(whole, 0), record(whole, 2)]))
  expect(open()).toEqual(damaged)
  fs.writeFileSync(file, Buffer.concat([head, record(whole, 0), record(whole, 0)]))
  expect(open()).toEqual(damaged)
  fs.writeFileSync(file, whole)
  const keys = valueOf(open())
  valueOf(keys.destroyKey('a'))
  keys.close()
  const rewritten = fs.readFileSync(file)
  fs.writeFileSync(file, Buffer.concat([rewritten.subarray(0, recordOffset(2)), record(whole, 2)]))
  expect(open()).toEqual(damaged)
})

test('an erased key is gone from memory and file, stays gone, and is never made anew', () => {
  const { open, file, mirror, made } = filledFolder('abc', true)
  const keys = valueOf(open())
  const live = keys.keyOf('b')
  valueOf(keys.destroyKey('b'))
  expect(live?.every(byte => byte === 0)).toBe(true)
  expect(fs.statSync(file).size).toBe(recordOffset(3)) // two keys and a tombstone
  expect(fs.readFileSync(mirror)).toEqual(fs.readFileSync(file))
  expect(valueOf(keys.createKey('d'))).toHaveLength(32)
  keys.close()
  const again = valueOf(open())
  expect([again.keyOf('b'), again.isDestroyed('b'), again.keyOf('a')]).toEqual([null, true, made[0]])
  expect(problemOf(again.createKey('b'))).toEqual({ kind: 'refused', why: { kind: 'subjectErased' } })
  expect(again.keyOf('d')).not.toBeNull()
})

test('an erasure that fails at any step is finished at the next start once its tombstone stands', () => {
  let finished = 0
  for (let nth = 1; nth <= 12; nth++) {
    const { open, file } = filledFolder('ab')
    let step = -1
    const { files } = recordingFiles(() => {
      if (step >= 0 && ++step === nth) throw diskError('EIO')
    })
    const keys = valueOf(open(files))
    step = 0
    const destroyed = keys.destroyKey('a')
    keys.close()
    const again = valueOf(open())
    if (destroyed.ok || again.isDestroyed('a')) {
      expect(again.keyOf('a')).toBeNull()
      expect(fs.statSync(file).size).toBe(recordOffset(2))
      finished++
    } else expect(again.keyOf('a')).not.toBeNull()
    expect(again.keyOf('b')).not.toBeNull()
    again.close()
  }
  expect(finished).toBeGreaterThan(6)
})

test('closed, it holds no key and writes none', () => {
  const { open } = filledFolder('a')
  const keys = valueOf(open())
  const live = keys.keyOf('a')
  keys.close()
  expect(live?.every(byte => byte === 0)).toBe(true)
  expect(keys.keyOf('a')).toBeNull()
  expect(problemOf(keys.createKey('b'))).toEqual({ kind: 'locked' })
})

test("the ledger's sealer: opens what it sealed in its place only, and never shows loss as erasure", () => {
  const { open } = keyFolder()
  const keys = valueOf(open())
  const sealer = createPersonalSealer(keys)
  expect(() => sealer.seal('request:1', 'request.registered@1', 'x')).toThrow('keyStoreDamaged')
  for (const subject of ['request:1', 'request:2']) sealer.ensureKey(subject)
  const value = { name: '王小明', phone: null }
  const sealed = sealer.seal('request:1', 'request.registered@1', value)
  expect(sealer.open('request:1', 'request.registered@1', sealed)).toEqual(value)
  expect(() => sealer.open('request:1', 'request.closed@1', sealed)).toThrow('keyStoreDamaged')
  expect(() => sealer.open('request:2', 'request.registered@1', sealed)).toThrow('keyStoreDamaged')
  expect(() => sealer.open('request:3', 'request.registered@1', sealed)).toThrow('keyStoreDamaged')
  valueOf(keys.destroyKey('request:1'))
  expect(sealer.open('request:1', 'request.registered@1', sealed)).toBeUndefined()
  expect(() => sealer.ensureKey('request:1')).toThrow('refused')
})
