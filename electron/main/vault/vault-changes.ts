import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { unannounced, type Announce } from './announce'
import type { Posts, VaultRecord } from './vault-file'
import { wrapFor, wrapForRecovery, type NewPerson, type PreparedWrap } from './vault-wraps'

// What vault.json is to hold after a change. Nothing is written here; a prepared key is used up.

export const withPerson = (
  record: VaultRecord,
  person: NewPerson,
  { dataKey, prepared }: { dataKey: Buffer; prepared: PreparedWrap },
): VaultRecord => ({ ...record, people: [...record.people, wrapFor(person, prepared, dataKey)] })

/** Announces the wrap, as for any password that changes: to be written at once. */
export function withNewcomer(
  record: VaultRecord,
  person: NewPerson,
  { announce, ...how }: { dataKey: Buffer; prepared: PreparedWrap; announce: Announce },
): Result<VaultRecord, Problem> {
  const next = withPerson(record, person, how)
  const announced = announce(next.people.at(-1)!.wrap)
  return announced.ok ? ok(next) : announced
}

/** The last one stays, or nobody could open the vault: `unknownPerson`. */
export function withoutPerson(record: VaultRecord, personId: string): Result<VaultRecord, Problem> {
  const people = record.people.filter(person => person.personId !== personId)
  const isLastOrNone = people.length === record.people.length || people.length === 0
  return isLastOrNone ? err({ kind: 'unknownPerson' }) : ok({ ...record, people })
}

export function withPosts(record: VaultRecord, personId: string, posts: Posts): Result<VaultRecord, Problem> {
  if (!record.people.some(person => person.personId === personId)) return err({ kind: 'unknownPerson' })
  const people = record.people.map(person => (person.personId === personId ? { ...person, posts } : person))
  return ok({ ...record, people })
}

/** Announces the new wrap: to be written at once. */
export function withPassword(
  record: VaultRecord,
  personId: string,
  { dataKey, prepared, announce = unannounced }: { dataKey: Buffer; prepared: PreparedWrap; announce?: Announce },
): Result<VaultRecord, Problem> {
  const person = record.people.find(one => one.personId === personId)
  if (!person) return err({ kind: 'unknownPerson' })
  const rewrapped = wrapFor(person, prepared, dataKey)
  const announced = announce(rewrapped.wrap)
  if (!announced.ok) return announced
  return ok({ ...record, people: record.people.map(one => (one === person ? rewrapped : one)) })
}

/** A renewed sheet beside the one in force. */
export const withNextSheet = (record: VaultRecord, recoveryKey: Buffer, dataKey: Buffer): VaultRecord => ({
  ...record,
  nextRecovery: wrapForRecovery(recoveryKey, dataKey),
})

/** The renewed sheet takes the old one's place; `notFound` where none was renewed. Announces its wrap: to be written at once. */
export function withSheetSettled(record: VaultRecord, announce: Announce): Result<VaultRecord, Problem> {
  const { nextRecovery: recovery, ...rest } = record
  if (recovery === undefined) return err({ kind: 'notFound' })
  const announced = announce(recovery.wrap)
  return announced.ok ? ok({ ...rest, recovery }) : announced
}

/** Whether a password or the sheet in force stands in vault.json with this very wrap: whether a change was made. */
export const holdsWrap = (record: VaultRecord, wrap: string): boolean =>
  [...record.people, record.recovery].some(one => one.wrap === wrap)
