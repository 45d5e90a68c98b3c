import { buildIndex } from '../index/build-index'
import { checkIndex } from '../index/check-index'
import { forget, type IndexQueue, type QueueRow, takeIn } from '../index/drain-queue'
import { openSearchIndex, type SearchIndex, type WritableIndex } from '../index/search-index'
import { textAt } from '../bytes/text-arena'
import type { DocumentSource, SearchDocument } from '../search-document'
import type { ByteStore } from '../store/byte-store'
import { becomeWriter, becomeWriterAtOnce, type WriterLocks } from './writer-lock'

/** The public documents as the catalogue keeps them. */
export interface SearchShelf {
  readonly source: DocumentSource
  readonly queue: IndexQueue
  /** Every public document, batch after batch. */
  all(): AsyncIterable<readonly SearchDocument[]>
  /** Some ids from anywhere among them; `random` is a number in [0, 1) at each call. */
  someIds(count: number, random: () => number): Promise<readonly string[]>
}

export type IndexState =
  /** Nothing to read yet; a scan answers. `done`: documents taken in so far. */
  | { readonly kind: 'building'; readonly done: number }
  /** `isChecked`: the self-check of this start has run, and what it found is mended. */
  | { readonly kind: 'ready'; readonly documents: number; readonly isChecked: boolean }
  /** The disk refuses. Searches go on by what can be read; the next start, or the next change, tries again. */
  | { readonly kind: 'stuck'; readonly errorName: string }

export interface KeeperParts {
  readonly store: ByteStore
  readonly shelf: SearchShelf
  readonly locks: WriterLocks
  /** One writer among all windows for this name. */
  readonly name: string
  /** A pause in background work: messages are heard, and searches under way come first. */
  readonly breathe: () => Promise<void>
  /** Before the disk is asked to hold fast what was taken in: documents that are saved meanwhile share the wait for it. */
  readonly pause: () => Promise<void>
  readonly random: () => number
  readonly onState: (state: IndexState) => void
}

export interface IndexKeeper {
  /** Null while there is none to read: then a scan answers. In a window that only reads it is the writer's newest. */
  current(): Promise<SearchIndex | null>
  /** The index as it is at this moment, without waiting. */
  readonly index: SearchIndex | null
  /** Rows were put into the queue. */
  changed(): void
  /** A search met bytes that are not as they were written. */
  damaged(): void
  /** Lets another window write. */
  stop(): void
}

/**
 * Keeps the index in step with the catalogue for as long as the window lives: opens it, and, in the one window that
 * writes, sweeps, takes in what is queued, merges while nobody waits, looks for sampled documents, builds again where
 * something is wrong. One work after another.
 */
export function keepIndex(parts: KeeperParts): IndexKeeper {
  const { store, shelf, breathe, onState } = parts
  let index: WritableIndex | null = null
  let isWriter = false
  let isStopped = false
  let isChecked = false
  let release = () => {}
  let last: Promise<void> = Promise.resolve()
  let tidying: Promise<void> | null = null
  let forgetting: Promise<void> | null = null
  /** In the index, where they are found, and still in the queue. */
  const taken = new Map<number, QueueRow>()

  const run = (work: () => Promise<void>) => {
    const one = async () => {
      if (!isStopped) await work()
    }
    last = last.then(one).catch(tellStuck)
    return last
  }
  const tellStuck = (error: unknown) => {
    if (!isStopped) onState({ kind: 'stuck', errorName: error instanceof Error ? error.name : 'unknown' })
  }
  /** Beside everything else: what is saved while a long merge runs is taken in at once. */
  const tidy = () => {
    tidying ??= mergeAll()
      .catch(tellStuck)
      .finally(() => (tidying = null))
  }
  const mergeAll = async () => {
    while (!isStopped && index && (await index.merge({ isIdle: true, breathe }))) await breathe()
  }
  /** Beside everything else: a disk takes its time, and what is saved next need not wait for it. */
  const forgetTaken = () => {
    forgetting ??= parts
      .pause()
      .then(forgetAll)
      .catch(tellStuck)
      .finally(() => (forgetting = null))
  }
  const forgetAll = async () => {
    while (!isStopped && index && taken.size > 0) {
      const rows = [...taken.values()]
      await forget(index, shelf.queue, rows)
      for (const { seq } of rows) taken.delete(seq)
    }
  }
  const isQueued = async () => (await shelf.queue.take(taken.size + 1)).some(({ seq }) => !taken.has(seq))
  const tellReady = (ready: SearchIndex) => onState({ kind: 'ready', documents: ready.count, isChecked })
  const show = (opened: WritableIndex) => tellReady((index = opened))
  const open = async () => {
    const opened = await openSearchIndex({ store, source: shelf.source })
    if (opened.kind === 'ready') show(opened.index)
  }
  const build = async () => {
    index = null
    await Promise.all([tidying, forgetting]) // else something of the old index would be written over the new one
    taken.clear()
    onState({ kind: 'building', done: 0 })
    const batches = counted(afterForgetting(shelf), done => onState({ kind: 'building', done }))
    show(await buildIndex({ store, source: shelf.source }, batches, breathe))
  }
  const drain = async () => {
    if (!index) await build()
    while (!isStopped && index) {
      const rows = await takeIn(index, { ...shelf, taken })
      if (rows.length === 0) break
      for (const row of rows) taken.set(row.seq, row)
      tellReady(index)
      forgetTaken()
      tidy()
      await breathe()
    }
    tidy()
  }
  const check = async () => {
    if (!index || (await isQueued())) return
    const ids = [...(await shelf.someIds(sampled, parts.random)), ...someIndexed(index, parts.random)]
    const report = await checkIndex(index, { source: shelf.source, ids: [...new Set(ids)], random: parts.random })
    if (await isQueued()) return // what was saved meanwhile is not missing, only queued
    if (report.gone.length > 0) await index.apply(report.gone.map(id => ({ id, document: null })))
    if (report.missing.length > 0) await build()
    isChecked = true
    tellReady(index)
  }
  const catchUp = async () => {
    await drain()
    if (!isChecked) await check()
  }
  const upkeep = async () => {
    if (index) await index.sweep()
    await catchUp()
  }
  const holdLock = (free: () => void) => {
    release = free
    isWriter = true
  }
  /** The lock first, where it is free: what is opened then is nobody else's to change, and need not be opened twice. */
  const begin = async () => {
    const free = await becomeWriterAtOnce(parts.locks, parts.name)
    if (free) holdLock(free)
    else waitForLock()
    await open()
    if (free) void run(upkeep)
  }
  const waitForLock = () =>
    void becomeWriter(parts.locks, parts.name)
      .then(free => {
        if (isStopped) return free()
        holdLock(free)
        void run(async () => {
          await open() // another window may have written since
          await upkeep()
        })
      })
      .catch(() => undefined) // without locks nobody writes, and every window reads or scans

  const begun = run(begin)
  return {
    get index() {
      return index
    },
    async current() {
      await begun // a question that comes first waits for the index, and neither scans nor opens one of its own
      if (isWriter) return index
      if (index) await index.refresh()
      else {
        const opened = await openSearchIndex({ store, source: shelf.source })
        // Who has become the writer meanwhile goes on with its own: two snapshots would overwrite each other.
        if (opened.kind === 'ready' && !isWriter && !isStopped) show(opened.index)
      }
      return index
    },
    changed: () => void (isWriter && run(catchUp)),
    damaged() {
      if (isWriter) void run(build)
      else index = null // until the writer has built it again
    },
    stop() {
      isStopped = true
      void Promise.allSettled([last, tidying, forgetting]).then(release) // nobody else writes while this one still does
    },
  }
}

const sampled = 16

async function* counted(
  batches: AsyncIterable<readonly SearchDocument[]>,
  tell: (done: number) => void,
): AsyncGenerator<readonly SearchDocument[]> {
  let done = 0
  for await (const batch of batches) {
    yield batch
    tell((done += batch.length))
  }
}

/**
 * What was queued before the documents are read is among them. Read lazily: by then the disk says that there is no whole
 * index, so that a build that is cut off begins anew and needs no queue.
 */
async function* afterForgetting({ queue, all }: SearchShelf): AsyncGenerator<readonly SearchDocument[]> {
  for (;;) {
    const rows = await queue.take(forgottenAtOnce)
    if (rows.length === 0) break
    await queue.remove(rows)
  }
  yield* all()
}

const forgottenAtOnce = 5_000

/** Ids that the index has, to see whether the catalogue still does. */
function someIndexed({ snapshot }: SearchIndex, random: () => number): string[] {
  const segments = snapshot.segments.filter(({ count }) => count > 0)
  return segments.map(({ columns, count }) => textAt(columns.ids, Math.floor(random() * count)))
}
