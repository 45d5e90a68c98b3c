/**
 * What a rehearsal may pretend: a fixed time, a full disk, somebody who releases updates, an address. Read from the environment, and only where the program is
 * not packaged, so that an installed one cannot be talked into another day. The screen says 演练 while it is on.
 */
export interface Rehearsal {
  /** Milliseconds since 1970 at which the rehearsal's clock starts; it then runs on. */
  readonly startsAt?: number
  readonly freeBytes?: number
  /** Public key (base64) that updates may be signed with, beside those that are built in. */
  readonly updateKey?: string
  /** In place of this machine's addresses, so that machines of a rehearsal meet on this machine alone. */
  readonly address?: string
}

export function readRehearsal(
  isPackaged: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): Rehearsal {
  if (isPackaged) return {}
  const startsAt = Date.parse(environment['RECORDS_DESK_REHEARSAL_TIME'] ?? '')
  const freeBytes = Number(environment['RECORDS_DESK_REHEARSAL_FREE_BYTES'] ?? NaN)
  const updateKey = environment['RECORDS_DESK_REHEARSAL_UPDATE_KEY']
  const address = environment['RECORDS_DESK_REHEARSAL_ADDRESS']
  return {
    ...(address ? { address } : {}),
    ...(updateKey ? { updateKey } : {}),
    ...(Number.isNaN(startsAt) ? {} : { startsAt }),
    ...(Number.isNaN(freeBytes) ? {} : { freeBytes }),
  }
}
