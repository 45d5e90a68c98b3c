import type { Problem } from '../../contracts/problems'
import type { CheckedBefore, TakenUpdate, UpdateOutcome, UpdateState } from '../../contracts/update-channels'
import type { Result } from '../../kernel/result'

export type { CheckedBefore, TakenUpdate, UpdateOutcome, UpdateState }

/** Updates of the program on this machine, from a file that somebody brought. Main verifies and hands over. */
export interface UpdateCare {
  read(): Promise<Result<UpdateState, Problem>>
  /** `isOffered`: the package that the program was opened with; else a dialog asks for a file. */
  choose(isOffered: boolean): Promise<Result<UpdateChoice, Problem>>
  drop(): Promise<Result<UpdateState, Problem>>
  /** Journals read whole, view counted: what the check after the update compares with. */
  checkBefore(): Promise<Result<CheckedBefore, Problem>>
  /** The program ends soon after. */
  start(): Promise<Result<{ readonly outcome: 'opened' | 'shown' }, Problem>>
  checkAfter(): Promise<Result<UpdateState, Problem>>
}

export type UpdateChoice =
  { readonly outcome: 'taken'; readonly state: UpdateState } | { readonly outcome: 'cancelled' }
