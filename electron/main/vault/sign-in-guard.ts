import { z } from 'zod'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { readSettled, writeAtomically } from './atomic-file'
import { attemptWrite } from './attempt-write'
import { joinPath, type VaultFiles } from './vault-files'

/**
 * Slows guessing down: five tries are free, then 1 s, 2 s, 4 s ... up to 15 minutes for each person. It survives a
 * restart and a clock set back. It cannot survive deletion of its file, nor a clock set forward between two runs: who
 * can do either holds the disk, and against them stands Argon2id alone.
 */
export interface SignInGuard {
  /** Books a try before it is made, so that killing the program buys none. `mustWait` where it comes too early. */
  begin(who: string): Result<{ failuresBefore: number }, Extract<Problem, { kind: 'mustWait' }>>
  /** The try was good: forgets the failures. */
  succeed(who: string): void
  /** Tries booked since the last good one. */
  failures(who: string): number
  /** Seconds until the next try, rounded up; 0 where it may come at once. */
  waitSeconds(who: string): number
}

export interface GuardOptions {
  readonly files: VaultFiles
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const freeTries = 5
const longestDelayMs = 15 * 60_000
const fileName = 'sign-in-failures.json'

const failure = z.strictObject({ count: z.number().int().positive(), lastAt: z.number() })
const failuresFile = z.strictObject({ v: z.literal(1), failures: z.record(z.string(), failure) })
type Failure = z.infer<typeof failure>

export function openSignInGuard({ files, folder, now }: GuardOptions): SignInGuard {
  const file = joinPath(folder, fileName)
  const failures = new Map<string, Failure>(Object.entries(readFailures(readSettled(files, file))))

  // Where the disk refuses, the counts stay in memory: nobody is kept out by a full disk, and who can fill it could as
  // well delete the file.
  const save = () => {
    const content = { v: 1, failures: Object.fromEntries(failures) }
    attemptWrite(() => writeAtomically(files, file, Buffer.from(JSON.stringify(content), 'utf8')))
  }
  const waitMs = (who: string) => {
    const last = failures.get(who)
    if (!last) return 0
    return Math.max(0, Math.min(delayMs(last.count), last.lastAt + delayMs(last.count) - now()))
  }
  const waitSeconds = (who: string) => Math.ceil(waitMs(who) / 1000)

  return {
    begin: who => {
      const last = failures.get(who)
      if (last && waitMs(who) > 0) {
        if (now() < last.lastAt) {
          failures.set(who, { ...last, lastAt: now() }) // clock set back: the whole delay, counted from what it says now
          save()
        }
        return err({ kind: 'mustWait', waitSeconds: waitSeconds(who) })
      }
      const failuresBefore = last?.count ?? 0
      failures.set(who, { count: failuresBefore + 1, lastAt: now() })
      save()
      return ok({ failuresBefore })
    },
    succeed: who => {
      failures.delete(who)
      save()
    },
    failures: who => failures.get(who)?.count ?? 0,
    waitSeconds,
  }
}

const delayMs = (count: number): number =>
  count < freeTries ? 0 : Math.min(longestDelayMs, 1000 * 2 ** Math.min(count - freeTries, 20))

/** A file that cannot be read counts as deleted. */
function readFailures(bytes: Buffer | null): Record<string, Failure> {
  if (bytes === null) return {}
  try {
    return failuresFile.parse(JSON.parse(bytes.toString('utf8'))).failures
  } catch {
    return {}
  }
}
