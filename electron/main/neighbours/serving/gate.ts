import { createHash } from 'node:crypto'
import { callHeaders } from '#shared/contracts/headquarters-api'
import type { Proof } from '#shared/ledger/exchange/craft'
import { Nonces } from '#shared/ledger/exchange/nonces'
import { requestNote } from '#shared/ledger/exchange/request-note'
import type { ServedDesk } from './served-desk'

/** Another machine of the office whose signature was good. */
export interface Caller {
  readonly chain: string
  readonly publicKey: string
}

export interface Asked {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: Readonly<Record<string, unknown>>
}

export type GateRefusal = 'notSigned' | 'clockApart' | 'unknownCaller' | 'machineClosed' | 'repeated'

/** Two machines' clocks may differ by so much, as at headquarters; beyond it the other is told the time and signs again. */
const mostApartMs = 5 * 60_000
/** A request that was signed a moment before the line was opened may still be on its way. */
const toleranceMs = 1_000

/** Who may ask: machines of the office that are trusted by the acts, and nobody else. */
export function gate({ now, proof }: { readonly now: () => number; readonly proof: Proof }) {
  const nonces = new Nonces(2 * mostApartMs)
  const startedAt = now()
  return {
    /** Before a body is read. */
    atTheDoor({ headers }: Asked, { ledger }: ServedDesk): Caller | { readonly refused: GateRefusal } {
      const read = callHeaders.safeParse(headers)
      if (!read.success) return { refused: 'notSigned' }
      const sentAt = Date.parse(read.data['records-desk-sent-at'])
      const isFarOff = Math.abs(now() - sentAt) > mostApartMs || sentAt < startedAt - toleranceMs
      if (isFarOff) return { refused: 'clockApart' }
      const chain = read.data['records-desk-chain']
      const known = ledger.keyOf(chain)
      if (!known) return { refused: 'unknownCaller' }
      return known.revokedFrom === null ? { chain, publicKey: known.publicKey } : { refused: 'machineClosed' }
    },
    /** With the body as it was signed. Only what was signed uses a nonce up. */
    withBody({ method, path, headers }: Asked, body: Uint8Array, { chain, publicKey }: Caller): GateRefusal | null {
      const read = callHeaders.parse(headers) // the door has read them
      const nonce = read['records-desk-nonce']
      const note = requestNote({
        ...{ method, path, bodyDigest: digestOf(body), sentAt: read['records-desk-sent-at'], nonce },
      })
      if (!proof.verifyNote(publicKey, note, read['records-desk-signature'])) return 'notSigned'
      return nonces.take(chain, nonce, now()) ? null : 'repeated'
    },
  }
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
