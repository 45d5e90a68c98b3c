import { actsHeldHeader, ownChainHeader, writeReached } from '#shared/contracts/act-stream'
import type { Witness } from '#shared/contracts/desk-channels'
import { CutStreamError } from './split-acts'

/** The journals' side of a projection, as an answer to "what came after these acts?" */
export type ActAnswer =
  | {
      readonly kind: 'acts'
      /** Acts that the journals held when the answer began; more may follow in the stream. */
      readonly actsHeld: number
      /** The chain that this machine writes. */
      readonly ownChain: string
      /** The act stream, in pieces that end anywhere. Must be read to its end or not at all. */
      readonly pieces: AsyncIterable<Uint8Array>
    }
  /** One of the acts asked after is not in these journals: the view was made from others. */
  | { readonly kind: 'otherJournal' }
  | { readonly kind: 'unavailable'; readonly why: 'locked' | 'unreachable' }

/** The last act of each chain that was taken in; none asks for everything. Never rejects; reading the pieces may throw. */
export type ActSource = (after: readonly Witness[]) => Promise<ActAnswer>

/** Reads from the app's own protocol. Bytes, because a structured clone of the acts costs ten times as much. */
export function fetchActs(url: string, fetchLike: typeof fetch = (...call) => fetch(...call)): ActSource {
  return async after => {
    try {
      return readResponse(await fetchLike(url + writeReached(after), { cache: 'no-store' }))
    } catch {
      return { kind: 'unavailable', why: 'unreachable' }
    }
  }
}

function readResponse(response: Response): ActAnswer {
  if (response.status === 409) return { kind: 'otherJournal' }
  if (response.status === 401 || response.status === 403) return { kind: 'unavailable', why: 'locked' }
  if (!response.ok) return { kind: 'unavailable', why: 'unreachable' }
  const actsHeld = Number(response.headers.get(actsHeldHeader) ?? 0)
  const ownChain = response.headers.get(ownChainHeader) ?? ''
  return { kind: 'acts', actsHeld, ownChain, pieces: piecesOf(response.body) }
}

async function* piecesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  const read = () => reader.read().catch(() => Promise.reject(new CutStreamError('the act stream broke off')))
  for (let next = await read(); !next.done; next = await read()) yield next.value
}
