import type { Proof } from './craft'
import { isHash, type Head } from './head'
import { isSignature } from './signed-act'

/** Headquarters' signed word that it holds a chain up to this act. */
export interface Receipt {
  readonly note: string
  /** Ed25519 of headquarters over the note, base64. */
  readonly signature: string
}

export interface ReceiptWords extends Head {
  readonly office: string
  /** Moment of headquarters' clock, ISO 8601 in UTC. */
  readonly receivedAt: string
}

const title = 'records-desk-receipt/v1'

export const receiptNote = ({ office, chain, seq, hash, receivedAt }: ReceiptWords): string =>
  `${title}\n${office}\n${chain} ${seq} ${hash}\n${receivedAt}\n`

/** Null where the note is of another form or headquarters did not sign it. */
export function readReceipt({ note, signature }: Receipt, publicKey: string, proof: Proof): ReceiptWords | null {
  if (!isSignature(signature) || !proof.verifyNote(publicKey, note, signature)) return null
  const [, office, chain, seq, hash, receivedAt] = shape.exec(note) ?? []
  if (!office || !chain || !hash || !receivedAt || !isHash(hash)) return null
  return { office, chain, seq: Number(seq), hash, receivedAt }
}

const shape = /^records-desk-receipt\/v1\n([^\n]+)\n(\S+) (\d{1,15}) ([0-9a-f]{64})\n([^\n]+)\n$/

export type WeighedReceipt =
  /** The same act stands here: everything up to it is at headquarters. */
  | { readonly kind: 'counts'; readonly head: Head }
  /** Another act stands here at that place: one of the two came from a restored backup or a copied disk. */
  | { readonly kind: 'parted'; readonly seq: number; readonly ours: string; readonly theirs: string }
  /** Headquarters holds more of the chain than is here. For the own chain: this machine was put back. */
  | { readonly kind: 'ahead'; readonly seq: number }

/** A receipt counts by its hash, never by its number: after a restore the number may be that of another branch. */
export function weighReceipt(receipt: Head, hashAt: (chain: string, seq: number) => string | null): WeighedReceipt {
  const { chain, seq, hash } = receipt
  const ours = hashAt(chain, seq)
  if (ours === null) return { kind: 'ahead', seq }
  return ours === hash ? { kind: 'counts', head: { chain, seq, hash } } : { kind: 'parted', seq, ours, theirs: hash }
}

/** What two notes of headquarters over one chain say of headquarters itself. */
export type HeadquartersPast =
  | { readonly kind: 'onward' }
  /** It holds less than it had signed for: it was restored from a backup, and gets everything again. */
  | { readonly kind: 'wentBack'; readonly from: number; readonly to: number }
  /** Two notes over one act that differ: a proof for whoever asks. */
  | { readonly kind: 'rewritten'; readonly seq: number; readonly before: string; readonly now: string }

/** `now` answers a question that was asked after `last` came: the link takes no answer that was kept for later. */
export function compareReceipts(last: ReceiptWords | null, now: ReceiptWords): HeadquartersPast {
  if (!last) return { kind: 'onward' }
  if (now.seq < last.seq) return { kind: 'wentBack', from: last.seq, to: now.seq }
  return now.seq === last.seq && now.hash !== last.hash
    ? { kind: 'rewritten', seq: now.seq, before: last.hash, now: now.hash }
    : { kind: 'onward' }
}
