import type { PutBackOpening, PutBackState } from '../../contracts/put-back-channels'
import type { Problem } from '../../contracts/problems'
import type { Result } from '../../kernel/result'

export type { PutBackOpening, PutBackState, ShownCopy } from '../../contracts/put-back-channels'

type Asked<T> = Promise<Result<T, Problem>>

/** An office comes back from its second copy to a machine that has none. */
export interface PuttingBack {
  read(): Asked<PutBackState>
  /** False where the person cancelled. */
  choose(): Asked<boolean>
  check(opening: PutBackOpening): Asked<void>
  start(): Asked<void>
  cancel(): Asked<void>
}
