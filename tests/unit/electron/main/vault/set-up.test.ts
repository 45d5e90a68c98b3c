import fs from 'node:fs'
import { expect, test } from 'vitest'
import { openVault } from '../../../../../electron/main/vault/open-vault'
import { administrator, diskError, establishedVault, office, openCheapVault, problemOf } from './support'
import { recordingFiles, temporaryFolder, valueOf, vaultJson, readRecord, secretsOf } from './support'

test('set up, lock, sign in: the same keys come back, at the real cost of a password', async () => {
  const folder = temporaryFolder()
  const options = { folder, now: Date.now }
  const vault = valueOf(openVault(options))
  expect(vault.status()).toMatchObject({ state: 'empty', people: [] })
  expect(problemOf(await vault.signIn('x', 'y'))).toEqual({ kind: 'notEstablished' })
  const { keys, personId } = valueOf(await vault.establish(office))
  const before = secretsOf(keys)
  expect(new Set(before).size).toBe(4)
  expect(readRecord(folder).people[0]?.kdf).toEqual({ name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 })
  vault.lock()
  const again = valueOf(openVault(options))
  expect(again.status()).toEqual({
    state: 'locked',
    officeName: office.officeName,
    windowName: office.windowName,
    workstation: 'A',
    people: [{ personId, name: administrator.name, posts: ['administrator'] }],
  })
  const opened = valueOf(await again.signIn(personId, administrator.password))
  expect(secretsOf(opened)).toEqual(before)
  expect(opened).toMatchObject({ personId, failuresBefore: 0, chain: keys.chain, officeId: keys.officeId })
})

test('a second set-up is refused, also over keys whose vault.json was lost', async () => {
  const folder = temporaryFolder()
  const { vault } = await establishedVault({ folder })
  expect(problemOf(await vault.establish(office))).toEqual({ kind: 'alreadyEstablished' })
  valueOf(vault.subjectKeys.createKey('request:1'))
  vault.lock()
  fs.rmSync(vaultJson(folder))
  expect(problemOf(await valueOf(openCheapVault({ folder })).establish(office))).toEqual({ kind: 'keyStoreDamaged' })
})

test('a set-up that fails at any step of the disk can be done again', async () => {
  for (let nth = 1; nth < 80; nth++) {
    const folder = temporaryFolder()
    let step = 0
    const { files } = recordingFiles(() => {
      if (++step === nth) throw diskError('ENOSPC')
    })
    const first = openCheapVault({ folder, files })
    const established = first.ok ? await first.value.establish(office) : first
    if (first.ok) first.value.lock()
    if (established.ok) return expect(nth).toBeGreaterThan(15)
    const again = valueOf(openCheapVault({ folder }))
    if (again.status().state === 'empty') expect((await again.establish(office)).ok).toBe(true)
    else expect((await again.signIn(again.status().people[0]!.personId, administrator.password)).ok).toBe(true)
    again.lock()
  }
  expect.unreachable()
})
