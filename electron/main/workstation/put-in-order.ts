import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { OfficeAuthority } from '../authority/office-authority'
import type { OpenKeys } from '../vault/open-keys'
import { foundingActs, type Founding } from './founding'
import { foundingDraft } from './own-drafts'
import { tellUntoldChange, type TellingParts } from './untold-change'

export interface OrderParts extends TellingParts {
  readonly authority: OfficeAuthority
  readonly keys: OpenKeys
  readonly newId: () => string
}

/** Ends what a crash between vault and ledger left half done. */
export function putInOrder(parts: OrderParts): Result<void, Problem> {
  if (parts.ledger.readOnly) return ok(undefined)
  const founded = foundIfNeeded(parts)
  if (!founded.ok) return founded
  tellUntoldChange(parts) // where the ledger takes nothing today, the next sign-in tells
  return forgetStrangers(parts)
}

function foundIfNeeded({ vault, ledger, keys, write, newId }: OrderParts): Result<void, Problem> {
  if (ledger.head.seq > 0) {
    vault.drafts.discard(foundingDraft) // sealed, and done with: a disk that keeps it now shuts nobody out
    return ok(undefined)
  }
  const kept = vault.drafts.load(foundingDraft)
  if (!kept.ok) return kept
  if (kept.value === null) return err({ kind: 'notEstablished' })
  const founding = kept.value.content as unknown as Omit<Founding, 'password'> // sealed by us, so it has our shape
  const written = write(foundingActs(founding, { ...keys, agencyId: newId() }))
  return written.ok ? vault.drafts.discard(foundingDraft) : written
}

/** A crash between vault and ledger leaves a wrap of somebody whom nobody added, or who has left: it goes. */
function forgetStrangers({ vault, authority, keys }: OrderParts): Result<void, Problem> {
  for (const { personId } of vault.status().people) {
    if (authority.postsOf(personId).length === 0) vault.removePerson(personId)
  }
  // Even where the wrap could not go: a stranger sees nothing.
  return authority.isKnown(keys.personId) ? ok(undefined) : err({ kind: 'unknownPerson' })
}
