import type { Enrolment } from '#shared/contracts/headquarters-api'
import type { EnrolmentFailure } from '#shared/contracts/exchange-problem'
import { err, ok, type Result } from '#shared/kernel/result'
import { answerTimeHeader } from '#shared/ledger/headquarters/answer-note'

export interface OnlineAnswer {
  readonly body: unknown
  /** Headquarters' clock minus this machine's, where it told its own. */
  readonly clockOffsetMs: number | null
}

export interface OnlineParts {
  /** Without a path: `https://host:8787`. */
  readonly address: string
  readonly now: () => number
  readonly timeoutMs: number
}

const mostAnswerBytes = 64 * 1024

/** Asks once. What came back is judged by its signature, not by the line it came on. */
export async function enrolOnline(
  { address, now, timeoutMs }: OnlineParts,
  enrolment: Enrolment,
): Promise<Result<OnlineAnswer, EnrolmentFailure>> {
  try {
    const answer = await fetch(`${address}/v1/enrolments`, {
      ...{ method: 'POST', redirect: 'error', signal: AbortSignal.timeout(timeoutMs) },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(enrolment),
    })
    const body = jsonOf(await answer.text())
    if (answer.status === 201) return ok({ body, clockOffsetMs: offsetOf(answer, now()) })
    return err(failureOf(answer.status, body))
  } catch (cause) {
    return err(isCertificate(cause) ? 'certificate' : 'away')
  }
}

/** `host:8787` and `http://host:8787/` are one address; null where it is none. A line without TLS is held by signatures. */
export function readAddress(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  try {
    const url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`)
    const isPlain = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
    return isPlain && url.hostname !== '' && !/\s/.test(text) ? url.origin : null
  } catch {
    return null
  }
}

const told: readonly EnrolmentFailure[] = [
  ...(['codeMistyped', 'codeRefused', 'notSigned', 'otherOffice', 'chainKnown', 'openingRefused'] as const),
  'tooOften',
]

function failureOf(status: number, body: unknown): EnrolmentFailure {
  const kind = (body as { kind?: unknown } | null)?.kind
  const known = told.find(one => one === kind)
  if (known) return known
  if (status === 429) return 'tooOften'
  return status >= 500 ? 'busy' : 'notHeadquarters'
}

function jsonOf(text: string): unknown {
  try {
    return text.length > mostAnswerBytes ? null : JSON.parse(text)
  } catch {
    return null
  }
}

function offsetOf({ headers }: Response, now: number): number | null {
  const at = Date.parse(headers.get(answerTimeHeader) ?? '')
  return Number.isNaN(at) ? null : at - now
}

/** Of Node's TLS: expired, of another name, or signed by nobody that this machine knows. */
function isCertificate(cause: unknown): boolean {
  const { code } = ((cause as { cause?: unknown }).cause ?? {}) as { code?: unknown }
  return /CERT|SIGNED|ISSUER|ALTNAME/.test(typeof code === 'string' ? code : '')
}
