import { chainId, head, hexDigest, instant, officeId, publicKey, receipt, signature } from './exchange-shapes'
import { installerKinds, mostPackageBytes, programVersion, updateManifest } from './update-package'
import { z } from './zod'

/** Stands in every path (`/v1/…`). Fields are only added to; a change of meaning is a new version beside the old one. */
export const headquartersApiVersion = 1

/** A body or answer that is bytes and no JSON. */
export const segmentType = 'application/vnd.records-desk.segment' // gzip of NDJSON, shared/ledger/exchange/segment.ts
export const blobType = 'application/octet-stream'

/**
 * Who calls, on every request but enrolment. The signature is that of the chain's key over `requestNote`
 * (shared/ledger/exchange/request-note.ts). An unknown chain, and another office's path, are answered 404.
 */
export const callHeaders = z.object({
  'records-desk-chain': chainId,
  'records-desk-sent-at': instant,
  'records-desk-nonce': z.string().regex(/^[0-9a-f]{32}$/),
  'records-desk-signature': signature,
})

/** POST /v1/enrolments: a one-time code, and the acts that begin the chain (a segment in base64). */
export const enrolment = z.strictObject({
  code: z.string().min(8).max(40),
  office: officeId,
  chain: chainId,
  publicKey,
  /** What tells two machines with one chain apart: hex SHA-256. */
  machine: hexDigest,
  firstSegment: z.base64().max(2 * 1024 * 1024),
  /** By the chain's key over the digest of all the rest: whoever enrols holds the key. */
  signature,
})
export type Enrolment = z.infer<typeof enrolment>

export const enrolled = z.object({
  office: officeId,
  /** Headquarters' own chain, pinned from now on with its key; its receipts are signed by the same key. */
  headquarters: z.object({ chain: chainId, publicKey }),
  receipt,
})
export type Enrolled = z.infer<typeof enrolled>

/** GET /v1/heads: the vector of headquarters, each head as a receipt. */
export const heads = z.object({ receipts: z.array(receipt).max(10_000), now: instant })
export type Heads = z.infer<typeof heads>

const seq = z.number().int().nonnegative()

/** POST /v1/segments: what became of a segment (`TakenSegment`); `taken` comes with the receipt of its head. */
export const segmentAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('taken'),
    head,
    added: seq,
    notes: z.array(z.object({ seq, kind: z.enum(['pending', 'poison']) })),
    clockAhead: z.object({ fromSeq: seq, toSeq: seq, byMs: z.number() }).nullable(),
    receipt,
  }),
  z.object({ kind: z.literal('gap'), head }),
  z.object({ kind: z.literal('fork'), seq, ours: z.string(), theirs: z.string(), head }),
  z.object({ kind: z.literal('badSignature'), seq, head }),
  z.object({ kind: z.literal('revoked'), fromSeq: seq, head }),
  z.object({ kind: z.literal('brokenChain'), at: seq }),
  z.object({ kind: z.literal('unknownChain') }),
  z.object({ kind: z.literal('wrongOffice') }),
  z.object({ kind: z.literal('notASegment'), line: seq.nullable() }),
  z.object({ kind: z.literal('tooLarge'), most: seq }),
])
export type SegmentAnswer = z.infer<typeof segmentAnswer>

/** Status of each answer: what is sent again unchanged later is 4xx too, because nothing was stored. */
export const segmentStatus = {
  taken: 200,
  gap: 428,
  fork: 409,
  badSignature: 422,
  revoked: 403,
  brokenChain: 422,
  unknownChain: 404,
  wrongOffice: 404,
  notASegment: 422,
  tooLarge: 413,
} as const satisfies Record<SegmentAnswer['kind'], number>

/** GET /v1/chains/:chain/acts: one segment of acts after `after`, at most `limit`; 204 where there are none. */
export const actsQuery = z.strictObject({
  after: z.coerce.number().int().nonnegative(),
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
})

/**
 * HEAD /v1/blobs/:digest: 200 with `Content-Length` where it is held, else 404 with `Records-Desk-Held` (bytes of a begun one).
 * PUT /v1/blobs/:digest: bytes from the offset in `Records-Desk-Offset`; 201 once whole and of that digest, 202 where more is
 * to come, 409 with `Records-Desk-Held` for another offset, 422 for another digest. GET: the bytes,
 * or with `?from=&most=` a piece of them. Never overwritten.
 * `Records-Desk-Size` says how long the whole is: without it a wrong last part is told from a part in the middle by nothing.
 */
export const blobPath = z.object({ digest: hexDigest })
export const blobHeldHeader = 'records-desk-held'
export const blobOffsetHeader = 'records-desk-offset'
export const blobSizeHeader = 'records-desk-size'

const { platform, arch } = updateManifest.shape

/**
 * GET /v1/updates?platform=linux&arch=x64: update packages that lie at headquarters for such a machine, the newest first. It
 * vouches for none of them: the program that takes one verifies it with the key that it carries, as it does one from a stick.
 */
export const updatesQuery = z.strictObject({ platform, arch })
export const offeredPackage = z.object({
  version: programVersion,
  /** The oldest version that it may replace. */
  replaces: programVersion,
  /** Of the installer in it. Not said by an older headquarters: the machine then finds out when it has fetched it. */
  kind: z.enum(installerKinds).optional(),
  /** Of the package as it lies there. */
  bytes: z.number().int().min(1),
  sha256: hexDigest,
})
export type OfferedPackage = Readonly<z.infer<typeof offeredPackage>>
export const offeredPackages = z.object({ packages: z.array(offeredPackage).max(200) })

/** GET /v1/updates/:digest?from=&most=: a piece of one; 404 where it is not there (any more), 416 from its end on. */
export const updatePath = z.object({ digest: hexDigest })
export const mostUpdatePiece = 8 * 1024 * 1024
export const updatePiece = z.strictObject({
  from: z.coerce.number().int().min(0).max(mostPackageBytes).default(0),
  most: z.coerce.number().int().min(1).max(mostUpdatePiece),
})

/** Every refusal that is not an answer about a segment. */
export const refusal = z.object({ kind: z.string().max(40) })
