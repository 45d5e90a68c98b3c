import Dexie from 'dexie'
import type { Watch } from '#shared/application/ports'
import { changedKeys, type ChangedParts } from './changed-keys'
import type { View } from './view'

/** What every list of kept rows knows of itself. */
export interface KeptState {
  /** Of the view that it was read from; null before anything was read. */
  database: string | null
  /** Keys that were written anew since. */
  readonly changed: Set<string>
}

/** What one read found: taken into the list where nothing came between. */
export interface KeptStep<Kept> {
  readonly database: string
  /** True where there is something to tell. */
  readonly take: (kept: Kept) => boolean
}

export interface KeptRows<Kept extends KeptState, Told> {
  readonly tables: readonly string[]
  /** `before`: what was kept of the same view until so much changed that all is read anew. */
  readonly nothing: (before?: Kept) => Kept
  readonly hasWork: (kept: Kept) => boolean
  /** The next slice, or what changed; it sets `database` before it reads its rows. */
  readonly read: (kept: Kept) => Promise<KeptStep<Kept>>
  readonly tell: (kept: Kept) => Told
  /** What a new listener is told at once; undefined while there is nothing. */
  readonly known: (kept: Kept, told: Told | undefined) => Told | undefined
}

/**
 * Rows of the view as one list: read once, in slices, when somebody first asks, and kept until the view is closed. After that
 * only rows that were written anew are read. Nobody listening, nothing is read; what changed meanwhile is read when somebody
 * listens again.
 */
export function keptRows<Kept extends KeptState, Told>(
  view: Pick<View, 'onShown'>,
  { tables, nothing, hasWork, read, tell, known }: KeptRows<Kept, Told>,
): Watch<Told> {
  const listeners = new Set<(told: Told) => void>()
  let kept = nothing()
  let told: Told | undefined
  let isWorking = false
  let isFollowing = false

  const tellAll = (): void => {
    const now = tell(kept)
    told = now
    for (const listener of [...listeners]) if (listeners.has(listener)) listener(now)
  }
  const work = async (): Promise<void> => {
    if (isWorking) return
    isWorking = true
    try {
      while (listeners.size > 0 && hasWork(kept)) {
        const before = kept
        const step = await read(before)
        if (kept !== before) continue // closed, or another database is the view now
        if (step.database !== (kept.database ??= step.database)) kept = nothing()
        else if (step.take(kept)) tellAll()
      }
    } finally {
      isWorking = false
    }
  }
  const follow = (): void => {
    isFollowing = true
    const hear = (parts: ChangedParts): void => {
      if (kept.database === null) return
      const changed = changedKeys(parts, kept.database, tables)
      if (changed === 'many') kept = nothing(kept)
      else for (const key of changed) kept.changed.add(key)
      void work()
    }
    Dexie.on.storagemutated.subscribe(hear)
    const stop = view.onShown(database => {
      kept = nothing()
      if (database !== null) return void work()
      told = undefined
      isFollowing = false
      Dexie.on.storagemutated.unsubscribe(hear)
      stop()
    })
  }
  return listener => {
    const own: typeof listener = now => listener(now) // the same function may watch twice
    listeners.add(own)
    if (!isFollowing) follow()
    const now = known(kept, told)
    if (now !== undefined) own(now)
    void work()
    return () => void listeners.delete(own)
  }
}

/** Takes up to so many of the keys that changed, and puts them back where they could not be read. */
export async function takeChanged<T>(
  { changed }: KeptState,
  most: number,
  read: (keys: readonly string[]) => Promise<T>,
): Promise<T> {
  const asked = [...changed].slice(0, most)
  for (const key of asked) changed.delete(key)
  try {
    return await read(asked)
  } catch (error) {
    for (const key of asked) changed.add(key)
    throw error
  }
}
