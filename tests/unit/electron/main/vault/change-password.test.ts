import { expect, test } from 'vitest'
import { administrator, establishedVault, problemOf, temporaryFolder, valueOf } from './support'

test('one\u2019s own password is changed with the present one alone, and guessing it is slowed down as at sign-in', async () => {
  let now = 1_800_000_000_000
  const folder = temporaryFolder()
  const { vault, personId } = await establishedVault({ folder, now: () => now })
  const change = (current: string) => vault.changePassword(current, 'another password')
  expect(problemOf(await vault.changePassword('wrong', 'short'))).toEqual({ kind: 'weakPassword', atLeast: 8 })
  for (let free = 1; free <= 4; free++)
    expect(problemOf(await change('wrong'))).toEqual({ kind: 'wrongPassword', waitSeconds: 0 })
  expect(problemOf(await change('wrong'))).toEqual({ kind: 'wrongPassword', waitSeconds: 1 })
  expect(problemOf(await change(administrator.password))).toEqual({ kind: 'mustWait', waitSeconds: 1 })
  now += 1_000
  expect(problemOf(await change('wrong'))).toEqual({ kind: 'wrongPassword', waitSeconds: 2 })
  vault.lock()
  expect(problemOf(await change(administrator.password))).toEqual({ kind: 'locked' })
  expect(problemOf(await vault.signIn(personId, administrator.password))).toEqual({ kind: 'mustWait', waitSeconds: 2 })

  now += 2_000
  expect(valueOf(await vault.signIn(personId, administrator.password)).failuresBefore).toBe(6)
  valueOf(await change(administrator.password))
  vault.lock()
  expect(problemOf(await vault.signIn(personId, administrator.password)).kind).toBe('wrongPassword')
  valueOf(await vault.signIn(personId, 'another password'))
})

test('a lock while the present password is being checked leaves it as it was', async () => {
  const folder = temporaryFolder()
  const { vault, personId } = await establishedVault({ folder })
  const changing = vault.changePassword(administrator.password, 'another password')
  vault.lock()
  expect(problemOf(await changing)).toEqual({ kind: 'locked' })
  valueOf(await vault.signIn(personId, administrator.password))
})
