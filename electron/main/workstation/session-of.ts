import type { Session } from '#shared/contracts/desk-channels'
import type { OfficeAuthority } from '../authority/office-authority'
import type { Ledger } from '../ledger/ledger'
import type { OpenKeys } from '../vault/open-keys'
import type { Vault } from '../vault/vault'

/** Whoever has signed in, as the window may know it; null before the office stands in the vault. */
export function sessionOf(
  {
    keys,
    ledger,
    authority,
  }: { readonly keys: OpenKeys; readonly ledger: Ledger; readonly authority: OfficeAuthority },
  vault: Pick<Vault, 'house' | 'status'>,
): Session | null {
  const { house } = vault
  if (!house) return null
  const me = vault.status().people.find(person => person.personId === keys.personId)
  const { officeName, windowName, placeCode, workstation } = house
  const { readOnly, tornTailBytes, head } = ledger
  return {
    personId: keys.personId,
    name: me?.name ?? '',
    // From the ledger: what stands in vault.json for the sign-in screen could be edited.
    posts: [...authority.postsOf(keys.personId)],
    ...{ officeName, windowName, placeCode, workstation },
    chain: head.chain,
    rowsKey: new Uint8Array(keys.rows),
    lastSeq: head.seq,
    failuresBefore: keys.failuresBefore,
    autoLockMinutes: authority.autoLockMinutes(actsOf(ledger)),
    ...(readOnly ? { readOnly } : {}),
    ...(tornTailBytes > 0 ? { tornTailBytes } : {}),
  }
}

export const actsOf = (ledger: Ledger) => ({ of: (subject: string) => ledger.actsOf(subject) })
