import fs from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import type { Reply } from '#shared/contracts/channel'
import type { BegunExport, mediaChannels } from '#shared/contracts/media-channels'
import { err, ok } from '#shared/kernel/result'
import { officeSubject } from '#shared/ledger/subject'
import { writeCsv } from '../registers/write-csv'
import type { Workstation } from '../workstation/workstation'
import { exportAct, placeholder } from './exporting/export-act'
import { partFolderName } from './exporting/export-names'
import { ExportStop, mediumProblem } from './exporting/export-problem'
import type { ExportProgress } from './exporting/export-progress'
import { exportTags } from './exporting/export-tags'
import { removeLeftover } from './exporting/leftovers'
import { beginMediumExport, type MediumExport } from './exporting/medium-export'
import type { MediaFiles } from './exporting/media-files'
import { piecesOfFile } from './exporting/pieces-of-file'
import { heldSticks } from './carrying/held-sticks'
import type { StickExchange } from './carrying/stick-exchange'
import type { Medium } from './medium'
import { pieceHandover, type PieceHandover } from './piece-handover'
import { sealedFile } from './sealed-file'
import { shownMedium } from './shown-medium'
import { unseenEnds, type HeldWork } from './unseen-end'
import { verifying, type Verified } from './verifying'

type Output<N extends keyof typeof mediaChannels> = z.output<(typeof mediaChannels)[N]['output']>
export type Input<N extends keyof typeof mediaChannels> = z.output<(typeof mediaChannels)[N]['input']>
type Answer<N extends keyof typeof mediaChannels> = Promise<Reply<Output<N>>>
export interface MediaDeskParts {
  readonly workstation: Pick<Workstation, 'append' | 'refusal' | 'session' | 'sign' | 'scans' | 'holdAutoLock'> & {
    readonly options: { readonly clock: { today(): string } }
  }
  readonly find: () => Promise<readonly Medium[]>
  /** Name of the export that the program was opened with, told once. */
  readonly takeOffered?: () => string | null
  readonly folderAt: (folder: string) => Medium
  readonly askFolder: () => Promise<string | null>
  readonly files: MediaFiles
  readonly sticks: StickExchange
  readonly newId: () => string
  readonly now: () => number
}

interface Running {
  readonly export_: MediumExport
  readonly isMasked: boolean
  readonly held: HeldWork
  readonly expected: BegunExport['expected']
  /** While a bundle's parts are made on this machine's own disk: bytes so far. */
  packed: number | null
  isStopped: boolean
  file: { readonly path: string; readonly handover: PieceHandover; readonly done: Promise<Reply<void>> } | null
}

/** Records on their way onto sticks and folders. That something leaves is an act, and the act comes before its name. */
export function mediaDesk(parts: MediaDeskParts) {
  const { workstation, find, folderAt, askFolder, files, sticks, newId, now } = parts
  const running = new Map<string, Running>()
  /** Folders on media, from before they are made until they have their name or are taken away. */
  const inWork = new Set<string>()
  const ends = unseenEnds({ holdAutoLock: () => workstation.holdAutoLock() })
  const chosen = new Map<string, string>()
  const verified: Verified = new Map()
  const heldIn = heldSticks(sticks, ends)
  let locks = 0

  const mediaNow = async (): Promise<readonly Medium[]> => [
    ...(await find()),
    ...[...chosen.values()].filter(folder => fs.existsSync(folder)).map(folderAt), // on a stick it goes with the stick
  ]
  const mediumOf = async (mediumId: string): Promise<Medium | null> =>
    (await mediaNow()).find(({ id }) => id === mediumId) ?? null

  const begin = async (begun: BegunExport): Answer<'media:begin'> => {
    const medium = await mediumOf(begun.mediumId)
    if (!medium) return err(mediumProblem('gone'))
    if (medium.isReadOnly) return err(mediumProblem('readOnly'))
    const exportId = newId()
    const on = workstation.options.clock.today()
    const actOf = exportAct({ begun, medium, exportId, on })
    // Asked before a byte leaves: who may not export, or not unmasked, does not begin.
    const refused = workstation.refusal(actOf(placeholder(on, exportId)))
    if (refused) return err(refused)
    const session = workstation.session()
    if (!session) return err({ kind: 'locked' })
    const locksBefore = locks
    inWork.add(partFolderName(exportId))
    const opened = await beginMediumExport({
      ...{ files, root: medium.root, exportId, on, now, expected: begun.expected },
      tagsOf: written =>
        exportTags(written, {
          ...{ officeName: session.officeName, chain: session.chain, on, exportId },
          ...{ mediumNo: begun.mediumNo, isMasked: begun.isMasked, sign: bytes => workstation.sign(bytes) },
        }),
      record: sealed => workstation.append(actOf(sealed)),
      recordNothingLeft: () =>
        void workstation.append({
          ...{ subject: officeSubject, role: begun.role },
          facts: [{ type: 'media.exportUndone@1', open: { exportId } }],
        }),
    })
    if (!opened.ok) {
      inWork.delete(partFolderName(exportId))
      return opened
    }
    // Found again after it was begun: what was begun is on the medium, and not on what was left of its mount. A lock meanwhile
    // saw nothing of it, also one that was opened again since.
    const again = await mediumOf(begun.mediumId)
    if (!again || locks !== locksBefore) {
      await opened.value.cancel()
      inWork.delete(partFolderName(exportId))
      return err(locks === locksBefore ? mediumProblem('gone') : { kind: 'locked' })
    }
    ends.forget()
    const held = ends.hold({ what: 'export', name: begun.mediumNo })
    const { isMasked, expected } = begun
    const news = { packed: null, isStopped: false, file: null }
    running.set(exportId, { export_: opened.value, isMasked, expected, held, ...news })
    return ok({ exportId })
  }

  const takeAway = async (one: Running): Promise<void> => {
    one.isStopped = true
    one.file?.handover.stop()
    await one.export_.cancel()
  }
  const cancel = async (exportId: string): Promise<void> => {
    const one = running.get(exportId)
    if (!one) return
    running.delete(exportId)
    one.held.ended({ kind: 'stopped' })
    await takeAway(one)
    inWork.delete(partFolderName(exportId))
  }
  const withExport = async <T>(exportId: string, work: (one: Running) => Promise<Reply<T>>): Promise<Reply<T>> => {
    const one = running.get(exportId)
    if (!one) return err({ kind: 'notFound' })
    const takeAwayFailed = async (): Promise<boolean> => {
      const failedItself = running.delete(exportId)
      if (failedItself) {
        // Most took themselves away when they failed. What nobody can go on with is gone as well, whatever was wrong.
        await takeAway(one)
        inWork.delete(partFolderName(exportId))
      }
      return failedItself
    }
    let done: Reply<T>
    try {
      done = await work(one)
    } catch (cause) {
      // A bug: told by its number where it was asked for. Nothing goes on for which the lock would wait.
      if (await takeAwayFailed()) one.held.ended(null)
      throw cause
    }
    if (done.ok) return done
    const { problem } = done
    const failedItself = await takeAwayFailed()
    // What was stopped fails in one way or another afterwards: only that it may have its name all the same is news.
    if (failedItself || problem.kind === 'exportUncertain') one.held.ended({ kind: 'failed', problem })
    return done
  }

  return {
    list: async (): Answer<'media:list'> =>
      ok(await Promise.all((await mediaNow()).map(one => shownMedium(one, files, inWork)))),

    takeOffered: (): string | null => parts.takeOffered?.() ?? null,

    chooseFolder: async (): Answer<'media:chooseFolder'> => {
      const folder = await askFolder()
      if (folder === null) return ok({ mediumId: null })
      const { id } = folderAt(folder)
      chosen.set(id, folder)
      return ok({ mediumId: id })
    },

    begin,

    piece: async ({ exportId, path: name, bytes, isLast }: Input<'media:piece'>): Answer<'media:piece'> =>
      withExport(exportId, async one => {
        const file = one.file ?? startFile(one, name)
        if (file.path !== name) return err({ kind: 'badInput', detail: 'path' })
        // Whichever is first: the piece taken, or the file failed.
        const failed = await Promise.race([file.handover.put(bytes).then(() => null), file.done])
        if (failed) return failed
        if (!isLast) return ok(undefined)
        file.handover.end()
        one.file = null
        return file.done
      }),

    table: async ({ exportId, path: name, columns, rows }: Input<'media:table'>): Answer<'media:table'> =>
      withExport(exportId, one => one.export_.add({ path: name, pieces: [writeCsv({ columns, rows })] })),

    sealed: async ({ exportId, path: name, subject, digest }: Input<'media:sealed'>): Answer<'media:sealed'> =>
      withExport(exportId, async one => {
        const opened = sealedFile(workstation.scans, { subject, digest, isMasked: one.isMasked })
        return opened.ok ? one.export_.add({ path: name, pieces: opened.value }) : opened
      }),

    bundle: async ({ exportId, ...wish }: Input<'media:bundle'>): Answer<'media:bundle'> =>
      withExport(exportId, async one => {
        one.packed = 0
        const written = await sticks.write(wish, count => {
          if (one.isStopped) throw new ExportStop({ kind: 'exportCancelled' })
          one.packed! += count
        })
        one.packed = null
        if (!written.ok) return written
        const { acts, blobs, files: bundled, remove } = written.value
        try {
          const fits = await one.export_.expect(sizeOfFiles(bundled))
          if (!fits.ok) return fits
          for (const file of bundled) {
            const added = await one.export_.add({ path: `data/${path.basename(file)}`, pieces: piecesOfFile(file) })
            if (!added.ok) return added
          }
          return ok({ acts, blobs })
        } finally {
          remove()
        }
      }),

    /** Of a medium by its id; nothing is read of a folder that nobody chose. */
    onMedium: async <T>(mediumId: string, work: (root: string) => Reply<T> | Promise<Reply<T>>): Promise<Reply<T>> => {
      const medium = await mediumOf(mediumId)
      return medium ? work(medium.root) : err({ kind: 'mediumNotRead', why: 'gone' })
    },
    sticks: heldIn,

    /** How the last export or import ended, where a lock took away the screen that would have said so. */
    unseenEnd: (): Reply<Output<'media:unseenEnd'>> => ok(ends.current()),
    forgetEnd: (): Reply<Output<'media:forgetEnd'>> => ok(ends.forget()),

    finish: async ({ exportId }: Input<'media:finish'>): Answer<'media:finish'> =>
      withExport(exportId, async one => {
        const done = await one.export_.finish()
        if (!done.ok) return done
        running.delete(exportId)
        inWork.delete(partFolderName(exportId))
        const { folder, digest, files: written, bytes, mayBePulled } = done.value
        one.held.ended({ kind: 'finished', mayBePulled })
        return ok({ folder, digest, files: written.length, bytes, mayBePulled })
      }),

    cancel: async ({ exportId }: Input<'media:cancel'>): Answer<'media:cancel'> => ok(await cancel(exportId)),

    progress: async ({ exportId }: Input<'media:progress'>): Answer<'media:progress'> =>
      ok(progressOf(running.get(exportId))),

    ...verifying({ mediumOf, ends, now }, verified),

    removeLeftover: async ({ mediumId, name }: Input<'media:removeLeftover'>): Answer<'media:removeLeftover'> => {
      const medium = await mediumOf(mediumId)
      return medium ? removeLeftover(files, { root: medium.root, name, inWork }) : err(mediumProblem('gone'))
    },

    /** At a lock: nothing half of an office that is closed goes on being written. */
    dropAll: (): void => {
      locks++
      for (const [exportId, { held }] of [...running]) {
        held.drop()
        void cancel(exportId)
      }
      for (const { meter, held } of verified.values()) {
        held.drop()
        meter.stop()
      }
      heldIn.drop()
      chosen.clear()
    },
  }
}

export type MediaDesk = ReturnType<typeof mediaDesk>

function startFile(one: Running, name: string): NonNullable<Running['file']> {
  const handover = pieceHandover()
  const done = one.export_.add({ path: name, pieces: handover.pieces })
  one.file = { path: name, handover, done }
  return one.file
}

/** Beside them comes the page that says what they are. */
const sizeOfFiles = (files: readonly string[]) => ({
  files: files.length + 1,
  bytes: files.reduce((sum, file) => sum + fs.statSync(file).size, mostOfPage),
})
const mostOfPage = 64 * 1_024

function progressOf(one: Running | undefined): ExportProgress | null {
  if (!one) return null
  if (one.packed === null) return one.export_.progress()
  // How long the medium will take, the pace of the own disk does not say.
  const totalBytes = one.expected && Math.max(one.expected.bytes, one.packed)
  return { phase: 'packing', files: 0, doneBytes: one.packed, totalBytes, remainingSeconds: null, isAtMost: true }
}
