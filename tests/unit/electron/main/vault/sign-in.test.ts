import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { administrator, cheapKdf, establishedVault } from './support'
import { openCheapVault, problemOf, temporaryFolder, valueOf } from './support'

test('signatures verify under the public key; nothing signs after lock, and lock zeroes what was given out', async () => {
  const { vault, keys } = await establishedVault({ folder: temporaryFolder() })
  const publicKey = createPublicKey({ key: keys.publicKey, format: 'der', type: 'spki' })
  expect(verify(null, Buffer.from('act'), publicKey, keys.sign(Buffer.from('act')))).toBe(true)
  const subjectKey = valueOf(vault.subjectKeys.createKey('request:1'))
  const drafts = vault.drafts
  vault.lock()
  for (const key of [keys.journal, keys.rows, keys.blindIndex, keys.snapshots, subjectKey]) {
    expect(key.every(byte => byte === 0)).toBe(true)
  }
  expect(() => keys.sign(Buffer.from('act'))).toThrow('locked')
  expect(() => drafts.save('visit', 1)).toThrow('locked away')
  expect(() => vault.subjectKeys).toThrow('locked')
  expect(() => vault.drafts).toThrow('locked')
  expect(problemOf(vault.renewRecovery())).toEqual({ kind: 'locked' })
  expect(problemOf(await vault.addPerson('李四', ['clerk'], 'long enough'))).toEqual({ kind: 'locked' })
})

test('wrong passwords: refused, counted, delayed, also after a restart', async () => {
  const folder = temporaryFolder()
  const clock = { ms: 1_800_000_000_000 }
  const options = { folder, now: () => clock.ms }
  const { vault, personId } = await establishedVault(options)
  vault.lock()
  for (const waitSeconds of [0, 0, 0, 0, 1]) {
    expect(problemOf(await vault.signIn(personId, 'wrong-password'))).toEqual({ kind: 'wrongPassword', waitSeconds })
  }
  const again = valueOf(openCheapVault(options))
  expect(problemOf(await again.signIn(personId, administrator.password))).toEqual({ kind: 'mustWait', waitSeconds: 1 })
  clock.ms += 1000
  expect(valueOf(await again.signIn(personId, administrator.password)).failuresBefore).toBe(5)
  again.lock()
  expect(valueOf(await again.signIn(personId, administrator.password)).failuresBefore).toBe(0)
})

test('tries made at once do not slip past the delay', async () => {
  const { vault, personId } = await establishedVault({ folder: temporaryFolder() })
  vault.lock()
  const tries = await Promise.all(Array.from({ length: 20 }, (_, i) => vault.signIn(personId, `wrong-${i}`)))
  const kinds = tries.map(one => problemOf(one).kind)
  expect(kinds.filter(kind => kind === 'wrongPassword')).toHaveLength(5)
  expect(kinds.filter(kind => kind === 'mustWait')).toHaveLength(15)
})

test('an unknown person costs the same work and gets the same answer', async () => {
  let derived = 0
  const kdf = {
    ...cheapKdf,
    derive: (...args: Parameters<typeof cheapKdf.derive>) => (derived++, cheapKdf.derive(...args)),
  }
  const { vault, personId } = await establishedVault({ folder: temporaryFolder(), kdf })
  vault.lock()
  derived = 0
  const known = problemOf(await vault.signIn(personId, 'wrong-password'))
  expect(derived).toBe(1)
  // Even the administrator's own password opens nothing under another name.
  const unknown = await vault.signIn('00000000-0000-4000-8000-000000000000', administrator.password)
  expect(derived).toBe(2)
  expect(problemOf(unknown)).toEqual(known)
})

test('a lock during a slow sign-in wins; so does the first of two; an open vault takes no sign-in', async () => {
  const { vault, personId } = await establishedVault({ folder: temporaryFolder() })
  vault.lock()
  const slow = vault.signIn(personId, administrator.password)
  vault.lock()
  expect(problemOf(await slow)).toEqual({ kind: 'locked' })
  expect(vault.status().state).toBe('locked')
  const both = await Promise.all([1, 2].map(() => vault.signIn(personId, administrator.password)))
  expect(both.map(one => one.ok)).toEqual([true, false])
  const adding = vault.addPerson('李四', ['clerk'], 'long enough')
  await expect(vault.signIn(personId, administrator.password)).rejects.toThrow('lock the vault')
  vault.lock()
  expect(problemOf(await adding)).toEqual({ kind: 'locked' })
})
