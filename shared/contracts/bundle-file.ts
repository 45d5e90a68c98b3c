import { chainCertificate, chainId, head, hexDigest, instant, officeId, receipt } from './exchange-shapes'
import { z } from './zod'

export const mostBundleParts = 64
const mostEntries = 50_000

/** What tells a newer bundle apart before anything else of it is read. */
export const bundleMark = z.looseObject({ format: z.literal('records-desk-bundle'), version: z.number().int().min(1) })

const seq = z.number().int().min(1).max(9_999_999_999)

/** `data/bundle.json`, version 1. A newer one is refused with a sentence; a field that is not known here is a fault. */
export const bundleStatement = z.strictObject({
  format: z.literal('records-desk-bundle'),
  version: z.literal(1),
  setId: z.uuid(),
  part: z.number().int().min(1).max(mostBundleParts),
  parts: z.number().int().min(1).max(mostBundleParts),
  office: officeId,
  officeName: z.string().max(200),
  madeAt: instant,
  by: chainId,
  vector: z.array(head).max(1_000),
  chains: z.array(chainCertificate).max(1_000),
  segments: z.array(z.strictObject({ chain: chainId, from: seq, to: seq, hash: hexDigest })).max(mostEntries),
  blobs: z
    .array(z.strictObject({ name: hexDigest, digest: hexDigest, bytes: z.number().int().nonnegative() }))
    .max(mostEntries),
  keys: z
    .strictObject({ digest: hexDigest, bytes: z.number().int().nonnegative(), holders: z.array(chainId).max(1_000) })
    .optional(),
  receipts: z.array(receipt).max(1_000).optional(),
  holds: z.array(hexDigest).max(mostEntries).optional(),
})
export type BundleFile = z.infer<typeof bundleStatement>
