import { hkdfSync } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { expect, test } from 'vitest'
import {
  expandKey,
  subkeyLabels,
  subkeyOf,
  unwrapDataKey,
  wrapDataKey,
} from '../../../../../electron/main/vault/key-tree'
import { argon2Floor, argon2Kdf, checkNewPassword } from '../../../../../electron/main/vault/password-key'
import { openBox, sealBox } from '../../../../../electron/main/vault/sealed-box'
import { cheapKdf } from './support'

const hex = (text: string) => Buffer.from(text, 'hex')

test('HKDF-SHA256 is the one of RFC 5869 (cases 1 and 3)', () => {
  const ikm = Buffer.alloc(22, 0x0b)
  const first = hkdfSync('sha256', ikm, hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42)
  expect(Buffer.from(first).toString('hex')).toBe(
    '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  )
  // Case 3 has neither salt nor info, as our own call has no salt; its first 32 bytes are ours.
  expect(expandKey(ikm, '').toString('hex')).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d')
})

test('Argon2id 1.3 is the one of the reference implementation (phc-winner-argon2, test.c)', async () => {
  const known = { password: 'password', salt: 'somesalt', iterations: 2, parallelism: 1, hashLength: 32 }
  expect(await argon2id({ ...known, memorySize: 65_536, outputType: 'hex' })).toBe(
    '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
  )
  expect(await argon2id({ ...known, memorySize: 256, outputType: 'hex' })).toBe(
    '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
  )
})

test('our key at the floor is Argon2id of 64 MiB, three passes, one lane', async () => {
  const salt = Buffer.alloc(16, 7)
  const direct = { password: 'correct horse', salt, memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32 }
  const ours = await argon2Kdf.derive('correct horse', salt, argon2Floor)
  expect(ours.toString('hex')).toBe(await argon2id({ ...direct, outputType: 'hex' }))
})

test('AES-256-GCM opens the known vector (McGrew and Viega, case 15)', () => {
  const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
  const plain =
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72' +
    '1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255'
  const ciphertext =
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa' +
    '8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad'
  const sealed = hex(`cafebabefacedbaddecaf888${ciphertext}b094dac5d93471bdec1a502270e3cc6c`)
  expect(openBox(key, '', sealed)?.toString('hex')).toBe(plain)
})

test('a box opens with neither another aad, nor a changed bit, nor a cut, nor under a zeroed key', () => {
  const key = Buffer.alloc(32, 1)
  const sealed = sealBox(key, 'a', Buffer.from('x'))
  expect(openBox(key, 'b', sealed)).toBeNull()
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const flipped = Buffer.from(sealed)
    flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
    expect(openBox(key, 'a', flipped)).toBeNull()
  }
  for (let length = 0; length < sealed.length; length++)
    expect(openBox(key, 'a', sealed.subarray(0, length))).toBeNull()
  expect(() => sealBox(Buffer.alloc(32), 'a', Buffer.from('x'))).toThrow('locked away')
})

test('two boxes of the same value share no nonce', () => {
  const nonces = Array.from({ length: 1000 }, () =>
    sealBox(Buffer.alloc(32, 1), '', Buffer.of()).toString('hex', 0, 12),
  )
  expect(new Set(nonces).size).toBe(1000)
})

test('every label grows another key', () => {
  const dataKey = Buffer.alloc(32, 9)
  const keys = subkeyLabels.map(label => subkeyOf(dataKey, label).toString('hex'))
  expect(new Set([...keys, dataKey.toString('hex')]).size).toBe(8)
})

test('a wrap opens for its owner and its parameters only', () => {
  const kek = Buffer.alloc(32, 3)
  const dataKey = Buffer.alloc(32, 4)
  const owner = { who: 'zhang', kdf: argon2Floor }
  const wrap = wrapDataKey(kek, owner, dataKey)
  expect(unwrapDataKey(kek, owner, wrap)).toEqual(dataKey)
  expect(unwrapDataKey(kek, { ...owner, who: 'li' }, wrap)).toBeNull()
  expect(unwrapDataKey(kek, { ...owner, kdf: { ...argon2Floor, passes: 4 } }, wrap)).toBeNull()
  expect(unwrapDataKey(kek, { who: 'recovery', kdf: { name: 'hkdf-sha256' } }, wrap)).toBeNull()
})

test.each([
  { memoryKiB: 65_535 },
  { passes: 2 },
  { lanes: 0 },
  { memoryKiB: 2 ** 31 },
  { passes: 1_000_000 },
  { passes: 3.5 },
  { lanes: Number.NaN },
])('the production function refuses %o', async weakened => {
  const params = { ...argon2Floor, ...weakened }
  await expect(argon2Kdf.derive('correct horse', Buffer.alloc(16), params)).rejects.toThrow(RangeError)
})

test('full-width and composed spellings of a password are one password', async () => {
  const salt = Buffer.alloc(16, 1)
  const derive = (password: string) => cheapKdf.derive(password, salt, cheapKdf.floor)
  expect(await derive('ｐａｓｓ１２３４é')).toEqual(await derive('pass1234e\u0301'))
  expect(await derive('pass1234')).not.toEqual(await derive('Pass1234'))
})

test('a password has at least eight characters, counted as a person counts them', () => {
  expect(checkNewPassword('政务公开为人民好').ok).toBe(true)
  expect(checkNewPassword('𠮷𠮷𠮷𠮷')).toEqual({ ok: false, problem: { kind: 'weakPassword', atLeast: 8 } })
})
