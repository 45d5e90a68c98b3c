import type { Problem } from '../../contracts/problems'

/**
 * The serial that main expects where it refused a number, or null for any other refusal. The view that the number was
 * drawn from may be some acts behind the journal.
 */
export function serialExpected(problem: Problem): number | null {
  if (problem.kind !== 'refused' || !kinds.has(problem.why.kind)) return null
  const { expected } = problem.why
  return typeof expected === 'number' ? expected : null
}

const kinds: ReadonlySet<string> = new Set([
  'requestNoTaken',
  'requestNoOutOfTurn',
  'letterNoTaken',
  'letterNoOutOfTurn',
  'certificateNoTaken',
  'certificateNoOutOfTurn',
])

/** How often a number is drawn anew before the refusal is shown: each time another window was quicker. */
export const mostDraws = 4
