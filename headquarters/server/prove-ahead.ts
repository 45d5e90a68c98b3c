import { createPublicKey, verify } from 'node:crypto'
import { promisify } from 'node:util'
import type { Craft } from '#shared/ledger/exchange/craft'
import type { Run } from '#shared/ledger/exchange/run'
import { craft } from './craft'

const verifyInThread = promisify<string | null, Uint8Array, Parameters<typeof verify>[2], Uint8Array, boolean>(
  (algorithm, data, key, signature, callback) => verify(algorithm, data, key, signature, callback),
)

/**
 * Verifies a run's signatures in Node's threads, before the transaction: the rest of the server goes on meanwhile, and nobody
 * waits for the chain's lock. The craft that comes back knows which of them were good, by key, hash and signature, and
 * verifies every other one itself.
 */
export async function proveAhead(run: Run, publicKey: string): Promise<Craft> {
  const good = new Set<string>()
  const key = keyOf(publicKey)
  if (key)
    await Promise.all(
      run.acts.map(async ({ hash, signed }) => {
        const isGood = await verifyInThread(
          ...([null, Buffer.from(hash, 'hex'), key, Buffer.from(signed.signature, 'base64')] as const),
        )
        if (isGood) good.add(`${hash} ${signed.signature}`)
      }),
    )
  return {
    ...craft,
    verifyHash: (asked, hash, signature) =>
      (asked === publicKey && good.has(`${hash} ${signature}`)) || craft.verifyHash(asked, hash, signature),
  }
}

/** Null where it is no Ed25519 key: then nothing is known ahead. */
function keyOf(publicKey: string) {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}
