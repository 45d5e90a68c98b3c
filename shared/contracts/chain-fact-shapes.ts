import { nothing, shape, text, textOrNone } from './fact-shape'
import { z } from './zod'

const chain = z.string().regex(/^[0-9a-f]{32}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const seq = z.number().int().min(0)
const key = { publicKey: text(200), suite: z.literal(1) }

/** Exact shape of what is said of the office's chains. */
export const chainFactShapes = {
  'chain.opened@1': shape(
    z.strictObject({
      ...key,
      previous: z.strictObject({ chain, seq, hash }).optional(),
      /** Ed25519, base64. */
      proof: z
        .string()
        .regex(/^[A-Za-z0-9+/]{86}==$/)
        .optional(),
      root: z.strictObject({ chain, publicKey: text(200) }).optional(),
    }),
    nothing,
  ),
  /** Headquarters has no workstation, and does not know that of a machine which it admits by a code. */
  'chain.admitted@1': shape(
    z.strictObject({ chain, ...key, workstation: textOrNone(3), windowName: textOrNone(20) }),
    nothing,
  ),
  'chain.retired@1': shape(z.strictObject({ chain, atSeq: seq, hash, successor: chain.optional() }), nothing),
  'chain.revoked@1': shape(z.strictObject({ chain, fromSeq: z.number().int().min(1) }), nothing),
} as const
