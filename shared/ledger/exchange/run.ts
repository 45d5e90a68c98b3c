import { err, ok, type Result } from '../../kernel/result'
import { noPreviousHash } from '../act'
import { isHash, type Head } from './head'
import type { Proof } from './craft'
import type { SignedAct } from './signed-act'

/**
 * What links an act into its chain. This much of a body never changes with its version, so that acts of newer programs
 * are kept and passed on by those that cannot read them.
 */
export interface Envelope {
  readonly office: string
  readonly chain: string
  readonly seq: number
  readonly prev: string
}

export interface LinkedAct extends Envelope {
  readonly hash: string
  readonly signed: SignedAct
}

/** Acts of one chain of one office, each after the other: whole in itself, signatures not looked at yet. */
export interface Run {
  readonly office: string
  readonly chain: string
  readonly acts: readonly [LinkedAct, ...LinkedAct[]]
  readonly last: Head
}

/** `at`: which act of the run, from 1, does not follow the one before or has no envelope. */
export interface BrokenRun {
  readonly kind: 'brokenChain'
  readonly at: number
}

export function readRun(signed: readonly SignedAct[], proof: Proof): Result<Run, BrokenRun> {
  const acts: LinkedAct[] = []
  for (const [index, one] of signed.entries()) {
    const envelope = readEnvelope(one.body)
    const before = acts.at(-1)
    if (!envelope || !(before ? follows(envelope, before) : mayBegin(envelope)))
      return err({ kind: 'brokenChain', at: index + 1 })
    acts.push({ ...envelope, hash: proof.hashOf(one.body), signed: one })
  }
  const [first, ...others] = acts
  if (!first) return err({ kind: 'brokenChain', at: 0 })
  const { chain, seq, hash } = acts.at(-1)!
  return ok({ office: first.office, chain, acts: [first, ...others], last: { chain, seq, hash } })
}

const follows = (act: Envelope, before: LinkedAct): boolean =>
  act.office === before.office && act.chain === before.chain && act.seq === before.seq + 1 && act.prev === before.hash

const mayBegin = ({ seq, prev }: Envelope): boolean => seq > 1 || prev === noPreviousHash

/** Null where the body is not JSON or lacks one of the four. */
export function readEnvelope(body: string): Envelope | null {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  const said = (value ?? {}) as Readonly<Record<string, unknown>>
  return links.every(([name, holds]) => holds(said[name])) ? pick(value as Envelope) : null
}

const pick = ({ office, chain, seq, prev }: Envelope): Envelope => ({ office, chain, seq, prev })

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
const links: readonly (readonly [name: keyof Envelope, holds: (value: unknown) => boolean])[] = [
  ['office', isText],
  ['chain', isText],
  ['seq', value => Number.isSafeInteger(value) && (value as number) >= 1],
  ['prev', value => typeof value === 'string' && isHash(value)],
]
