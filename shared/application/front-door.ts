import type { AgencyDetails, PersonOfStaff, Session, VaultStatus } from '../contracts/desk-channels'
import type { Problem } from '../contracts/problems'
import type { Post } from '../domain/people/person-facts'
import type { Result } from '../kernel/result'

/** What the wizard of the first start asks for. */
export interface NewOfficeForm {
  readonly officeName: string
  readonly placeCode: string
  readonly windowName: string
  readonly workstation: string
  readonly agency: AgencyDetails
  readonly administrator: { readonly name: string; readonly password: string; readonly posts: Post[] }
}

/** The door of the office: who may come in, and with what. Passwords pass through and are never kept. */
export interface FrontDoor {
  status(): Promise<Result<VaultStatus, Problem>>
  establish(form: NewOfficeForm): Promise<Result<{ session: Session; recoveryKey: string }, Problem>>
  signIn(personId: string, password: string): Promise<Result<Session, Problem>>
  recover(input: { recoveryKey: string; personId: string; newPassword: string }): Promise<Result<Session, Problem>>
  lock(): Promise<void>
  /** A new key. The old sheet opens too until `keepRecoverySheet` has answered. */
  renewRecoverySheet(): Promise<Result<{ recoveryKey: string }, Problem>>
  /** The new sheet is in hand: the old one ends. */
  keepRecoverySheet(): Promise<Result<void, Problem>>
  addPerson(person: { name: string; posts: Post[]; password: string }): Promise<Result<{ personId: string }, Problem>>
  /** One's own; main asks for the present password. */
  changePassword(current: string, password: string): Promise<Result<void, Problem>>
  /** Another's, by an administrator. */
  setPassword(personId: string, password: string): Promise<Result<void, Problem>>
  /** No posts: the person has left and opens this office no longer. */
  setPosts(personId: string, posts: readonly Post[]): Promise<Result<void, Problem>>
  /** Prints or saves the recovery sheet; `cancelled` leaves the wizard where it is. */
  recoverySheet(sheet: {
    readonly recoveryKey: string
    readonly officeName: string
    readonly workstation: string
    readonly how: 'printed' | 'saved'
  }): Promise<Result<'done' | 'cancelled', Problem>>
}

export type { AgencyDetails, PersonOfStaff, Session, VaultStatus }
