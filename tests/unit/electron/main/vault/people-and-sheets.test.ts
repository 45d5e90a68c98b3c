import { expect, test } from 'vitest'
import { administrator, diskError, establishedVault, openCheapVault } from './support'
import { problemOf, recordingFiles, temporaryFolder, valueOf, secretsOf } from './support'

test('each person opens the same office with an own password; changing one changes no other', async () => {
  const { vault, keys, personId } = await establishedVault({ folder: temporaryFolder() })
  const before = secretsOf(keys)
  expect(problemOf(await vault.addPerson('李四', ['clerk'], 'short'))).toEqual({ kind: 'weakPassword', atLeast: 8 })
  const li = valueOf(await vault.addPerson('李四', ['clerk', 'reviewer'], 'password of li'))
  expect(problemOf(await vault.setPassword('nobody', 'long enough'))).toEqual({ kind: 'unknownPerson' })
  valueOf(await vault.setPassword(personId, 'another password'))
  vault.lock()
  expect(problemOf(await vault.signIn(personId, administrator.password)).kind).toBe('wrongPassword')
  expect(secretsOf(valueOf(await vault.signIn(li.personId, 'password of li')))).toEqual(before)
  vault.lock()
  expect(secretsOf(valueOf(await vault.signIn(personId, 'another password')))).toEqual(before)
})

test('all passwords lost: the printed key opens the office and gives one person a new password', async () => {
  const folder = temporaryFolder()
  const { vault, keys, personId, recoveryKey } = await establishedVault({ folder })
  const before = secretsOf(keys)
  vault.lock()
  const again = valueOf(openCheapVault({ folder }))
  const typo = recoveryKey.slice(0, 6) + (recoveryKey[6] === 'A' ? 'B' : 'A') + recoveryKey.slice(7)
  for (let i = 0; i < 9; i++) {
    const refused = problemOf(await again.recover(typo, personId, 'new password'))
    expect(refused).toEqual({ kind: 'badInput', detail: 'recoveryKey.group.2' }) // costs no try, so never a delay
  }
  expect(problemOf(await again.recover(recoveryKey, personId, 'short')).kind).toBe('weakPassword')
  expect(problemOf(await again.recover(recoveryKey, 'nobody', 'new password'))).toEqual({ kind: 'unknownPerson' })
  expect(secretsOf(valueOf(await again.recover(recoveryKey.toLowerCase(), personId, 'new password')))).toEqual(before)
  again.lock()
  expect(problemOf(await again.signIn(personId, administrator.password)).kind).toBe('wrongPassword')
  expect(secretsOf(valueOf(await again.signIn(personId, 'new password')))).toEqual(before)
})

test('a renewed sheet opens, the old one no longer, and tries with it are slowed down', async () => {
  const { vault, personId, recoveryKey } = await establishedVault({ folder: temporaryFolder() })
  expect(problemOf(vault.settleRecovery())).toEqual({ kind: 'notFound' })
  const renewed = valueOf(vault.renewRecovery())
  valueOf(vault.settleRecovery())
  vault.lock()
  for (const waitSeconds of [0, 0, 0, 0, 1]) {
    const refused = problemOf(await vault.recover(recoveryKey, personId, 'new password'))
    expect(refused).toEqual({ kind: 'wrongRecoveryKey', waitSeconds })
  }
  expect(problemOf(await vault.recover(renewed, personId, 'new password'))).toEqual({
    kind: 'mustWait',
    waitSeconds: 1,
  })
  expect((await vault.signIn(personId, administrator.password)).ok).toBe(true)
})

test('until somebody holds the renewed sheet, the old one opens as well; a second renewal replaces the first', async () => {
  const folder = temporaryFolder()
  const { vault, personId, recoveryKey } = await establishedVault({ folder })
  const first = valueOf(vault.renewRecovery())
  const second = valueOf(vault.renewRecovery())
  vault.lock()
  const opens = async (key: string) => {
    const again = valueOf(openCheapVault({ folder }))
    const opened = await again.recover(key, personId, 'new password')
    again.lock()
    return opened.ok
  }
  expect([await opens(recoveryKey), await opens(second), await opens(first)]).toEqual([true, true, false])
  const settling = valueOf(openCheapVault({ folder }))
  valueOf(await settling.signIn(personId, 'new password'))
  valueOf(settling.settleRecovery())
  settling.lock()
  expect([await opens(recoveryKey), await opens(second)]).toEqual([false, true])
})

test('a changed password survives a failure at any step: the old or the new opens', async () => {
  for (let nth = 1; nth < 60; nth++) {
    const folder = temporaryFolder()
    let step = -1
    const { files } = recordingFiles(() => {
      if (step >= 0 && ++step === nth) throw diskError('EIO')
    })
    const { vault, personId } = await establishedVault({ folder, files })
    step = 0
    const changed = await vault.setPassword(personId, 'another password')
    const isDone = nth > step
    vault.lock()
    const again = valueOf(openCheapVault({ folder }))
    const withOld = await again.signIn(personId, administrator.password)
    again.lock()
    const withNew = await again.signIn(personId, 'another password')
    expect([withOld.ok, withNew.ok].filter(Boolean)).toHaveLength(1)
    if (changed.ok) expect(withNew.ok).toBe(true)
    if (isDone) return
  }
  expect.unreachable()
})
