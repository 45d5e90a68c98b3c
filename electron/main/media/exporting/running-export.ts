import path from 'node:path'
import { err, type Result } from '#shared/kernel/result'
import type { Problem } from '#shared/contracts/problems'
import { exportFolderName, nameFault } from './export-names'
import { remainingSeconds, type ExportProgress } from './export-progress'
import { attempted, ExportStop, faultOf, mediumProblem } from './export-problem'
import {
  enoughSpace,
  type DoneExport,
  type Expected,
  type MediumExport,
  type MediumExportParts,
  type Pieces,
} from './medium-export'
import { compareFile, writtenFile, writeWhole, type WrittenFile } from './written-file'

/** A part stays below 1 GiB. */
const mostPartBytes = 1_000_000_000

/** The folder is there under its `.part-…` name, and the medium is the one on which it was made. */
export class RunningExport implements MediumExport {
  readonly #parts: MediumExportParts
  readonly #half: string
  readonly #identity: string
  readonly #name: string
  readonly #written: WrittenFile[] = []
  readonly #folders = new Set<string>()
  #startedAt: number
  #expected: Expected | null
  #doneBytes = 0
  #phase: ExportProgress['phase'] = 'writing'
  #isCancelled = false
  /** One thing at a time: a cancel waits for the operation under way and then takes everything away. */
  #queue: Promise<unknown> = Promise.resolve()
  #end: 'open' | 'failed' | 'done' = 'open'

  constructor(parts: MediumExportParts, at: { readonly half: string; readonly identity: string }) {
    this.#parts = parts
    this.#half = at.half
    this.#identity = at.identity
    this.#name = exportFolderName(parts.on, parts.exportId)
    this.#startedAt = parts.now()
    this.#expected = parts.expected
  }

  expect(expected: Expected): Promise<Result<void, Problem>> {
    return this.#inTurn(() =>
      this.#orTakenAway(async () => {
        const { files, root, now } = this.#parts
        this.#stopIfCancelled()
        await enoughSpace(files, root, expected)
        this.#expected = expected
        this.#startedAt = now() // the pace of the medium alone
      }),
    )
  }

  add(file: { readonly path: string; readonly pieces: Pieces }): Promise<Result<void, Problem>> {
    return this.#inTurn(() => this.#orTakenAway(() => this.#add(file)))
  }

  finish(): Promise<Result<DoneExport, Problem>> {
    return this.#inTurn(() => this.#orTakenAway(() => this.#finish()))
  }

  async cancel(): Promise<void> {
    this.#isCancelled = true
    await this.#inTurn(async () => {
      if (this.#end !== 'open') return
      this.#end = 'failed'
      await this.#takeAway()
    })
  }

  progress(): ExportProgress {
    const isWriting = this.#phase === 'writing'
    const doneBytes = this.#doneBytes
    const known = isWriting ? this.#expected?.bytes : this.#bytes()
    // Never behind what is written: an estimate may have been too low, and what was written is read back once.
    const totalBytes = known === undefined ? null : Math.max(known, isWriting ? doneBytes : 0) * 2
    const pace = { startedAt: this.#startedAt, now: this.#parts.now(), doneBytes, totalBytes }
    const counted = { files: this.#written.length, doneBytes, totalBytes }
    const isAtMost = isWriting && this.#expected?.leastBytes !== undefined
    return { phase: this.#phase, ...counted, remainingSeconds: remainingSeconds(pace), isAtMost }
  }

  async #add({ path: name, pieces }: { readonly path: string; readonly pieces: Pieces }): Promise<void> {
    const why = nameFault(name, this.#name)
    if (why) throw new ExportStop({ kind: 'exportNameRefused', why, path: name.slice(0, 80) })
    await this.#makeFoldersOf(name)
    const { files, partBytes = mostPartBytes } = this.#parts
    const target = { files, folder: this.#half, name, partBytes }
    const onBytes = (count: number): void => {
      this.#doneBytes += count
      this.#stopIfCancelled()
    }
    this.#written.push(...(await writtenFile(target, pieces, onBytes)))
  }

  async #finish(): Promise<DoneExport> {
    const { files, root, tagsOf, record, recordNothingLeft } = this.#parts
    this.#phase = 'comparing'
    for (const file of this.#written) await this.#compare(file)
    this.#phase = 'naming'
    const { digest, tags } = tagsOf(this.#written)
    for (const { name, text } of tags) await this.#writeTag(name, text)
    for (const folder of [...this.#folders].reverse()) await files.syncFolder(path.join(this.#half, folder))
    await files.syncFolder(this.#half)
    await this.#sameMedium()
    this.#stopIfCancelled()
    const sealed = { folder: this.#name, files: this.#written, bytes: this.#bytes(), digest }
    const recorded = record(sealed)
    if (!recorded.ok) throw new ExportStop(recorded.problem)
    await this.#giveName(() => recordNothingLeft(sealed))
    this.#end = 'done'
    // It has its name and is durable; a system that cannot say more is told from one that did.
    const mayBePulled = await files.flushAll(root).catch(() => false)
    return { ...sealed, mayBePulled }
  }

  async #giveName(onNothingLeft: () => void): Promise<void> {
    const { files, root } = this.#parts
    const named = path.join(root, this.#name)
    let isNamed = false
    try {
      await files.rename(this.#half, named)
      isNamed = true
      await files.syncFolder(root)
      await this.#sameMedium()
    } catch (cause) {
      // What was named is whole; but what is not acknowledged does not stay if it can be helped.
      const tookBack = isNamed && (await succeeds(this.#takeNameBack(named)))
      if (!tookBack && (isNamed || !(await this.#isUnnamed()))) throw uncertain(this.#name, cause)
      onNothingLeft()
      throw cause
    }
  }

  /** Durably: else a pull could bring the name back. */
  async #takeNameBack(named: string): Promise<void> {
    await this.#parts.files.rename(named, this.#half)
    await this.#parts.files.syncFolder(this.#parts.root)
  }

  /** Seen on the medium itself, not guessed from an error: a name given just as the stick was pulled may be there. */
  async #isUnnamed(): Promise<boolean> {
    const { files, root } = this.#parts
    const names = await files.list(root).then(
      entries => entries.map(({ name }) => name),
      (): string[] => [],
    )
    return names.includes(path.basename(this.#half)) && !names.includes(this.#name)
  }

  async #makeFoldersOf(name: string): Promise<void> {
    const parts = name.split('/').slice(0, -1)
    for (let depth = 1; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/')
      if (this.#folders.has(folder)) continue
      await this.#parts.files.makeFolder(path.join(this.#half, folder))
      this.#folders.add(folder)
    }
  }

  async #compare(file: WrittenFile): Promise<void> {
    const { files } = this.#parts
    await compareFile({ files, folder: this.#half }, file, count => {
      this.#doneBytes += count
      this.#stopIfCancelled()
    })
  }

  async #writeTag(name: string, text: string): Promise<void> {
    const target = { files: this.#parts.files, folder: this.#half }
    await compareFile(target, await writeWhole(target, name, new TextEncoder().encode(text)))
  }

  async #sameMedium(): Promise<void> {
    const { files, root } = this.#parts
    if ((await files.identity(root)) !== this.#identity) throw new ExportStop(mediumProblem('swapped'))
  }

  #stopIfCancelled(): void {
    if (this.#isCancelled) throw new ExportStop({ kind: 'exportCancelled' })
  }

  #bytes(): number {
    return this.#written.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }

  async #orTakenAway<T>(work: () => Promise<T>): Promise<Result<T, Problem>> {
    if (this.#end !== 'open') return err({ kind: 'notFound' })
    const done = await attempted(work)
    if (done.ok) return done
    this.#end = 'failed'
    const problem = await this.#afterLook(done.problem)
    // Its name may not be taken back for good: nothing below it is touched.
    if (problem.kind !== 'exportUncertain') await this.#takeAway()
    return err(problem)
  }

  /** An error on a medium that was changed meanwhile is the change's, whatever the system called it. */
  async #afterLook(problem: Problem): Promise<Problem> {
    if (problem.kind !== 'mediumFailed' || problem.why === 'readsBackDifferently') return problem
    try {
      await this.#sameMedium()
      return problem
    } catch (cause) {
      return cause instanceof ExportStop ? cause.problem : mediumProblem('gone')
    }
  }

  /** What cannot be removed keeps its name of a leftover, and is removed by a click when the medium is there again. */
  async #takeAway(): Promise<void> {
    try {
      await this.#sameMedium()
      await this.#parts.files.removeFolder(this.#half)
    } catch (cause) {
      if (!(cause instanceof ExportStop) && faultOf(cause) === null) throw cause
    }
  }
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  )

/** The act stays: whatever has the name is whole, and it may have left the office. */
const uncertain = (folder: string, cause: unknown): unknown =>
  cause instanceof ExportStop || faultOf(cause) !== null ? new ExportStop({ kind: 'exportUncertain', folder }) : cause
