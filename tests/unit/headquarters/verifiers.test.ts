import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { craftKnowing, goodAhead } from '../../../headquarters/server/prove-ahead'
import { Verifiers } from '../../../headquarters/server/verifiers'
import type { Run } from '../../../shared/ledger/exchange/run'

const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }) }
}
const hashes = Array.from({ length: 450 }, (_, at) => createHash('sha256').update(String(at)).digest())

it('tells of every signature whether it is good, however many there are and whoever asks at the same time', async () => {
  const [own, other] = [pair(), pair()]
  const signatures = hashes.map((hash, at) => sign(null, hash, (at % 7 === 3 ? other : own).privateKey))
  const asked = { key: own.publicKey, hashes: Buffer.concat(hashes), signatures: Buffer.concat(signatures) }
  const verifiers = new Verifiers(2)
  const wanted = hashes.map((_, at) => (at % 7 === 3 ? 0 : 1))
  const all = await Promise.all([verifiers.verify(asked), verifiers.verify({ ...asked, key: other.publicKey })])
  expect(all.map(one => [...one!])).toEqual([wanted, wanted.map(one => 1 - one)])
})

it('a key that is none leaves everything unknown, and the next question is answered all the same', async () => {
  const own = pair()
  const verifiers = new Verifiers(1)
  const asked = { hashes: hashes[0]!, signatures: sign(null, hashes[0]!, own.privateKey) }
  expect(await verifiers.verify({ ...asked, key: Buffer.from('none') })).toBeNull()
  expect(await verifiers.verify({ ...asked, key: own.publicKey })).toEqual(Buffer.from([1]))
})

it('what is not known ahead is verified where it is asked for: a wrong one never passes', async () => {
  const own = pair()
  const publicKey = own.publicKey.toString('base64')
  const acts = hashes.slice(0, 3).map((hash, at) => ({
    ...{ hash: hash.toString('hex') },
    signed: { body: '', signature: sign(null, at === 1 ? hashes[9]! : hash, own.privateKey).toString('base64') },
  }))
  const good = await goodAhead({ acts } as unknown as Run, publicKey) // all that is looked at
  expect(good.size).toBe(2)
  for (const known of [good, new Set<string>()]) {
    const { verifyHash } = craftKnowing(known)
    expect(acts.map(({ hash, signed }) => verifyHash(publicKey, hash, signed.signature))).toEqual([true, false, true])
  }
})
