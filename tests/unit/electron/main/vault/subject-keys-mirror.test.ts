import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { recordOffset } from '../../../../../electron/main/vault/subject-key-frames'
import { createSubjectKeyFile, openSubjectKeys } from '../../../../../electron/main/vault/subject-keys'
import { nodeVaultFiles } from '../../../../../electron/main/vault/vault-files'
import { damaged, fileName, filledFolder } from './key-folder'
import { temporaryFolder, valueOf } from './support'

test('the mirror says what the file has lost, follows when it is back, and never holds up the desk', () => {
  const { open, file, mirror } = filledFolder('abc', true)
  const whole = fs.readFileSync(file)
  fs.writeFileSync(file, whole.subarray(0, recordOffset(2)))
  expect(open()).toEqual(damaged)
  fs.writeFileSync(file, whole)
  fs.writeFileSync(mirror, whole.subarray(0, recordOffset(1) + 7))
  const keys = valueOf(open())
  expect(keys.mirror).toBe('current')
  fs.rmSync(path.dirname(mirror), { recursive: true })
  expect(keys.createKey('d').ok).toBe(true)
  expect(keys.mirror).toBe('behind')
  fs.mkdirSync(path.dirname(mirror))
  expect(keys.createKey('e').ok).toBe(true)
  expect(keys.mirror).toBe('current')
  expect(fs.readFileSync(mirror)).toEqual(fs.readFileSync(file))
})

test("another office's mirror is left alone", () => {
  const { open, mirror } = filledFolder('a', true)
  const folder = temporaryFolder()
  createSubjectKeyFile(nodeVaultFiles, folder)
  const other = valueOf(openSubjectKeys({ files: nodeVaultFiles, folder, officeKey: Buffer.alloc(32, 6) }))
  valueOf(other.createKey('a'))
  other.close()
  const theirs = fs.readFileSync(path.join(folder, fileName))
  fs.writeFileSync(mirror, theirs)
  const keys = valueOf(open())
  expect(keys.mirror).toBe('behind')
  valueOf(keys.createKey('c'))
  expect(fs.readFileSync(mirror)).toEqual(theirs)
})

test('a mirror with keys of another history stays under a number, and a whole copy takes its place', () => {
  const { open, file, mirror } = filledFolder('a', true)
  const theirs = fs.readFileSync(filledFolder('ab').file).subarray(0, recordOffset(1)) // same office, another history
  fs.writeFileSync(mirror, theirs)
  const keys = valueOf(open())
  expect(keys.mirror).toBe('current')
  expect(fs.readFileSync(`${mirror}.1`)).toEqual(theirs)
  expect(fs.readFileSync(mirror)).toEqual(fs.readFileSync(file))

  // The same while the store is open: longer than the own file, which would be damage at a start.
  const longer = fs.readFileSync(filledFolder('abc').file)
  fs.writeFileSync(mirror, longer)
  expect(keys.mirror).toBe('behind')
  keys.followMirror()
  expect(keys.mirror).toBe('current')
  expect(fs.readFileSync(`${mirror}.2`)).toEqual(longer)
  expect(fs.readFileSync(mirror)).toEqual(fs.readFileSync(file))

  // A damaged one too, where any key of it can be read.
  const damaged = Buffer.concat([longer, Buffer.alloc(500), longer.subarray(-10)])
  fs.writeFileSync(mirror, damaged)
  valueOf(keys.createKey('d'))
  expect(fs.readFileSync(`${mirror}.3`)).toEqual(damaged)
  expect(fs.readFileSync(mirror)).toEqual(fs.readFileSync(file))
  keys.followMirror()
  valueOf(keys.destroyKey('a')) // what was erased here is not kept beside
  expect(fs.readdirSync(path.dirname(mirror)).toSorted()).toEqual(
    ['', '.1', '.2', '.3'].map(ending => fileName + ending),
  )
})

test('an older copy in the place of the mirror is copied whole before anything is written behind its end', () => {
  const { open, file, mirror } = filledFolder('a', true)
  const older = fs.readFileSync(mirror)
  const keys = valueOf(open())
  for (const subject of ['b', 'c']) valueOf(keys.createKey(subject))
  const beforeLast = fs.readFileSync(mirror)
  fs.writeFileSync(mirror, older) // the other stick
  expect(keys.mirror).toBe('behind')
  valueOf(keys.createKey('d'))
  expect(keys.mirror).toBe('current')
  expect(fs.readFileSync(mirror)).toEqual(fs.readFileSync(file))

  fs.writeFileSync(mirror, Buffer.concat([beforeLast, Buffer.alloc(recordOffset(4) - beforeLast.length)])) // of the right length, but not what was left there
  valueOf(keys.createKey('e'))
  expect(fs.readFileSync(mirror)).toEqual(fs.readFileSync(file))
  keys.close()
})
