import type { Problem } from '#shared/contracts/problems'
import { ok, type Result } from '#shared/kernel/result'
import type { Ledger } from '../ledger/ledger'
import type { OpenKeys } from '../vault/open-keys'
import { blinded, judgeMachine, newSalt, readMark, writeMark } from './machine-mark'

export interface MachineParts {
  /** Of the office. */
  readonly folder: string
  /** What this machine is known by; empty where nothing can be read. */
  readonly identifiers: readonly string[]
  readonly keys: Pick<OpenKeys, 'chain' | 'blindIndex'>
}

export interface SettlingParts extends MachineParts {
  readonly ledger: Pick<Ledger, 'head' | 'readOnly'>
  /** Opens a chain of this machine's own after the head of the one that was copied. The person stays signed in. */
  readonly goOn: () => Result<unknown, Problem>
}

/**
 * Before the first write after a sign-in: is this the machine that wrote here last? On another one, and always where the
 * office was put back from its copy (what was written after the copy may stand elsewhere), a chain of its own is
 * opened first, so that a copied office and its original never write two acts in one place; whether the original goes on or
 * was scrapped, nothing is lost. Answers whether one was opened. Only then is the machine marked: killed in between, the
 * mark still names the chain that was left, and the next sign-in opens no second one.
 */
export function settleMachine(parts: SettlingParts): Result<boolean, Problem> {
  const { folder, identifiers, keys, ledger, goOn } = parts
  const mark = readMark(folder)
  const present = mark ? blinded(identifiers, { key: keys.blindIndex, salt: mark.salt }) : []
  const isAnother = mark !== null && (mark.isPutBack === true || judgeMachine(mark.identifiers, present) === 'another')
  if (isAnother && mark.chain === keys.chain && ledger.head.seq > 0) {
    if (ledger.readOnly) return ok(false) // nothing is written meanwhile; asked again at the next sign-in
    const gone = goOn()
    if (gone.ok) return ok(true)
    return ledger.readOnly ? ok(false) : gone // copying came upon damage, or the disk takes nothing
  }
  markMachine(parts)
  return ok(false)
}

/** As it is known now: what was pulled goes, what was put in comes. Where the disk takes nothing, the next sign-in marks it. */
export function markMachine({ folder, identifiers, keys }: MachineParts): void {
  if (identifiers.length === 0) return
  const before = readMark(folder)
  const salt = before?.salt ?? newSalt()
  const next = blinded(identifiers, { key: keys.blindIndex, salt }).sort()
  const isSame = before?.chain === keys.chain && before.identifiers.join() === next.join()
  if (!isSame) writeMark(folder, { v: 1, chain: keys.chain, salt, identifiers: next })
}
