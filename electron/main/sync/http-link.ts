import { createHash, randomBytes } from 'node:crypto'
import { heads, segmentAnswer, segmentType } from '#shared/contracts/headquarters-api'
import type { Contact } from '#shared/contracts/headquarters-console'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Proof } from '#shared/ledger/exchange/craft'
import { requestNote } from '#shared/ledger/exchange/request-note'
import { mostSegmentBytes } from '#shared/ledger/exchange/segment'
import { answerNote, answerSignatureHeader, answerTimeHeader } from '#shared/ledger/headquarters/answer-note'
import type { HeadquartersLink, LinkProblem } from './headquarters-link'

/** A chain in whose name this machine may ask. */
export interface CallingChain {
  readonly chain: string
  /** Ed25519 over the UTF-8 bytes of a note, base64. */
  signNote(note: string): string
}

export interface HttpLinkParts {
  /** Of headquarters, without a path: `https://host:8787`. */
  readonly url: string
  /** Pinned at enrolment; an answer that it did not sign is none. */
  readonly headquartersKey: string
  /** Newest first: headquarters hears of a chain that was opened since with its first act, which an older one brings. */
  readonly callers: () => readonly CallingChain[]
  readonly proof: Proof
  readonly now: () => number
  readonly timeoutMs: number
  /** What carries a call; Node's own `fetch` where it is missing. What is signed is what it is given and gives back. */
  readonly transport?: typeof fetch
  /** Asked at every call: ends the calls that are under way when the pass or the program ends. */
  readonly stopping?: () => AbortSignal
  /** Asked at every segment: fewer acts cannot be asked for, and on a slow line it is given more time. */
  readonly isLeast?: () => boolean
  /** Headquarters' clock minus this machine's, whenever it told its own. */
  readonly onClock?: (offsetMs: number) => void
}

/** Headquarters, and what else whoever serves its calls may be asked. */
export interface HttpLink extends HeadquartersLink {
  ask(call: Call): Promise<Result<Answered, LinkProblem>>
  /** What a machine says of itself after a pass, for the people at headquarters. */
  contact(said: Contact): Promise<Result<void, LinkProblem>>
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PUT'
  readonly path: string
  readonly body?: Uint8Array
  /** Of the body; a segment where it is missing. */
  readonly type?: string
  /** Not signed: nothing may hang on them that a digest does not prove. */
  readonly headers?: Readonly<Record<string, string>>
  /** A blob, which its own digest tells: headquarters signs the status alone. Longer ones are refused. */
  readonly blobBytes?: number
  /** A headquarters that is older than this call does not know it, and answers 404 without a signature. */
  readonly mayBeUnknown?: boolean
  readonly isLong?: boolean
}

/** Headquarters waits five minutes for the end of a request. */
const longestMs = 280_000

export interface Answered {
  readonly status: number
  readonly bytes: Buffer
  readonly at: string
  readonly headers: Headers
}

export type SignedCalls = (call: Call) => Promise<Result<Answered, LinkProblem>>

/** Calls in the name of this machine's chains. Holds behind a proxy that ends TLS: requests and answers are signed. */
export function signedCalls(parts: HttpLinkParts): SignedCalls {
  /** Headquarters' clock minus this machine's. */
  let offsetMs = 0

  /** A clock that is wrong is no reason to be shut out: signed again by headquarters' own time, once. */
  async function askAs(caller: CallingChain, call: Call): Promise<Result<Answered, LinkProblem>> {
    const answer = await ask(parts, { caller, call, sentAt: parts.now() + offsetMs })
    if (answer.ok) parts.onClock?.(Date.parse(answer.value.at) - parts.now())
    if (!answer.ok || kindOf(answer.value) !== 'clockApart') return answer
    offsetMs = Date.parse(answer.value.at) - parts.now()
    const again = await ask(parts, { caller, call, sentAt: parts.now() + offsetMs })
    // Its clock jumps: nothing that somebody here could do.
    return again.ok && kindOf(again.value) === 'clockApart' ? err({ kind: 'away' }) : again
  }

  return async call => {
    for (const caller of parts.callers()) {
      const answer = await askAs(caller, call)
      if (!answer.ok || kindOf(answer.value) !== 'unknownCaller') return answer
    }
    return err({ kind: 'refused' })
  }
}

/** Headquarters over HTTP. */
export function httpLink(parts: HttpLinkParts): HttpLink {
  const asked = signedCalls(parts)
  const isLeast = (): boolean => parts.isLeast?.() ?? false
  return {
    ask: asked,
    async heads() {
      const answer = await asked({ method: 'GET', path: '/v1/heads' })
      if (!answer.ok) return answer
      const read = answer.value.status === 200 ? heads.safeParse(jsonOf(answer.value)) : null
      return read?.success ? ok(read.data.receipts) : refusedOr(answer.value)
    },
    async send(segment) {
      const answer = await asked({ method: 'POST', path: '/v1/segments', body: segment, isLong: isLeast() })
      if (!answer.ok) return answer
      const read = segmentAnswer.safeParse(jsonOf(answer.value))
      return read.success ? ok(read.data) : refusedOr(answer.value)
    },
    async fetch(chain, after, limit) {
      const path = `/v1/chains/${chain}/acts?after=${after}&limit=${limit}`
      const answer = await asked({ method: 'GET', path, isLong: isLeast() })
      if (!answer.ok) return answer
      if (answer.value.status === 200) return ok(answer.value.bytes)
      const isNone = answer.value.status === 204 || kindOf(answer.value) === 'notFound'
      return isNone ? ok(null) : refusedOr(answer.value)
    },
    async contact(said) {
      const body = Buffer.from(JSON.stringify(said))
      const answer = await asked({ method: 'POST', path: '/v1/contact', body, type: 'application/json' })
      if (!answer.ok) return answer
      return answer.value.status === 204 ? ok(undefined) : refusedOr(answer.value)
    },
  }
}

async function ask(
  { url, headquartersKey, proof, timeoutMs, stopping, transport = fetch }: HttpLinkParts,
  { caller, call, sentAt }: { caller: CallingChain; call: Call; sentAt: number },
): Promise<Result<Answered, LinkProblem>> {
  const { method, path, body = new Uint8Array(), blobBytes, mayBeUnknown = false } = call
  const stopped = stopping?.()
  const nonce = randomBytes(16).toString('hex')
  const at = new Date(sentAt).toISOString()
  const note = requestNote({ method, path, bodyDigest: digestOf(body), sentAt: at, nonce })
  try {
    const answer = await transport(url + path, {
      ...{ method, redirect: 'error', signal: endOf(call, timeoutMs, stopped) },
      headers: {
        ...{ 'records-desk-chain': caller.chain, 'records-desk-sent-at': at, 'records-desk-nonce': nonce },
        'records-desk-signature': caller.signNote(note),
        ...headersOf(call),
      },
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    })
    const bytes = await boundedBytes(answer, blobBytes ?? mostSegmentBytes)
    const asked = { nonce, headquartersKey, proof, isBlob: blobBytes !== undefined, mayBeUnknown }
    return judged(answer, bytes, asked)
  } catch {
    return err({ kind: stopped?.aborted ? 'stopped' : 'away' }) // no line, cut short, too slow, or sent elsewhere
  }
}

const headersOf = ({ body, type = segmentType, headers = {} }: Call): Readonly<Record<string, string>> =>
  body && body.length > 0 ? { 'content-type': type, ...headers } : headers

const endOf = ({ isLong = false }: Call, timeoutMs: number, stopped: AbortSignal | undefined): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(isLong ? longestMs : timeoutMs), ...(stopped ? [stopped] : [])])

type Asked = Pick<HttpLinkParts, 'headquartersKey' | 'proof'> & {
  readonly nonce: string
  readonly isBlob: boolean
  readonly mayBeUnknown: boolean
}

function judged({ status, headers }: Response, bytes: Buffer | null, asked: Asked): Result<Answered, LinkProblem> {
  if (isForLater(status)) return err(laterBy(status, headers))
  if (!bytes) return err({ kind: 'notUnderstood' })
  const at = headers.get(answerTimeHeader) ?? ''
  const isUnsigned = asked.isBlob && status === 200
  const words = answerNote({
    nonce: asked.nonce,
    status,
    bodyDigest: digestOf(isUnsigned ? new Uint8Array() : bytes),
    at,
  })
  const isSigned = asked.proof.verifyNote(asked.headquartersKey, words, headers.get(answerSignatureHeader) ?? '')
  if (isSigned) return ok({ status, bytes, at, headers })
  // Nothing of what an unsigned answer says is read.
  return asked.mayBeUnknown && status === 404
    ? ok({ status, bytes: Buffer.alloc(0), at: '', headers })
    : err({ kind: 'notUnderstood' })
}

/** Null where the answer is longer. */
async function boundedBytes(answer: Response, mostBytes: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body ?? []) {
    length += (part as Uint8Array).length
    if (length > mostBytes) return null
    parts.push(part as Uint8Array)
  }
  return Buffer.concat(parts)
}

const isForLater = (status: number): boolean => status === 429 || status >= 500

/** `away` is also what a proxy says that cannot reach headquarters. */
const laterBy = (status: number, headers: Headers): LinkProblem =>
  status === 429 ? { kind: 'tooOften', waitMs: waitAsked(headers.get('retry-after')) } : { kind: 'away' }

/** Headquarters counts by the minute. The word is not signed: nobody on the line keeps a machine waiting for longer. */
const waits = { least: 1_000, usual: 60_000, most: 2 * 60_000 } as const

function waitAsked(seconds: string | null): number {
  if (seconds === null || !/^\d{1,6}$/.test(seconds)) return waits.usual
  return Math.min(waits.most, Math.max(waits.least, Number(seconds) * 1_000))
}

export const refusedOr = ({ status }: Answered): Result<never, LinkProblem> =>
  err({ kind: status === 401 || status === 403 ? 'refused' : 'notUnderstood' })

const kindOf = (answer: Answered): unknown =>
  answer.status < 400 ? undefined : (jsonOf(answer) as { kind?: unknown } | null)?.kind

function jsonOf({ bytes }: Answered): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return null
  }
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
