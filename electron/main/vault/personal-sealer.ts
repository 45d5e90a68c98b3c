import type { Problem } from '#shared/contracts/problems'
import type { Json } from '#shared/ledger/act'
import { openPersonal, sealPersonal } from './seal-personal'
import type { SubjectKeys } from './subject-keys'

/** A key could not be made durable, or is missing although nobody destroyed it. Carries the problem to answer. */
export class SubjectKeyError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind)
    this.name = 'SubjectKeyError'
  }
}

/** What the ledger asks of the vault (its `PersonalSealer`): seals and opens under the subject's own key. */
export const createPersonalSealer = (keys: SubjectKeys) => ({
  /** Throws a SubjectKeyError where the key cannot be made durable: the act must not be written. */
  ensureKey(subject: string): void {
    const made = keys.createKey(subject)
    if (!made.ok) throw new SubjectKeyError(made.problem)
  },
  /** Throws a SubjectKeyError where `ensureKey` was not called before. */
  seal(subject: string, factType: string, value: Json): string {
    const key = keys.keyOf(subject)
    if (key === null) throw new SubjectKeyError({ kind: 'keyStoreDamaged' })
    return sealPersonal(key, { subject, factType }, value)
  },
  /** Undefined only where the key was destroyed; a missing key or changed bytes throw, so that loss is never shown as erasure. */
  open(subject: string, factType: string, sealed: string): Json | undefined {
    if (keys.isDestroyed(subject)) return undefined
    for (const key of keys.keysOf(subject)) {
      const opened = openPersonal(key, { subject, factType }, sealed)
      if (opened.ok) return opened.value
    }
    throw new SubjectKeyError({ kind: 'keyStoreDamaged' })
  },
})
