import type { Post } from '../../domain/people/person-facts'
import type { Problem } from '../../contracts/problems'
import { ok, type Result } from '../../kernel/result'
import type { CatalogueActs, DocumentAct } from '../catalogue-ports'

/** An act on the document that a line of the source becomes. */
export interface LinedAct {
  readonly line: number
  readonly act: DocumentAct
}

export interface RefusedRow {
  readonly line: number
  readonly problem: Problem | { readonly kind: 'changedSince' }
}

export interface FrameParts {
  readonly acts: Pick<CatalogueActs, 'write'>
  readonly role: Post
}

/** Frame by frame; where that is refused, one by one, so that a single bad document does not keep the others out. */
export async function writeFrames(
  lined: readonly LinedAct[],
  { acts, role }: FrameParts,
): Promise<Result<readonly RefusedRow[], Problem>> {
  const refused: RefusedRow[] = []
  for (const frame of framesOf(lined)) {
    const all = await acts.write(
      role,
      frame.map(({ act }) => act),
    )
    if (all.ok) continue
    if (all.problem.kind !== 'refused') return all
    for (const { line, act } of frame) {
      const one = await acts.write(role, [act])
      if (one.ok) continue
      if (one.problem.kind !== 'refused') return one
      refused.push({ line, problem: one.problem })
    }
  }
  return ok(refused)
}

/** One frame of the journal: few enough acts that the counter does not wait for them, and that the view takes in at once. */
export const frameLimits = { acts: 40, chars: 500_000 } as const

function* framesOf(lined: readonly LinedAct[]): Generator<readonly LinedAct[]> {
  let frame: LinedAct[] = []
  let chars = 0
  for (const one of lined) {
    const length = JSON.stringify(one.act).length
    if (frame.length > 0 && (frame.length >= frameLimits.acts || chars + length > frameLimits.chars)) {
      yield frame
      frame = []
      chars = 0
    }
    frame.push(one)
    chars += length
  }
  if (frame.length > 0) yield frame
}
