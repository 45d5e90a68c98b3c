import type { Head } from '#shared/ledger/exchange/head'
import { receiptNote, type Receipt } from '#shared/ledger/exchange/receipt'
import type { Parts } from './parts'

/**
 * Headquarters' word for what is committed. The moment is that at which the last act came, so that the same head is always
 * told with the same words.
 */
export function receiptFor({ key }: Pick<Parts, 'key'>, held: Held): Receipt {
  const note = receiptNote({ ...held, receivedAt: held.receivedAt.toISOString() })
  return { note, signature: key.sign(Buffer.from(note)) }
}

export interface Held extends Head {
  readonly office: string
  readonly receivedAt: Date
}
