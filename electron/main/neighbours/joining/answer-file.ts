import { createHash } from 'node:crypto'
import { z } from 'zod'
import { signature } from '#shared/contracts/exchange-shapes'
import type { Craft, Proof } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { missingFor } from '#shared/ledger/exchange/missing-for'
import { fittingActs, packSegment } from '#shared/ledger/exchange/segment'
import { openSealed, sealFor } from '../line/sealed-line'
import { printOf } from './request-file'
import { welcome, type Welcome } from './welcome'

/** An office that writes more goes by the network, or by a bundle after it has joined. */
export const mostAnswerBytes = 512 * 1024 * 1024

const head = z.strictObject({
  ...{ format: z.literal('records-desk-join-answer'), version: z.literal(1), requestId: z.uuid() },
  welcome,
  /** Hex SHA-256 of every byte behind this head. */
  restDigest: z.string().regex(/^[0-9a-f]{64}$/),
  signature,
})

export interface AnswerFile {
  readonly requestId: string
  readonly welcome: Welcome
  /** Keys of subjects, wrapped for the machine that joins. */
  readonly keys: Uint8Array
  readonly segments: readonly Uint8Array[]
}

export interface AnswerParts {
  readonly requestId: string
  readonly welcome: Welcome
  readonly keys: Uint8Array
  readonly ledger: ExchangeLedger
  readonly craft: Craft
  /** By the key of the chain of the machine that answers, base64. */
  readonly signNote: (note: string) => string
}

/**
 * Everything that a machine needs to be of the office, in one file that only that machine opens: the welcome, keys, and every
 * act, oldest first. Null where it would be too large.
 */
export async function writeAnswerFile(parts: AnswerParts): Promise<Uint8Array | null> {
  const { requestId, keys, ledger, craft, signNote } = parts
  const said = welcome.parse(parts.welcome) // in the order of its shape, as whoever reads it will have it
  const rest = [keys, ...segmentsOf(ledger, craft)].map(framed)
  if (rest.reduce((sum, { length }) => sum + length, 0) > mostAnswerBytes) return null
  const body = Buffer.concat(rest)
  const restDigest = createHash('sha256').update(body).digest('hex')
  const note = answerNote({ requestId, welcome: said, restDigest })
  const first = {
    ...{
      format: 'records-desk-join-answer',
      version: 1,
      requestId,
      welcome: said,
      restDigest,
      signature: signNote(note),
    },
  }
  const plain = Buffer.concat([framed(Buffer.from(JSON.stringify(first))), body])
  const sealed = await sealFor(said.for.publicKey, plain)
  plain.fill(0)
  return sealed
}

/** Null where it is for another machine, cut short, changed, or not signed by the machine that it names. */
export async function readAnswerFile(
  sealed: Uint8Array,
  identities: readonly string[],
  proof: Proof,
): Promise<AnswerFile | null> {
  const plain = await openSealed(sealed, identities)
  const frames = plain && framesOf(Buffer.from(plain))
  const read = frames?.[0] && head.safeParse(jsonOf(frames[0].bytes))
  if (!read?.success) return null
  const { requestId, welcome: said, restDigest, signature: signed } = read.data
  const rest = Buffer.from(plain!).subarray(frames![0]!.end)
  if (createHash('sha256').update(rest).digest('hex') !== restDigest) return null
  if (!proof.verifyNote(said.host.publicKey, answerNote({ requestId, welcome: said, restDigest }), signed)) return null
  const [, keys, ...segments] = frames!.map(({ bytes }) => bytes)
  return keys ? { requestId, welcome: said, keys, segments } : null
}

/** What people compare before the machine takes the answer: else anybody could have it join an office of his own. */
export const answerPrint = (
  requestId: string,
  { host, root, share, for: own }: Omit<Welcome, 'share'> & { readonly share: { readonly officeId: string } },
): string =>
  printOf(
    `records-desk-join-answer/v1\n${requestId}\n${share.officeId}\n${root.publicKey}\n${host.publicKey}\n${own.publicKey}\n`,
  )

const answerNote = ({
  requestId,
  welcome: said,
  restDigest,
}: {
  requestId: string
  welcome: Welcome
  restDigest: string
}): string =>
  `records-desk-join-answer/v1\n${requestId}\n${createHash('sha256').update(JSON.stringify(said)).digest('hex')}\n${restDigest}\n`

function* segmentsOf(ledger: ExchangeLedger, craft: Craft): Generator<Uint8Array> {
  for (const { chain, after, upTo } of missingFor([], ledger.heads())) {
    for (let at = after; at < upTo;) {
      const acts = ledger.read(chain, at, upTo - at)
      const fitting = acts.slice(0, fittingActs(acts))
      if (fitting.length === 0) throw new Error('an act that the head counts is not there')
      yield packSegment(fitting, craft)
      at += fitting.length
    }
  }
}

function framed(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

interface Frame {
  readonly bytes: Buffer
  readonly end: number
}

/** Null where the last one is cut short. */
function framesOf(plain: Buffer): readonly Frame[] | null {
  const frames: Frame[] = []
  for (let at = 0; at < plain.length;) {
    if (plain.length - at < 4) return null
    const end = at + 4 + plain.readUInt32BE(at)
    if (end > plain.length) return null
    frames.push({ bytes: plain.subarray(at + 4, end), end })
    at = end
  }
  return frames
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
