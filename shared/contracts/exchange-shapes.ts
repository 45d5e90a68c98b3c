import { z } from './zod'

/** Shapes that the headquarters API and the bundle share. Their meaning stands in shared/ledger/exchange. */
export const hexDigest = z.string().regex(/^[0-9a-f]{64}$/)
export const chainId = z.string().regex(/^[0-9a-f]{32}$/)
/** Ed25519, 64 bytes in base64; the last sign before the padding holds two bits. */
export const signature = z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/)
/** SPKI (DER) in base64. */
export const publicKey = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
export const officeId = z.string().regex(/^[^\n\u0000-\u001f]{1,64}$/)
/** ISO 8601 in UTC. */
export const instant = z.iso.datetime()

const seq = z.number().int().nonnegative().max(9_999_999_999)

export const head = z.strictObject({ chain: chainId, seq, hash: hexDigest })
export const receipt = z.strictObject({ note: z.string().max(400), signature })

export const chainCertificate = z.strictObject({
  chain: chainId,
  publicKey,
  suite: z.literal(1),
  admittedBy: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pinned') }),
    z.strictObject({ kind: z.literal('act'), chain: chainId, seq: seq.min(1) }),
    z.strictObject({ kind: z.literal('succession'), chain: chainId }),
  ]),
  revokedFrom: seq.min(1).nullable(),
})
