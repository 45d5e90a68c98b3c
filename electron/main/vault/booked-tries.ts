import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { PasswordKdf } from './password-key'
import { parseRecoveryKey } from './recovery-key'
import type { SignInGuard } from './sign-in-guard'
import type { VaultPerson, VaultRecord } from './vault-file'
import { openWithPassword, openWithSheet } from './vault-wraps'

export interface TryParts {
  readonly guard: SignInGuard
  readonly kdf: PasswordKdf
}

/** What a password opens for its person. The key is the caller's to keep or to zero. */
export interface GoodTry {
  readonly dataKey: Buffer
  /** Wrong passwords since the last good one. */
  readonly failuresBefore: number
}

/**
 * Whether this is the password of that person. Booked, and still so when it was good: the caller tells the guard. `mustWait`;
 * `wrongPassword` also for an unknown person, after the same time.
 */
export async function tryPassword(
  { guard, kdf }: TryParts,
  { people }: VaultRecord,
  { personId, password }: { readonly personId: string; readonly password: string },
): Promise<Result<GoodTry, Problem>> {
  const known = people.find(person => person.personId === personId)
  const who = known ? personId : 'nobody'
  const begun = guard.begin(who)
  if (!begun.ok) return begun
  const tried = known ?? people[0]
  const opened = tried ? await openWithPassword(kdf, tried, password) : null
  const dataKey = known ? opened : discard(opened)
  if (dataKey === null) return wrong(guard, { kind: 'wrongPassword', who })
  return ok({ dataKey, failuresBefore: begun.value.failuresBefore })
}

/**
 * What the printed key opens; a good try is forgiven here. A typing error is `badInput` with detail `recoveryKey` or
 * `recoveryKey.group.3` and costs no try.
 */
export function trySheet(guard: SignInGuard, record: VaultRecord, typed: string): Result<Buffer, Problem> {
  const recoveryKey = parseRecoveryKey(typed)
  if (!recoveryKey.ok) return err({ kind: 'badInput', detail: mistypedDetail(recoveryKey.problem.group) })
  const begun = guard.begin('recovery')
  if (!begun.ok) return begun
  const dataKey = openWithSheet(record, recoveryKey.value)
  recoveryKey.value.fill(0)
  if (dataKey === null) return wrong(guard, { kind: 'wrongRecoveryKey', who: 'recovery' })
  guard.succeed('recovery')
  return ok(dataKey)
}

/** Whether this is anybody's password; a good try is forgiven here. Booked apart from anybody's own. */
export async function tryStaffPassword(
  { guard, kdf }: TryParts,
  people: readonly VaultPerson[],
  password: string,
): Promise<Result<void, Problem>> {
  const begun = guard.begin('kiosk')
  if (!begun.ok) return begun
  for (const person of people) {
    const opened = await openWithPassword(kdf, person, password)
    if (opened === null) continue
    discard(opened)
    guard.succeed('kiosk')
    return ok(undefined)
  }
  return wrong(guard, { kind: 'wrongPassword', who: 'kiosk' })
}

type WrongKind = Extract<Problem, { kind: 'wrongPassword' | 'wrongRecoveryKey' }>['kind']

const wrong = (guard: SignInGuard, { kind, who }: { kind: WrongKind; who: string }): Result<never, Problem> =>
  err({ kind, waitSeconds: guard.waitSeconds(who) })

const mistypedDetail = (group: number | null) => (group === null ? 'recoveryKey' : `recoveryKey.group.${group}`)

function discard(key: Buffer | null): null {
  key?.fill(0)
  return null
}
