import { type Room, roomKeeper } from '../bytes/scratch'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Query } from '../query/query'
import type { HitOrder } from '../rank/top-hits'
import type { DocumentChange, DocumentSource } from '../search-document'
import { mergeSegments } from '../segment/merge-segments'
import type { ByteStore } from '../store/byte-store'
import { type ChunkCache, createChunkCache } from '../store/chunk-cache'
import { isChunkError } from '../store/chunk-error'
import { emptyManifest, type FoundManifest, type Manifest, readManifest, writtenManifest } from '../store/manifest'
import { commitChanges } from './commit-changes'
import { commitMerge } from './commit-merge'
import { chooseMerge } from './merge-policy'
import { openSnapshot } from './open-snapshot'
import { type Answer, searchIds, searchSnapshot } from './search'
import { livingCount, type Snapshot } from './snapshot'
import { sweepOrphans } from './sweep-orphans'
import { checkerOf, type StillWanted, Superseded } from './wanted'

export interface SearchParts {
  readonly store: ByteStore
  readonly source: DocumentSource
  /** Most bytes of chunks that are kept in memory. */
  readonly cacheBytes?: number
}

export interface SearchOptions {
  readonly limit?: number
  readonly order?: HitOrder
  readonly isWanted?: StillWanted
}

export type SearchProblem =
  /** Nobody waited for this answer any more. */
  | { readonly kind: 'superseded' }
  /** Bytes that the manifest names are missing or changed: the index must be built again. */
  | { readonly kind: 'indexDamaged'; readonly chunk: string }
  /** Initials and numbers are looked up in the index only, and it is still being built. */
  | { readonly kind: 'noIndexYet' }
  /** The disk does not answer. */
  | { readonly kind: 'notReadable' }

export interface SearchIndex {
  search(query: Query, options?: SearchOptions): Promise<Result<Answer, SearchProblem>>
  /** Ids of everything that answers. */
  ids(query: Query, isWanted?: StillWanted): Promise<Result<readonly string[], SearchProblem>>
  /** The index as it is now, for what needs no reading: initials, numbers, suggestions. */
  readonly snapshot: Snapshot
  /** Public documents in it. */
  readonly count: number
  /** Reads the manifest again, where another window writes. */
  refresh(): Promise<void>
}

/** For the one window that holds the writer's lock. */
export interface WritableIndex extends SearchIndex {
  /** Takes changes in, all of a call or, of very many, batch after batch. Rejects where the store does. */
  apply(changes: readonly DocumentChange[]): Promise<void>
  /** One merge, if one is due and none is running. Searches and changes go on meanwhile. Answers whether it did one. */
  merge(how: { readonly isIdle: boolean; readonly breathe: () => Promise<void> }): Promise<boolean>
  /** From here on the index is whole, and is opened as such. */
  complete(): Promise<void>
  /** Resolves when a power cut takes nothing of what was taken in so far: only then may the queue forget it. */
  settle(): Promise<void>
  /** Removes what a crash has left behind. Answers how many pieces. */
  sweep(): Promise<number>
}

export type OpenedIndex =
  | { readonly kind: 'ready'; readonly index: WritableIndex }
  /** There is nothing to read: `startEmpty`, give it every document, `complete`. Until then a scan must answer. */
  | { readonly kind: 'mustBuild'; readonly why: Exclude<FoundManifest['kind'], 'found'> }

export async function openSearchIndex(parts: SearchParts): Promise<OpenedIndex> {
  const found = await readManifest(parts.store)
  if (found.kind !== 'found') return { kind: 'mustBuild', why: found.kind }
  const chunks = createChunkCache(parts.store, parts.cacheBytes)
  try {
    return { kind: 'ready', index: createIndex(parts, chunks, await openSnapshot(found.manifest, chunks)) }
  } catch (error) {
    if (isChunkError(error)) return { kind: 'mustBuild', why: 'damaged' }
    throw error
  }
}

/**
 * An index whose build was cut off, as it was after its last whole commit: for whoever knows by himself what is in it.
 * Null where there is none that can be read.
 */
export async function openUnfinished(parts: SearchParts): Promise<WritableIndex | null> {
  const found = await readManifest(parts.store)
  if (found.kind !== 'unfinished') return null
  const chunks = createChunkCache(parts.store, parts.cacheBytes)
  try {
    return createIndex(parts, chunks, await openSnapshot(found.manifest, chunks))
  } catch (error) {
    if (isChunkError(error)) return null
    throw error
  }
}

/** Throws away whatever index there was. Not complete until `complete` was called. */
export async function startEmpty(parts: SearchParts): Promise<WritableIndex> {
  await parts.store.write({ put: [writtenManifest(emptyManifest)], isLasting: true })
  await sweepOrphans(parts.store, emptyManifest)
  const chunks = createChunkCache(parts.store, parts.cacheBytes)
  return createIndex(parts, chunks, await openSnapshot(emptyManifest, chunks))
}

function createIndex({ store, source }: SearchParts, chunks: ChunkCache, opened: Snapshot): WritableIndex {
  const withRoom = roomKeeper()
  let snapshot = opened
  let lastCommit: Promise<unknown> = Promise.resolve()
  let isMerging = false

  /** One commit at a time: each builds on the manifest that the one before has written. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = lastCommit.then(work, work)
    lastCommit = done.catch(() => undefined)
    return done
  }
  const show = async (manifest: Manifest) => void (snapshot = await openSnapshot(manifest, chunks, snapshot))
  const refresh = async () => {
    const found = await readManifest(store)
    if (found.kind === 'found' && found.manifest.generation !== snapshot.manifest.generation) await show(found.manifest)
  }

  async function run<T>(isWanted: StillWanted, work: (room: Room) => Promise<T>): Promise<Result<T, SearchProblem>> {
    for (;;) {
      const { generation } = snapshot.manifest
      try {
        return ok(await withRoom(work))
      } catch (error) {
        if (error instanceof Superseded) return err({ kind: 'superseded' })
        if (!isChunkError(error)) throw error
        if (generation === snapshot.manifest.generation) await refresh()
        // A merge took the chunk away meanwhile: the same question to the new snapshot.
        if (generation === snapshot.manifest.generation) return err({ kind: 'indexDamaged', chunk: error.chunk })
        if (!isWanted()) return err({ kind: 'superseded' })
      }
    }
  }

  return {
    get snapshot() {
      return snapshot
    },
    get count() {
      return livingCount(snapshot)
    },
    search: (query, { limit = 20, order = 'relevance', isWanted = always } = {}) =>
      run(isWanted, room =>
        searchSnapshot(query, snapshot, { source, checkWanted: checkerOf(isWanted), limit, order, room }),
      ),
    ids: (query, isWanted = always) =>
      run(isWanted, room => searchIds(query, snapshot, { source, checkWanted: checkerOf(isWanted), room })),
    refresh,
    async apply(changes) {
      for (const batch of batchesOf(changes)) {
        const ids = batch.map(({ id }) => id)
        const added = batch.flatMap(({ document }) => document ?? [])
        await alone(async () => show(await commitChanges(snapshot, { added, ids }, store)))
      }
    },
    async merge({ isIdle, breathe }) {
      const chosen = isMerging ? null : chooseMerge(snapshot.manifest.segments, isIdle)
      if (!chosen) return false
      isMerging = true
      try {
        const ids = new Set(chosen.map(({ id }) => id))
        const sources = snapshot.segments.filter(({ entry }) => ids.has(entry.id))
        const id = `m${snapshot.manifest.generation}-${[...ids][0]}`
        const merged = await mergeSegments(sources, { store, id, breathe })
        await alone(async () => show(await commitMerge(snapshot, { id, merged, sources }, store)))
        return true
      } finally {
        isMerging = false
      }
    },
    complete: () =>
      alone(async () => {
        const manifest = { ...snapshot.manifest, generation: snapshot.manifest.generation + 1, isComplete: true }
        await store.write({ put: [writtenManifest(manifest)] })
        await show(manifest)
      }),
    settle: () => alone(() => store.write({ put: [writtenManifest(snapshot.manifest)], isLasting: true })),
    sweep: () => alone(() => sweepOrphans(store, snapshot.manifest)),
  }
}

const always = () => true

/** Characters of one batch; the scratch arrays of `buildSegment` take about 40 bytes for each. */
const charactersOfBatch = 1_500_000

/** The last change of each document, in batches whose scratch arrays fit into memory. */
function batchesOf(changes: readonly DocumentChange[]): DocumentChange[][] {
  const batches: DocumentChange[][] = []
  let characters = Infinity
  for (const change of new Map(changes.map(change => [change.id, change] as const)).values()) {
    const length = change.document ? change.document.title.length + change.document.body.length : 0
    if (characters + length > charactersOfBatch) {
      batches.push([])
      characters = 0
    }
    batches.at(-1)?.push(change)
    characters += length
  }
  return batches
}
