import fs from 'node:fs'
import path from 'node:path'
import type { Reply } from '#shared/contracts/channel'
import type { PutBackFailure, PutBackOpening, PutBackState, ShownCopy } from '#shared/contracts/put-back-channels'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { attemptWrite } from '../vault/attempt-write'
import { tryPassword, trySheet } from '../vault/booked-tries'
import type { PasswordKdf } from '../vault/password-key'
import { openSession, type VaultSession } from '../vault/session'
import { openSignInGuard } from '../vault/sign-in-guard'
import type { Vault } from '../vault/vault'
import { nodeVaultFiles } from '../vault/vault-files'
import { leastFreeBytes } from '../workstation/disk-space'
import { newSalt, writeMark } from '../workstation/machine-mark'
import { checkCopy } from './check-copy'
import { copyFiles } from './copy-files'
import { readOfficeCopy, type OfficeCopy } from './office-copy'
import { doneMark, movePutBack, putBackFolder } from './put-back-folder'

export interface PutBackParts {
  /** Where the office is to lie. */
  readonly office: string
  readonly vault: Pick<Vault, 'status' | 'reread'>
  readonly kdf: PasswordKdf
  readonly now: () => number
  readonly freeBytes: () => number
  /** Null where it was cancelled. */
  readonly askFolder: () => Promise<string | null>
  readonly dropView: () => Promise<void>
  /** A bug: its number goes to the log. */
  readonly onFault: (cause: unknown) => void
}

export interface PutBackDesk {
  state(): PutBackState
  choose(): Promise<Reply<{ outcome: 'done' | 'cancelled' }>>
  /** Answers when the password was tried; the copy is read beside. */
  check(opening: PutBackOpening): Promise<Reply<void>>
  start(): Reply<void>
  cancel(): Reply<void>
}

/**
 * An office comes back from its second copy to a machine that has none. Its keys are copied first, so that tries of a
 * password are counted here and nothing is written into the copy; then the copy is read whole with them; then the rest is
 * copied beside and put in place by one rename. Interrupted anywhere, this machine has no office and may begin anew.
 */
export function putBackDesk(parts: PutBackParts): PutBackDesk {
  const { office, vault } = parts
  const making = putBackFolder(office)
  let state: PutBackState = { stage: 'idle' }
  let copy: OfficeCopy | null = null
  /** Grows with every beginning and end: what is under way for an earlier one says nothing any more. */
  let turn = 0
  /** What was stopped may still be writing its last file: nothing is begun beside it. */
  let running: Promise<void> = Promise.resolve()
  const isFree = (): boolean => vault.status().state === 'empty'

  /** Runs beside the window; its outcome is the next state, unless somebody has begun anew. */
  const run = (work: (isStopped: () => boolean, say: (next: PutBackState) => void) => Promise<PutBackState>): void => {
    const own = ++turn
    const say = (next: PutBackState): void => {
      if (own === turn) state = next
    }
    running = work(() => own !== turn, say).then(say, (cause: unknown) => {
      const code = cause instanceof Error && 'code' in cause ? cause.code : null
      if (code === null) parts.onFault(cause)
      say(failed(code === 'ENOSPC' ? 'noSpace' : 'unreadable'))
    })
  }

  return {
    state: () => state,
    choose: async () => {
      if (!isFree()) return taken
      const folder = await parts.askFolder()
      if (folder === null) return ok({ outcome: 'cancelled' as const })
      turn++
      copy = null
      await running
      const read = readOfficeCopy(folder, parts.kdf.floor)
      if (!read.ok) state = failed(read.problem)
      else if (await takeKeys(read.value, making)) {
        copy = read.value
        state = { stage: 'found', copy: shownOf(copy) }
      } else state = failed('cannotWrite')
      return ok({ outcome: 'done' as const })
    },
    check: async opening => {
      const of = copy
      if (!of || state.stage !== 'found' || !isFree()) return notNow
      const own = turn
      const session = await openCopy(parts, { copy: of, opening, folder: path.join(making, 'vault') })
      if (!session.ok) return session
      const { keys, subjectKeys, close } = session.value
      if (own !== turn) {
        close()
        return notNow
      }
      state = { stage: 'checking', done: 0, of: 0 }
      run(async (isStopped, say) => {
        try {
          const onProgress = (done: number, all: number) => say({ stage: 'checking', done, of: all })
          const checked = await checkCopy({ copy: of, journalKey: keys.journal, subjectKeys, onProgress, isStopped })
          return checked ? { stage: 'checked', copy: shownOf(of), checked } : { stage: 'idle' }
        } finally {
          close()
        }
      })
      return done
    },
    start: () => {
      const of = copy
      if (!of || state.stage !== 'checked' || !isFree()) return notNow
      const all = bytesOf(of)
      state = { stage: 'copying', done: 0, of: all }
      run(async (isStopped, say) => {
        if (parts.freeBytes() < all + leastFreeBytes) return failed('noSpace')
        const onProgress = (bytes: number) => say({ stage: 'copying', done: bytes, of: all })
        if (!(await copyFiles({ files: of.rest, to: making, onProgress, isStopped }))) return { stage: 'idle' }
        await parts.dropView()
        const { chain, officeName } = of.record
        const marked = writeMark(making, { v: 1, chain, salt: newSalt(), identifiers: [], isPutBack: true })
        if (!marked.ok) return failed('cannotWrite')
        if (isStopped()) return { stage: 'idle' }
        fs.writeFileSync(path.join(making, doneMark), '1', { flush: true })
        nodeVaultFiles.syncFolder(making)
        movePutBack(office)
        return vault.reread().ok ? { stage: 'done', officeName } : failed('keysDamaged')
      })
      return done
    },
    cancel: () => {
      turn++
      copy = null
      state = { stage: 'idle' }
      return done
    },
  }
}

/** Into a folder with nothing of an earlier attempt in it. False where a disk does not do it. */
async function takeKeys({ keys: files }: OfficeCopy, making: string): Promise<boolean> {
  try {
    fs.rmSync(making, { recursive: true, force: true })
    return await copyFiles({ files, to: making, onProgress: () => undefined, isStopped: () => false })
  } catch {
    return false
  }
}

interface Opened {
  readonly copy: OfficeCopy
  readonly opening: PutBackOpening
  /** Of the keys that were copied. */
  readonly folder: string
}

/** The copy's keys, for the check alone. Nothing is changed by it: whoever uses the sheet sets a new password at the sign-in. */
async function openCopy(
  { kdf, now }: Pick<PutBackParts, 'kdf' | 'now'>,
  { copy: { record }, opening, folder }: Opened,
): Promise<Result<VaultSession, Problem>> {
  const files = nodeVaultFiles
  const guard = attemptWrite(() => openSignInGuard({ files, folder, now }))
  if (!guard.ok) return guard
  const tried = await tryOpening({ guard: guard.value, kdf }, { record, opening })
  if (!tried.ok) return tried
  const by = { personId: 'personId' in opening ? opening.personId : record.people[0]!.personId, failuresBefore: 0 }
  return openSession({ files, folder, mirrorFolder: undefined, now, record, dataKey: tried.value, by })
}

async function tryOpening(
  parts: Parameters<typeof tryPassword>[0],
  { record, opening }: Pick<OfficeCopy, 'record'> & Pick<Opened, 'opening'>,
): Promise<Result<Buffer, Problem>> {
  if ('recoveryKey' in opening) return trySheet(parts.guard, record, opening.recoveryKey)
  const tried = await tryPassword(parts, record, opening)
  if (!tried.ok) return tried
  parts.guard.succeed(opening.personId)
  return ok(tried.value.dataKey)
}

const bytesOf = ({ rest }: OfficeCopy): number => rest.reduce((sum, { bytes }) => sum + bytes, 0)

function shownOf(copy: OfficeCopy): ShownCopy {
  const { officeName, windowName, workstation, people } = copy.record
  const names = people.map(({ personId, name }) => ({ personId, name }))
  return { folder: copy.folder, officeName, windowName, workstation, people: names, bytes: bytesOf(copy) }
}

const failed = (why: PutBackFailure): PutBackState => ({ stage: 'failed', why })
const done: Reply<void> = { ok: true, value: undefined }
const notNow = err({ kind: 'notFound' } as const)
const taken = err({ kind: 'alreadyEstablished' } as const)
