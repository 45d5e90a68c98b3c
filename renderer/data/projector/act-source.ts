import type { Witness } from '#shared/contracts/desk-channels'
import { CutStreamError } from './split-acts'

/** The journal's side of a projection, as an answer to "what came after this act?" */
export type ActAnswer =
  | {
      readonly kind: 'acts'
      /** The last act of the journal when the answer began; more may follow in the stream. */
      readonly lastSeq: number
      /** The act stream, in pieces that end anywhere. Must be read to its end or not at all. */
      readonly pieces: AsyncIterable<Uint8Array>
    }
  /** The act asked after is not in this journal: the view was made from another one. */
  | { readonly kind: 'otherJournal' }
  | { readonly kind: 'unavailable'; readonly why: 'locked' | 'unreachable' }

/** Null asks for everything. Never rejects; reading the pieces may throw. */
export type ActSource = (after: Witness | null) => Promise<ActAnswer>

/** Header of main's answer: seq of the journal's last act. */
export const lastSeqHeader = 'x-last-seq'

/** Reads from the app's own protocol. Bytes, because a structured clone of the acts costs ten times as much. */
export function fetchActs(url: string, fetchLike: typeof fetch = (...call) => fetch(...call)): ActSource {
  return async after => {
    const query = after ? `?after=${after.seq}&hash=${after.hash}` : '?after=0'
    try {
      return readResponse(await fetchLike(url + query, { cache: 'no-store' }))
    } catch {
      return { kind: 'unavailable', why: 'unreachable' }
    }
  }
}

function readResponse(response: Response): ActAnswer {
  if (response.status === 409) return { kind: 'otherJournal' }
  if (response.status === 401 || response.status === 403) return { kind: 'unavailable', why: 'locked' }
  if (!response.ok) return { kind: 'unavailable', why: 'unreachable' }
  const lastSeq = Number(response.headers.get(lastSeqHeader) ?? 0)
  return { kind: 'acts', lastSeq, pieces: piecesOf(response.body) }
}

async function* piecesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  const read = () => reader.read().catch(() => Promise.reject(new CutStreamError('the act stream broke off')))
  for (let next = await read(); !next.done; next = await read()) yield next.value
}
