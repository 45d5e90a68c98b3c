import { chainId, hexDigest, publicKey, signature } from '#shared/contracts/exchange-shapes'
import { officeCodes } from '#shared/contracts/office-codes'
import { z } from 'zod'

const base64 = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
const half = { key: publicKey, nonce: base64(32) }
const pairingId = z.uuid()

/** What two machines say to each other before one of them is of the office. */
export const pairingMessages = {
  /** POST /v1/pairing/hello: the new machine says that it has chosen, and not yet what. */
  hello: z.strictObject({ commitment: hexDigest }),
  helloAnswer: z.strictObject({ pairingId, ...half }),
  /** POST /v1/pairing/reveal: what it had chosen, and that it knows the code. */
  reveal: z.strictObject({ pairingId, ...half, proof: base64(64) }),
  revealAnswer: z.strictObject({ proof: base64(64) }),
  /** POST /v1/pairing/request, sealed: who wants to join. */
  request: z.strictObject({ pairingId, sealed: base64(8_000) }),
  /** POST /v1/pairing/answer: asked again until somebody has said yes or no at the other machine. */
  wait: z.strictObject({ pairingId }),
  waitAnswer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('waiting') }),
    z.strictObject({ kind: z.literal('refused'), why: z.string().max(60) }),
    z.strictObject({ kind: z.literal('welcome'), sealed: base64(4_000_000) }),
  ]),
} as const

/** Who wants to join; signed by the key that its acts will be signed with. */
export const joinRequest = z.strictObject({
  chain: chainId,
  publicKey,
  workstation: officeCodes.workstation,
  windowName: z.string().trim().min(1).max(20),
  signature,
})
export type JoinRequest = z.infer<typeof joinRequest>

/** The signature is over this: whoever asks holds the key. `binding` is of this one pairing or file. */
export const joinNote = (of: Omit<JoinRequest, 'signature'>, binding: string): string =>
  `records-desk-join/v1\n${of.chain} ${of.publicKey}\n${of.workstation}\n${of.windowName}\n${binding}\n`

/** Why a pairing came to nothing; the screens have a sentence for each. */
export type PairingRefusal =
  | 'notOpen'
  | 'busy'
  | 'wrongCode'
  | 'tooManyTries'
  | 'expired'
  | 'notUnderstood'
  | 'refusedThere'
  | 'workstationTaken'
