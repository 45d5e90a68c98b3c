import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readSettled, writeAtomically } from '../../../../../electron/main/vault/atomic-file'
import { attemptWrite } from '../../../../../electron/main/vault/attempt-write'
import { nodeVaultFiles, writeFully } from '../../../../../electron/main/vault/vault-files'
import { diskError, recordingFiles, temporaryFolder } from './support'

const before = Buffer.from('old')
const after = Buffer.alloc(333, 7)

test('temp, flush, rename, flush of the folder, in this order', () => {
  const folder = temporaryFolder()
  const { files, steps } = recordingFiles()
  writeAtomically(files, path.join(folder, 'a'), after)
  const order = steps.map(({ step }) => step).filter((step, i, all) => step !== all[i - 1])
  expect(order).toEqual(['create', 'write', 'datasync', 'rename', 'syncFolder'])
  expect(fs.readFileSync(path.join(folder, 'a'))).toEqual(after)
})

test('a failure at any step leaves the old content or the new, whole', () => {
  for (let nth = 1; nth <= 11; nth++) {
    const file = path.join(temporaryFolder(), 'a')
    fs.writeFileSync(file, before)
    let step = 0
    const { files } = recordingFiles(() => {
      if (++step === nth) throw diskError('ENOSPC')
    })
    const written = attemptWrite(() => writeAtomically(files, file, after))
    expect(written).toEqual({ ok: false, problem: { kind: 'cannotWrite', detail: 'ENOSPC' } })
    expect([before, after]).toContainEqual(readSettled(nodeVaultFiles, file))
    expect(fs.readdirSync(path.dirname(file))).toEqual(['a'])
  }
})

test('a disk that gives back other bytes does not replace the old content', () => {
  const file = path.join(temporaryFolder(), 'a')
  fs.writeFileSync(file, before)
  const files = { ...nodeVaultFiles, read: () => Buffer.alloc(333, 8) }
  expect(() => writeAtomically(files, file, after)).toThrow('other bytes')
  expect(fs.readFileSync(file)).toEqual(before)
})

test('a disk that takes no bytes ends in an error, and a bug is not taken for one', () => {
  const noStep = () => undefined
  const full = { write: () => 0, truncate: noStep, read: () => Buffer.alloc(0), datasync: noStep, close: noStep }
  expect(attemptWrite(() => writeFully(full, after, 0)).ok).toBe(false)
  expect(() =>
    attemptWrite(() => {
      throw new TypeError('bug')
    }),
  ).toThrow('bug')
})
