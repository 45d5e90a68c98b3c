import { createHash, createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { editionContents, publicStages } from '#shared/contracts/kiosk-channels'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** What the desk publishes for the kiosk. It names its shelves by digest, so one signature covers every document. */
const edition = editionContents.extend({
  v: z.literal(1),
  officeName: z.string(),
  /** Digest of the status rows, and how many there are. */
  status: digest,
  statusRows: z.number().int(),
  /** Up to which act of each chain, so that the next sign-in need not read every document again. */
  madeOf: z
    .strictObject({
      heads: z.array(z.object({ chain: z.string(), seq: z.number().int().min(0), hash: z.string() })),
      told: digest,
      /** Documents on each shelf. */
      held: z.record(z.string(), z.number().int()),
    })
    .optional()
    .catch(undefined), // an edition of an earlier program is read, and made anew at the next sign-in
})
export type Edition = z.infer<typeof edition>

const signedEdition = z.strictObject({ body: z.string(), signature: z.string() })

/** `{HMAC(code + last four), stage, updatedOn}`, in the order of the tags: they tell neither order nor person. */
export const statusFile = z.strictObject({
  v: z.literal(1),
  rows: z.array(z.tuple([digest, z.enum(publicStages), z.iso.date()])),
})
export type StatusRow = z.infer<typeof statusFile>['rows'][number]

/** Another use of the office's key than acts: neither can be taken for the other. */
const domain = 'records-desk-kiosk-edition/v1\0'

export type Sign = (bytes: Uint8Array) => Buffer

export function signEdition(of: Edition, sign: Sign): string {
  const body = JSON.stringify(of)
  return JSON.stringify({ body, signature: sign(signedBytes(body)).toString('base64') })
}

/** Null where it is not what this office's key has signed. `publicKey`: SPKI (DER, base64). */
export function readEdition(text: string, publicKey: string): Edition | null {
  try {
    const { body, signature } = signedEdition.parse(JSON.parse(text))
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    if (!verify(null, signedBytes(body), key, Buffer.from(signature, 'base64'))) return null
    return edition.parse(JSON.parse(body))
  } catch {
    return null
  }
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** `3f`: documents are spread over 256 shelves, so that one more document rewrites one shelf. */
export const shelfOf = (documentId: string): string => digestOf(Buffer.from(documentId)).slice(0, 2)

const signedBytes = (body: string): Uint8Array =>
  createHash('sha256')
    .update(domain + body)
    .digest()
