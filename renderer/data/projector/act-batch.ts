import type { PlainAct } from '#shared/ledger/act'
import type { Witness } from '#shared/contracts/desk-channels'
import type { PoisonAct } from '../rows'

/** An act and the length of the bytes it came in, which bounds the bundle that it goes into. */
export interface ArrivedAct {
  readonly act: PlainAct
  readonly bytes: number
}

export type ReadAct =
  | { readonly ok: true; readonly arrived: ArrivedAct }
  /** No act of this program. `at` is null where not even chain and seq could be read. */
  | { readonly ok: false; readonly why: 'notAnAct' | 'newerAct'; readonly at: { chain: string; seq: number } | null }

/** What goes into the view in one transaction, together with how far it then has come in every chain. */
export interface ActBatch {
  readonly acts: readonly ArrivedAct[]
  readonly unreadable: readonly PoisonAct[]
  /** Null leaves `applied` where it is. */
  readonly applied: readonly Witness[] | null
}

/** Reads one act of the stream. What is read here was verified by main, so only the shape is looked at. */
export function readAct(bytes: Uint8Array): ReadAct {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch {
    return { ok: false, why: 'notAnAct', at: null }
  }
  if (!isRecord(value)) return { ok: false, why: 'notAnAct', at: null }
  const at = isPlaced(value) ? { chain: value.chain, seq: value.seq } : null
  if (typeof value['v'] === 'number' && value['v'] > 1) return { ok: false, why: 'newerAct', at }
  if (!at || !isPlainAct(value)) return { ok: false, why: 'notAnAct', at }
  return { ok: true, arrived: { act: value, bytes: bytes.length } }
}

/** The witness that an act is: what `applied` becomes once it is in the view. */
export const witnessOf = ({ chain, seq, hash }: PlainAct): Witness => ({ chain, seq, hash })

const utf8 = new TextDecoder('utf-8', { fatal: true })
const texts = ['hlc', 'actor', 'role', 'subject', 'hash'] as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlaced = (value: Record<string, unknown>): value is { chain: string; seq: number } =>
  typeof value['chain'] === 'string' && Number.isSafeInteger(value['seq'])

const isPlainAct = (value: unknown): value is PlainAct =>
  isRecord(value) &&
  value['v'] === 1 &&
  texts.every(name => typeof value[name] === 'string') &&
  Array.isArray(value['facts']) &&
  value['facts'].every(fact => isRecord(fact) && typeof fact['type'] === 'string')
