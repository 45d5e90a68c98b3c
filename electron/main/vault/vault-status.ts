import type { VaultStatus } from '#shared/contracts/desk-channels'
import type { House } from './open-keys'
import type { VaultRecord } from './vault-file'

/** What the sign-in screen may know; null for the record where no office has been set up. */
export function statusOf(record: VaultRecord | null, isOpen: boolean): VaultStatus {
  if (record === null) return { state: 'empty', officeName: '', windowName: '', workstation: '', people: [] }
  const { officeName, windowName, workstation } = record
  const people = record.people.map(({ personId, name, posts }) => ({ personId, name, posts: [...posts] }))
  return { state: isOpen ? 'open' : 'locked', officeName, windowName, workstation, people }
}

/** Where this machine stands. */
export function houseOf({ officeId, chain, officeName, windowName, placeCode, workstation }: VaultRecord): House {
  return { officeId, chain, officeName, windowName, placeCode, workstation }
}
