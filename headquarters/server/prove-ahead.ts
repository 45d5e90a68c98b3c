import { createPublicKey, verify } from 'node:crypto'
import { promisify } from 'node:util'
import type { Craft } from '#shared/ledger/exchange/craft'
import type { Run } from '#shared/ledger/exchange/run'
import type { Good } from '#shared/ledger/exchange/run-turns'
import { craft } from './craft'

const verifyInThread = promisify<string | null, Uint8Array, Parameters<typeof verify>[2], Uint8Array, boolean>(
  (...call) => verify(...call),
)

/**
 * Verifies a run's signatures in Node's threads, before the transaction: the rest of the server goes on meanwhile, and nobody
 * waits for the chain's lock. Tells which of them were good.
 */
export async function goodAhead(run: Run, publicKey: string): Promise<Good> {
  const good = new Set<string>()
  const key = keyOf(publicKey)
  if (key)
    await Promise.all(
      run.acts.map(async ({ hash, signed }) => {
        const isGood = await verifyInThread(
          ...([null, Buffer.from(hash, 'hex'), key, Buffer.from(signed.signature, 'base64')] as const),
        )
        if (isGood) good.add(nameOf(publicKey, hash, signed.signature))
      }),
    )
  return good
}

/** Verifies every other signature itself. */
export const craftKnowing = (good: Good): Craft => ({
  ...craft,
  verifyHash: (publicKey, hash, signature) =>
    good.has(nameOf(publicKey, hash, signature)) || craft.verifyHash(publicKey, hash, signature),
})

const nameOf = (publicKey: string, hash: string, signature: string): string => `${publicKey} ${hash} ${signature}`

/** Null where it is no Ed25519 key: then nothing is known ahead. */
function keyOf(publicKey: string) {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
