import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { identityOf, recipientOf } from '../../../../../electron/main/bundles/machine-recipient'
import { createPersonalSealer } from '../../../../../electron/main/vault/personal-sealer'
import {
  openWrappedKeys,
  wrapSubjectKeys,
  type KeyHolder,
} from '../../../../../electron/main/vault/wrapped-subject-keys'
import { createSubjectKeyFile, openSubjectKeys } from '../../../../../electron/main/vault/subject-keys'
import { nodeVaultFiles } from '../../../../../electron/main/vault/vault-files'
import { temporaryFolder, valueOf } from './support'

const office = '0f5ff0a4-5b9a-4f9e-9d0a-5a1c5f3f7a01'

function machine() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const holder: KeyHolder = {
    chain: randomBytes(16).toString('hex'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
  return { holder, privateKey }
}

function keyStore() {
  const folder = temporaryFolder()
  createSubjectKeyFile(nodeVaultFiles, folder)
  return () => valueOf(openSubjectKeys({ files: nodeVaultFiles, folder, officeKey: Buffer.alloc(32, 5) }))
}

test('the recipient of a public key and the identity of its private key belong together', async () => {
  for (let round = 0; round < 5; round++) {
    const { holder, privateKey } = machine()
    expect(await identityToRecipient(identityOf(privateKey))).toBe(await recipientOf(holder.publicKey))
  }
})

test('what is no Ed25519 key has no recipient', async () => {
  const { publicKey } = generateKeyPairSync('x25519')
  const x25519 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  for (const one of ['', 'AAAA', x25519]) expect(await recipientOf(one)).toBeNull()
})

test('keys cross to each machine they are wrapped for, and open there what was sealed here', async () => {
  const [there, third, stranger] = [machine(), machine(), machine()]
  const [here, other] = [keyStore()(), keyStore()]
  const sealer = createPersonalSealer(here)
  sealer.ensureKey('request:1')
  const sealed = sealer.seal('request:1', 'request.registered@1', { name: '张三' })
  const wrapped = await wrapSubjectKeys(here.carried(), {
    ...{ office, holders: [there.holder, third.holder], headquarters: [] },
  })
  for (const { privateKey } of [there, third]) {
    const opened = await openWrappedKeys(wrapped, { office, identities: [identityOf(privateKey)] })
    expect(valueOf(opened)).toEqual(here.carried().map(({ tag, key }) => ({ tag, key })))
  }
  const stolen = await openWrappedKeys(wrapped, { office, identities: [identityOf(stranger.privateKey)] })
  expect(stolen).toEqual({ ok: false, problem: { kind: 'notForUs' } })

  const adopting = other()
  const carried = valueOf(await openWrappedKeys(wrapped, { office, identities: [identityOf(there.privateKey)] }))
  expect(valueOf(adopting.adopt(carried))).toHaveLength(1)
  expect(valueOf(adopting.adopt(carried))).toEqual([])
  adopting.close()
  expect(createPersonalSealer(other()).open('request:1', 'request.registered@1', sealed)).toEqual({ name: '张三' })
})

test('headquarters is never among those who can open them: neither its chain nor its key', async () => {
  const [there, headquarters] = [machine(), machine()]
  const known = [headquarters.holder]
  const planted: KeyHolder[] = [
    headquarters.holder,
    { chain: headquarters.holder.chain, publicKey: there.holder.publicKey },
    { chain: there.holder.chain, publicKey: headquarters.holder.publicKey },
  ]
  for (const holder of planted)
    await expect(wrapSubjectKeys([], { office, holders: [there.holder, holder], headquarters: known })).rejects.toThrow(
      'never wrapped for headquarters',
    )
})

test('keys of another office, and what was cut or changed, are not taken', async () => {
  const { holder, privateKey } = machine()
  const here = keyStore()()
  valueOf(here.createKey('request:1'))
  const wrapped = await wrapSubjectKeys(here.carried(), { office, holders: [holder], headquarters: [] })
  const identities = [identityOf(privateKey)]
  expect(await openWrappedKeys(wrapped, { office: 'another', identities })).toMatchObject({
    problem: { kind: 'otherOffice' },
  })
  const changed = Uint8Array.from(wrapped)
  changed[changed.length - 5]! ^= 1
  for (const bad of [changed, wrapped.subarray(0, wrapped.length - 1)])
    expect(await openWrappedKeys(bad, { office, identities })).toMatchObject({ problem: { kind: 'notForUs' } })
})

test('two machines that made a key each for one subject open both after they met, also after a restart', () => {
  const [one, other] = [keyStore(), keyStore()]
  const [first, second] = [one(), other()]
  const [seals, sealsToo] = [createPersonalSealer(first), createPersonalSealer(second)]
  seals.ensureKey('office')
  sealsToo.ensureKey('office')
  const [a, b] = [seals.seal('office', 'x@1', 'a'), sealsToo.seal('office', 'x@1', 'b')]
  valueOf(first.adopt(second.carried()))
  valueOf(second.adopt(first.carried()))
  first.close()
  second.close()
  for (const open of [one, other]) {
    const keys = open()
    const { open: opened } = createPersonalSealer(keys)
    expect([opened('office', 'x@1', a), opened('office', 'x@1', b)]).toEqual(['a', 'b'])
    expect(keys.keysOf('office')).toHaveLength(2)
    keys.close()
  }
})

test('what was erased here stays erased, with every key of it, whatever an older bundle brings', () => {
  const [one, other] = [keyStore(), keyStore()]
  const [here, there] = [one(), other()]
  valueOf(here.createKey('request:1'))
  valueOf(there.createKey('request:1'))
  valueOf(here.adopt(there.carried()))
  const before = here.carried().map(({ tag, key }) => ({ tag, key: Buffer.from(key) }))
  expect(before).toHaveLength(2)
  valueOf(here.destroyKey('request:1'))
  expect(valueOf(here.adopt(before))).toEqual([])
  expect([here.keysOf('request:1'), here.carried()]).toEqual([[], []])
  here.close()
  const again = one()
  expect([again.keysOf('request:1'), again.isDestroyed('request:1')]).toEqual([[], true])
})
