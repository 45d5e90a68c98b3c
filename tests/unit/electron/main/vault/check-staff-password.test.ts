import { expect, test } from 'vitest'
import { administrator, establishedVault, openCheapVault, problemOf, temporaryFolder, valueOf } from './support'

test("anybody's password passes, while the vault is open and while it is locked; nothing is opened by it", async () => {
  const { vault } = await establishedVault({ folder: temporaryFolder() })
  valueOf(await vault.addPerson('李四', ['clerk'], '第二个人的长口令'))
  for (const isLocked of [false, true]) {
    if (isLocked) vault.lock()
    valueOf(await vault.checkStaffPassword(administrator.password))
    valueOf(await vault.checkStaffPassword('第二个人的长口令'))
    expect(vault.status().state).toBe(isLocked ? 'locked' : 'open')
  }
})

test('wrong ones are delayed apart from sign-in, and a restart forgets none', async () => {
  const clock = { ms: 1_800_000_000_000 }
  const options = { folder: temporaryFolder(), now: () => clock.ms }
  const { vault, personId } = await establishedVault(options)
  vault.lock()
  for (const waitSeconds of [0, 0, 0, 0, 1])
    expect(problemOf(await vault.checkStaffPassword('不对的口令'))).toEqual({ kind: 'wrongPassword', waitSeconds })
  const again = valueOf(openCheapVault(options))
  expect(problemOf(await again.checkStaffPassword(administrator.password))).toEqual({
    kind: 'mustWait',
    waitSeconds: 1,
  })
  expect(valueOf(await again.signIn(personId, administrator.password)).failuresBefore).toBe(0)
})

test('before an office is founded nobody leaves by password', async () => {
  const vault = valueOf(openCheapVault({ folder: temporaryFolder() }))
  expect(problemOf(await vault.checkStaffPassword('口令'))).toEqual({ kind: 'notEstablished' })
  expect(vault.publicKey).toBeNull()
})
