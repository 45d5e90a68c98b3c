import { err, ok, type Result } from '../kernel/result'

/** Anything JSON can carry. Acts hold nothing else, so their bytes mean the same in every runtime. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A fact as it stands in the journal: `personal` is ciphertext under the subject's own key (base64). */
export interface SealedFact {
  readonly type: string
  readonly open: Json
  readonly personal?: string
  /** The value that a scalar change replaced; a different value at fold time is a conflict. */
  readonly base?: Json
}

/** The same fact opened by main. `personal` is missing where none was given or its subject key was destroyed. */
export interface PlainFact {
  readonly type: string
  readonly open: Json
  readonly personal?: Json
  /** The personal part is in the journal, but neither opens nor was it erased: damage that the desk must hear of. */
  readonly personalUnreadable?: true
  readonly base?: Json
}

interface ActOf<F> {
  readonly v: 1
  readonly office: string
  /** Random id of the workstation incarnation; a restored backup or cloned disk starts a new one. */
  readonly chain: string
  /** 1 for the first act of the chain. */
  readonly seq: number
  /** Hex hash of the act before, 64 zeros for the first. */
  readonly prev: string
  readonly hlc: string
  /** Hash of the act that this one says again: it stood on a branch that was left when the chain was found forked. */
  readonly from?: string
  readonly actor: string
  readonly role: string
  readonly subject: string
  readonly facts: readonly F[]
}

/** What a person did: all its facts or none, one signature. Its exact bytes are hashed and signed as written. */
export type ActBody = ActOf<SealedFact>

/**
 * What main hands to the projector: facts opened, and the hash of the body they came from. `hlc` is where it is folded,
 * `signedHlc` what was signed where that is another (`clock-corrections.ts`).
 */
export type PlainAct = ActOf<PlainFact> & { readonly hash: string; readonly signedHlc?: string }

/** What two acts share where the second says the first again: they are one act, told twice. */
export const originOf = ({ hash, from }: Pick<PlainAct, 'hash' | 'from'>): string => from ?? hash

export const noPreviousHash = '0'.repeat(64)

/** Prefixed to the body before hashing, so that no other document of the product can share an act's hash. */
export const actHashPrefix = 'records-desk-act/v1\0'

export type ActProblem =
  | { readonly kind: 'notAnAct'; readonly why: string }
  | { readonly kind: 'newerAct'; readonly version: number }

/** Reads one body. Unknown fact types pass: they are kept, forwarded and shown as "needs a newer version". */
export function parseActBody(text: string): Result<ActBody, ActProblem> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err({ kind: 'notAnAct', why: 'not JSON' })
  }
  if (!isRecord(value)) return err({ kind: 'notAnAct', why: 'not an object' })
  if (typeof value['v'] === 'number' && value['v'] > 1) return err({ kind: 'newerAct', version: value['v'] })
  const wrong = fieldRules.find(([name, holds]) => !holds(value[name]))
  return wrong ? err({ kind: 'notAnAct', why: `field ${wrong[0]}` }) : ok(value as unknown as ActBody) // every field was checked above
}

/**
 * An act of a newer form as far as it can be placed, with nothing in it: it is kept and passed on unread. Null where it has
 * no place either.
 */
export function placeNewerAct(text: string): ActBody | null {
  const value: unknown = JSON.parse(text) // `parseActBody` has read it and found it to be newer
  if (!isRecord(value) || placeRules.some(([name, holds]) => !holds(value[name]))) return null
  const { v, office, chain, seq, prev } = value as unknown as ActBody // the rules above hold for these five
  return { v, office, chain, seq, prev, hlc: '', actor: '', role: '', subject: '', facts: [] }
}

type Rule = readonly [name: string, holds: (value: unknown) => boolean]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown) => typeof value === 'string' && value.length > 0
const isHash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isFact = (value: unknown) =>
  isRecord(value) &&
  isText(value['type']) &&
  value['open'] !== undefined &&
  (value['personal'] === undefined || typeof value['personal'] === 'string')

/** What links an act into its chain. */
const placeRules: readonly Rule[] = [
  ['office', isText],
  ['chain', isText],
  ['seq', value => Number.isSafeInteger(value) && (value as number) > 0],
  ['prev', isHash],
]

const fieldRules: readonly Rule[] = [
  ['v', value => value === 1],
  ...placeRules,
  ['hlc', value => typeof value === 'string' && /^\d{15}-[0-9a-f]{4}$/.test(value)],
  ['from', value => value === undefined || isHash(value)],
  ['actor', isText],
  ['role', isText],
  ['subject', isText],
  ['facts', value => Array.isArray(value) && value.length > 0 && value.every(isFact)],
]
