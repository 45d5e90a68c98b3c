import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { argon2Kdf } from '../../../../../electron/main/vault/password-key'
import { openVault } from '../../../../../electron/main/vault/open-vault'
import type { VaultRecord } from '../../../../../electron/main/vault/vault-file'
import { administrator, cheapKdf, establishedVault, openCheapVault, problemOf } from './support'
import { temporaryFolder, valueOf, vaultJson, readRecord, writeRecord, secretsOf } from './support'

test('wraps exchanged between people, or between a person and the sheet, open nothing', async () => {
  const folder = temporaryFolder()
  const { vault, personId, recoveryKey } = await establishedVault({ folder })
  const li = valueOf(await vault.addPerson('李四', ['clerk'], 'password of li'))
  vault.lock()
  const record = readRecord(folder)
  const [zhao, clerk] = record.people
  const seal = ({ kdf, salt, wrap }: VaultRecord['people'][number]) => ({ kdf, salt, wrap })
  writeRecord(folder, {
    ...record,
    people: [
      { ...zhao!, ...seal(clerk!) },
      { ...clerk!, ...seal(zhao!) },
    ],
  })
  const swapped = valueOf(openCheapVault({ folder }))
  expect(problemOf(await swapped.signIn(personId, 'password of li')).kind).toBe('wrongPassword')
  expect(problemOf(await swapped.signIn(li.personId, administrator.password)).kind).toBe('wrongPassword')
  writeRecord(folder, { ...record, recovery: { ...record.recovery, wrap: zhao!.wrap } })
  const other = valueOf(openCheapVault({ folder }))
  expect(problemOf(await other.recover(recoveryKey, personId, 'new password')).kind).toBe('wrongRecoveryKey')
})

test.each([
  ['memory', { memoryKiB: 8 }],
  ['passes', { passes: 1 }],
  ['memory by one', { memoryKiB: 65_535 }],
  ['another function', { name: 'pbkdf2' }],
])('weakened parameters (%s) make the file no vault', async (_, weakened) => {
  const folder = temporaryFolder()
  const { vault } = await establishedVault({ folder })
  vault.lock()
  const record = readRecord(folder)
  const strong = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 }
  const withKdf = (kdf: object) => ({ ...record, people: record.people.map(one => ({ ...one, kdf })) })
  const open = () => openVault({ folder, now: Date.now, kdf: { ...argon2Kdf, derive: cheapKdf.derive } })
  writeRecord(folder, withKdf(strong))
  expect(open().ok).toBe(true)
  writeRecord(folder, withKdf({ ...strong, ...weakened }))
  expect(open()).toEqual({ ok: false, problem: { kind: 'keyStoreDamaged' } })
  expect(openVault({ folder, now: Date.now }).ok).toBe(false)
})

test('parameters made stronger or otherwise changed within bounds do not open either', async () => {
  const folder = temporaryFolder()
  const { vault, personId } = await establishedVault({ folder })
  vault.lock()
  const record = readRecord(folder)
  writeRecord(folder, { ...record, people: record.people.map(one => ({ ...one, kdf: { ...one.kdf, passes: 2 } })) })
  const changed = valueOf(openCheapVault({ folder }))
  expect(problemOf(await changed.signIn(personId, administrator.password)).kind).toBe('wrongPassword')
})

/** vault.json with one byte of one sealed value flipped, for every byte of every sealed value. */
function* flippedRecords(record: VaultRecord) {
  const flips = function* (text: string) {
    const bytes = Buffer.from(text, 'base64')
    for (let i = 0; i < bytes.length; i++)
      yield Buffer.from(bytes.map((b, j) => (i === j ? b ^ (1 << (i % 8)) : b))).toString('base64')
  }
  const [zhao] = record.people
  for (const wrap of flips(zhao!.wrap)) yield { ...record, people: [{ ...zhao!, wrap }] }
  for (const salt of flips(zhao!.salt)) yield { ...record, people: [{ ...zhao!, salt }] }
  for (const wrap of flips(record.recovery.wrap)) yield { ...record, recovery: { ...record.recovery, wrap } }
  for (const sealedPrivateKey of flips(record.signing.sealedPrivateKey)) {
    yield { ...record, signing: { ...record.signing, sealedPrivateKey } }
  }
  for (const publicKey of flips(record.signing.publicKey))
    yield { ...record, signing: { ...record.signing, publicKey } }
}

test('no flipped byte of any sealed value ever opens with a wrong key', async () => {
  const folder = temporaryFolder()
  const { vault, personId, recoveryKey, keys } = await establishedVault({ folder })
  const right = secretsOf(keys).join()
  vault.lock()
  const record = readRecord(folder)
  let refused = 0
  for (const flipped of flippedRecords(record)) {
    writeRecord(folder, flipped)
    fs.rmSync(path.join(folder, 'sign-in-failures.json'), { force: true })
    const opened = valueOf(openCheapVault({ folder }))
    const isSheet = flipped.recovery !== record.recovery
    const answer = isSheet
      ? await opened.recover(recoveryKey, personId, 'new password')
      : await opened.signIn(personId, administrator.password)
    if (answer.ok) expect(secretsOf(answer.value).join()).toBe(right)
    else refused++
    opened.lock()
  }
  expect(refused).toBe(60 + 16 + 60 + 76 + 44)
})

test('base64 in another spelling is not a vault', async () => {
  const folder = temporaryFolder()
  await establishedVault({ folder })
  const record = readRecord(folder)
  writeRecord(folder, { ...record, recovery: { ...record.recovery, wrap: ` ${record.recovery.wrap}` } })
  expect(openCheapVault({ folder })).toEqual({ ok: false, problem: { kind: 'keyStoreDamaged' } })
})

test.each(['officeId', 'chain', 'officeName', 'windowName', 'placeCode', 'workstation'] as const)(
  'an edited %s is found at sign-in',
  async field => {
    const folder = temporaryFolder()
    const { vault, personId } = await establishedVault({ folder })
    vault.lock()
    const other = await establishedVault({ folder: temporaryFolder() })
    const edited = {
      ...other.vault.house!,
      officeName: '别处',
      windowName: '二号窗口',
      placeCode: 'XX',
      workstation: 'B',
    }
    writeRecord(folder, { ...readRecord(folder), [field]: edited[field] })
    const opened = valueOf(openCheapVault({ folder }))
    expect(problemOf(await opened.signIn(personId, administrator.password))).toEqual({ kind: 'keyStoreDamaged' })
    expect(opened.status().state).toBe('locked')
  },
)

test('a newer vault is refused with its version, a ruined one as damage, a left-over temp is ignored', async () => {
  const folder = temporaryFolder()
  const { vault, personId } = await establishedVault({ folder })
  vault.lock()
  const whole = fs.readFileSync(vaultJson(folder))
  fs.writeFileSync(`${vaultJson(folder)}.part`, whole.subarray(0, 100))
  expect((await valueOf(openCheapVault({ folder })).signIn(personId, administrator.password)).ok).toBe(true)
  writeRecord(folder, { ...readRecord(folder), v: 2, news: true })
  expect(problemOf(openCheapVault({ folder }))).toEqual({ kind: 'journalNewer', version: 2 })
  for (const ruined of [whole.subarray(0, -5), Buffer.alloc(0), Buffer.from('null')]) {
    fs.writeFileSync(vaultJson(folder), ruined)
    expect(problemOf(openCheapVault({ folder }))).toEqual({ kind: 'keyStoreDamaged' })
  }
})
