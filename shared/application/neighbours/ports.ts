import type { JoiningState, NeighbourState, ShownJoinRequest } from '../../contracts/neighbour-channels'
import type { Problem } from '../../contracts/problems'
import type { Result } from '../../kernel/result'

export type {
  Invitation,
  JoinFailure,
  JoiningState,
  NeighbourState,
  OfficeMachine,
  ShownJoinRequest,
} from '../../contracts/neighbour-channels'

type Asked<T> = Promise<Result<T, Problem>>

/** Where this machine's line is opened: one of its addresses, and a port. */
export interface LinePlace {
  readonly address: string
  readonly port: number
}

/** The office's own machines, as whoever works at one of them sees and settles it. */
export interface Neighbours {
  read(): Asked<NeighbourState>
  serve(at: LinePlace): Asked<void>
  endServing(): Asked<void>
  /** A code for one machine; opens the line where it is not open. */
  invite(at: LinePlace): Asked<void>
  /** The digits are the same on both screens. */
  admit(pairingId: string, password: string): Asked<void>
  endInvitation(): Asked<void>
  setPartner(address: string | null): Asked<void>
  exchange(): Asked<void>
  /** Resolves when the register shows it. */
  revoke(chain: string): Asked<void>
  /** Null where the person cancelled. */
  readRequest(): Asked<ShownJoinRequest | null>
  /** What is compared with the other screen; null where the person cancelled. */
  writeAnswer(requestId: string, password: string): Asked<string | null>
}

export interface NewMachineForm {
  /** One capital letter. */
  readonly workstation: string
  readonly windowName: string
}

/** A machine without an office becomes one of an office that stands already. */
export interface Joining {
  read(): Asked<JoiningState>
  begin(form: NewMachineForm & { readonly address: string; readonly code: string }): Asked<void>
  confirm(): Asked<void>
  cancel(): Asked<void>
  /** False where the person cancelled. */
  writeRequest(form: NewMachineForm & { readonly password: string }): Asked<boolean>
  readAnswer(password: string): Asked<boolean>
  acceptAnswer(): Asked<void>
}
