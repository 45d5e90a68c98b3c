import type { Problem } from '../../contracts/problems'
import type {
  AtHeadquarters,
  CheckedBefore,
  TakenUpdate,
  UpdateOutcome,
  UpdateState,
} from '../../contracts/update-channels'
import type { Result } from '../../kernel/result'

export type { AtHeadquarters, CheckedBefore, TakenUpdate, UpdateOutcome, UpdateState }

/** Updates of the program on this machine, from a file that somebody brought, or from headquarters. Main verifies and hands over. */
export interface UpdateCare {
  read(): Promise<Result<UpdateState, Problem>>
  /** `isOffered`: the package that the program was opened with; else a dialog asks for a file. */
  choose(isOffered: boolean): Promise<Result<UpdateChoice, Problem>>
  /** Asks headquarters whether it has a newer one; nothing is fetched by that. */
  ask(): Promise<Result<UpdateState, Problem>>
  /** Fetches it, and takes it as one that was chosen; `read` says how far it is. */
  fetch(): Promise<Result<UpdateChoice, Problem>>
  stopFetch(): Promise<Result<void, Problem>>
  drop(): Promise<Result<UpdateState, Problem>>
  /** Journals read whole, view counted: what the check after the update compares with. */
  checkBefore(): Promise<Result<CheckedBefore, Problem>>
  /** The program ends soon after. */
  start(): Promise<Result<{ readonly outcome: 'opened' | 'shown' }, Problem>>
  checkAfter(): Promise<Result<UpdateState, Problem>>
}

export type UpdateChoice =
  | { readonly outcome: 'taken'; readonly state: UpdateState }
  | { readonly outcome: 'cancelled' }
