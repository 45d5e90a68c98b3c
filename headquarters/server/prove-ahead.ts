import type { Craft } from '#shared/ledger/exchange/craft'
import type { Run } from '#shared/ledger/exchange/run'
import type { Good } from '#shared/ledger/exchange/run-turns'
import { craft } from './craft'
import { Verifiers } from './verifiers'

const verifiers = new Verifiers()

/**
 * Verifies a run's signatures in other threads, before the transaction: the rest of the server goes on meanwhile, and nobody
 * waits for the chain's lock. Tells which of them were good; of those that it does not name nothing is known.
 */
export async function goodAhead({ acts }: Run, publicKey: string): Promise<Good> {
  const found = await verifiers.verify({
    key: Buffer.from(publicKey, 'base64'),
    hashes: Buffer.concat(acts.map(({ hash }) => Buffer.from(hash, 'hex'))),
    signatures: Buffer.concat(acts.map(({ signed }) => Buffer.from(signed.signature, 'base64'))),
  })
  const good = acts.filter((_, at) => found?.[at] === 1)
  return new Set(good.map(({ hash, signed }) => nameOf(publicKey, hash, signed.signature)))
}

/** Verifies every other signature itself. */
export const craftKnowing = (good: Good): Craft => ({
  ...craft,
  verifyHash: (publicKey, hash, signature) =>
    good.has(nameOf(publicKey, hash, signature)) || craft.verifyHash(publicKey, hash, signature),
})

const nameOf = (publicKey: string, hash: string, signature: string): string => `${publicKey} ${hash} ${signature}`
