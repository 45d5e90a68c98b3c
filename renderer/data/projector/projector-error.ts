import type { ProjectorFailure } from './projector-messages'
import { CutStreamError } from './split-acts'

/** The journal did not answer. Thrown inside the projector only; it leaves it as a ProjectorFailure. */
export class ProjectorError extends Error {
  override readonly name = 'ProjectorError'

  constructor(readonly why: 'locked' | 'unreachable') {
    super(`the journal is ${why}`)
  }
}

/** What is neither the journal's silence nor a cut stream came from the database. */
export function failureOf(error: unknown): ProjectorFailure {
  const errorName = error instanceof Error ? error.name : 'unknown'
  if (error instanceof ProjectorError) return { why: error.why, errorName }
  return { why: error instanceof CutStreamError ? 'unreachable' : 'storage', errorName }
}
