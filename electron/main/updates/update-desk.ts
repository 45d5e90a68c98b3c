import path from 'node:path'
import type { Reply } from '#shared/contracts/channel'
import type { Problem } from '#shared/contracts/problems'
import type { CheckedBefore, TakenUpdate, UpdateState, ViewCount } from '#shared/contracts/update-channels'
import { updateEnding, type UpdateManifest } from '#shared/contracts/update-package'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Workstation } from '../workstation/workstation'
import { headquartersUpdates, type HeadquartersUpdatesParts } from './headquarters-updates'
import { kindIn, type RunningVersion } from './judge-update'
import { digestOf, takePackage, type TakenPackage } from './take-package'
import { takenFolders } from './taken-folders'
import { updateBook } from './update-record'
import { compareVersions } from './version-order'
import { rowsOf, weighAfter } from './weigh-after'

export interface UpdateParts {
  /** Folder of this store, where `updates/` lies beside the office. */
  readonly userData: string
  readonly isTraining: boolean
  readonly program: Omit<RunningVersion, 'highest'>
  /** The file of the running AppImage; undefined where the program is none. */
  readonly appImage: string | undefined
  /** Public keys that updates may be signed with. */
  readonly keys: readonly string[]
  readonly workstation: Pick<Workstation, 'ledger' | 'checkNow' | 'mirrorState' | 'lock' | 'isOpen' | 'options'>
  /** A package that the program was opened with, or null. */
  readonly offered: () => string | null
  /** Asks the person; null where they cancelled. */
  readonly askPackage: () => Promise<string | null>
  /** Null where this machine is on no line to a headquarters. */
  readonly headquarters: HeadquartersUpdatesParts['linkTo']
  readonly handOver: HandOver
}

/** What only the system can do. Each answers false where it did not. */
export interface HandOver {
  open(file: string): Promise<boolean>
  show(file: string): void
  /** After the answer is on its way to the window. */
  quitSoon(): void
}

export type UpdateChosen = { outcome: 'taken'; state: UpdateState } | { outcome: 'cancelled' }

export interface UpdateDesk {
  state(): UpdateState
  choose(isOffered: boolean): Promise<Reply<UpdateChosen>>
  /** Asks headquarters what it has; `atHeadquarters` of the state says so afterwards. */
  ask(): Promise<Result<UpdateState, Problem>>
  /** Fetches what it has and takes it like one from a stick; `cancelled` where a person stopped it. */
  fetch(): Promise<Reply<UpdateChosen>>
  /** Also at every lock. What came of a package stays for the next time. */
  breakOff(): Promise<void>
  drop(): UpdateState
  checkBefore(view: ViewCount): Promise<Result<CheckedBefore, Problem>>
  start(): Promise<Result<{ outcome: 'opened' | 'shown' }, Problem>>
  checkAfter(view: ViewCount): Promise<Result<UpdateState, Problem>>
}

/** Updates of this machine's program: taken, verified, begun by hand, and looked at once more after the restart. */
export function updateDesk(parts: UpdateParts): UpdateDesk {
  const { workstation, program, handOver } = parts
  const { now } = workstation.options.clock
  const folder = path.join(parts.userData, 'updates')
  const book = updateBook(folder)
  const folders = takenFolders(folder, parts.appImage)
  const highest = (): string => {
    const known = book.read().highest ?? program.version
    return compareVersions(known, program.version) > 0 ? known : program.version
  }
  let taken: TakenPackage | null = null
  /** Set by a check that found the database sound; gone with the lock, so that it is never of another day. */
  let checked: { readonly ledger: Workstation['ledger']; readonly view: ViewCount } | null = null

  const running = (): RunningVersion => ({ ...program, highest: highest() })
  const there = headquartersUpdates({
    ...{ linkTo: parts.headquarters, folder: path.join(folder, 'incoming'), running, now },
    freeBytes: () => workstation.options.freeBytes(),
  })

  const may = (): UpdateState['may'] => (parts.isTraining ? 'training' : parts.keys.length === 0 ? 'noKey' : 'yes')
  const state = (): UpdateState => {
    const { pending, last, place } = book.read()
    const offered = parts.offered()
    const file = folders.runningFile()
    return {
      version: program.version,
      platform: `${program.platform}-${program.arch}-${program.kind}`,
      may: may(),
      offered: offered === null ? null : path.basename(offered),
      taken: taken && toldOf(taken.manifest),
      isCheckDue: pending !== undefined,
      last: last ?? null,
      misplaced: file === null ? null : { file, to: place ?? null },
      ...there.state(),
    }
  }
  const drop = (): void => {
    taken = null
    checked = null
    folders.clear()
  }
  const take = async (from: string): Promise<Result<UpdateChosen, Problem>> => {
    drop()
    const result = await takePackage(from, { keys: parts.keys, running: running(), folder: folders.next() })
    if (!result.ok) return result
    taken = result.value
    return ok({ outcome: 'taken', state: state() })
  }

  return {
    state,
    choose: async isOffered => {
      if (may() !== 'yes') return refused('noKeyHere')
      const from = isOffered ? parts.offered() : await parts.askPackage()
      if (from === null) return ok({ outcome: 'cancelled' })
      await there.breakOff() // two packages at a time would lie in one folder
      return take(from)
    },
    ask: async () => {
      if (may() !== 'yes') return refused('noKeyHere')
      await there.ask()
      return ok(state())
    },
    fetch: async () => {
      if (may() !== 'yes') return refused('noKeyHere')
      const fetched = await there.fetch(take)
      if (!fetched.ok) return fetched
      // Anew: by now nothing is being fetched any more.
      return ok(fetched.value ? { outcome: 'taken', state: state() } : { outcome: 'cancelled' })
    },
    breakOff: () => there.breakOff(),
    drop: () => {
      drop()
      return state()
    },
    checkBefore: async view => {
      checked = null
      const { ledger } = workstation
      if (!ledger) return err({ kind: 'locked' })
      const found = await workstation.checkNow()
      if (found) return err(found)
      checked = { ledger, view }
      return ok({ acts: ledger.actCount, rows: rowsOf(view), hasCopy: workstation.mirrorState === 'current' })
    },
    start: async () => {
      const { ledger } = workstation
      if (!ledger) return err({ kind: 'locked' })
      if (checked?.ledger !== ledger) return err({ kind: 'updateUnchecked' })
      const update = taken
      // Verified when it was taken, and once more now: it has lain on the disk since.
      if (!update || (await digestOf(update.file)) !== update.manifest.files[0]!.sha256)
        return err({ kind: 'updateGone' })
      const { version } = update.manifest
      const heads = ledger.heads.map(head => ({ ...head }))
      const pending = { from: program.version, to: version, startedAt: now(), heads, view: checked.view }
      // Where the new file is to go; from a folder of ours it would be the wrong advice.
      const place = folders.runningFile() === null ? parts.appImage : book.read().place
      book.change({ pending, highest: highest(), place })
      const outcome = await handToSystem(update, handOver)
      if (outcome === null) {
        book.change({ pending: undefined })
        return err({ kind: 'updateNotOpened', folder: path.dirname(update.file) })
      }
      handOver.quitSoon()
      return ok({ outcome })
    },
    checkAfter: async view => {
      const { ledger } = workstation
      if (!ledger) return err({ kind: 'locked' })
      const { pending } = book.read()
      if (!pending) return ok(state())
      const journal = await workstation.checkNow()
      if (workstation.ledger !== ledger) return err({ kind: 'locked' })
      const last = weighAfter(pending, {
        ...{ version: program.version, journal, view, at: now(), acts: ledger.actCount },
        hashAt: (chain, seq) => ledger.hashAt(seq, chain),
      })
      book.change({ last, pending: undefined, highest: highest() })
      drop()
      return ok(state())
    },
  }
}

/** An AppImage is no installer: opening it would start the new program beside the old one. */
async function handToSystem({ file, manifest }: TakenPackage, handOver: HandOver): Promise<'opened' | 'shown' | null> {
  if (kindIn(manifest) === 'appimage') {
    handOver.show(file)
    return 'shown'
  }
  return (await handOver.open(file)) ? 'opened' : null
}

function toldOf(manifest: UpdateManifest): TakenUpdate {
  const { version, madeAt, notes, files } = manifest
  const { name, bytes, sha256 } = files[0]!
  return { version, madeAt, notes, fileName: name, bytes, sha256, kind: kindIn(manifest) }
}

/** The package among the words that the program was started with: a double click on it in a file manager. */
export const offeredIn = (argv: readonly string[]): string | null =>
  argv.slice(1).find(word => word.toLowerCase().endsWith(updateEnding) && path.isAbsolute(word)) ?? null

const refused = (fault: 'noKeyHere') => ({ ok: false, problem: { kind: 'updateRefused', fault } }) as const
