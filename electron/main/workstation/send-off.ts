import type { SignedAct } from '#shared/ledger/exchange/signed-act'
import type { OfficeAuthority } from '../authority/office-authority'
import type { Vault } from '../vault/vault'

/** Whether the acts may change what somebody may do: the text of each is looked through, none is opened. */
export const changesPosts = (acts: readonly Pick<SignedAct, 'body'>[]): boolean =>
  acts.some(({ body }) => body.includes('"person.postsChanged@'))

/**
 * Whoever left by the word of another machine loses the way in here too, at once and not with the next sign-in: their wrap
 * goes. People whom the ledger does not know yet stay: their acts may be on the way.
 */
export function forgetWhoLeft(vault: Vault, authority: OfficeAuthority): void {
  for (const { personId } of vault.status().people) if (hasLeft(authority, personId)) vault.removePerson(personId)
}

export const hasLeft = (authority: OfficeAuthority, personId: string): boolean =>
  authority.isKnown(personId) && authority.postsOf(personId).length === 0
