import { liveQuery, type Subscription } from 'dexie'
import type { Watch } from '#shared/application/ports'
import { openViewDatabase, type ViewDatabase, type ViewKeys } from './schema'
import { isUnreadableRow } from './unreadable-row'

/** The page's reading side of the view: whichever database is the view now. Nothing here writes. */
export interface View {
  /** Delivers nothing before the first `show`, and never a row of a damaged database. */
  watch<T>(query: ViewQuery<T>): Watch<T>
  /** Waits for the first `show`, and for the next one where the database is damaged. */
  read<T>(query: ViewQuery<T>): Promise<T>
  /** Hears of every database that becomes the view after this, and null when the view is closed. */
  onShown(listener: (database: string | null) => void): () => void
  /** Reads from this database from now on; every watch goes over to it. */
  show(database: string): void
  /** Closes the database and drops its cache, which holds plain rows. */
  close(): void
}

export type ViewQuery<T> = (db: ViewDatabase) => PromiseLike<T>

export interface ViewParts {
  readonly keys: ViewKeys
  /** A row of this database could not be opened: the projector must build the view again. */
  readonly onDamaged: (database: string) => void
}

/** Of one window. */
const mostRepairs = 3

export function openView({ keys, onDamaged }: ViewParts): View {
  let db: ViewDatabase | null = null
  const followers = new Set<() => void>()
  const reported = new Set<string>()

  /** False where it was built again often enough: what goes on failing then is the disk, and is told. */
  const report = (database: string): boolean => {
    if (reported.has(database)) return true // one bad row fails every watch at once
    if (reported.size === mostRepairs) return false
    reported.add(database)
    onDamaged(database)
    return true
  }
  const follow = (listener: () => void) => {
    followers.add(listener)
    return () => void followers.delete(listener)
  }
  const nextShown = () =>
    new Promise<void>(resolve => {
      const stop = follow(() => {
        stop()
        resolve()
      })
    })

  return {
    watch: query => listener => {
      let subscription: Subscription | null = null
      const subscribe = () => {
        subscription?.unsubscribe()
        subscription = db && subscribeTo(db, query, { listener, report })
      }
      subscribe()
      const stop = follow(subscribe)
      return () => {
        stop()
        subscription?.unsubscribe()
      }
    },
    async read(query) {
      for (;;) {
        const from = db
        try {
          if (from) return await query(from)
        } catch (error) {
          const isRepaired = from !== null && isUnreadableRow(error) && report(from.name)
          if (from === db && !isRepaired) throw error
        }
        if (from === db) await nextShown()
      }
    },
    onShown: listener => follow(() => listener(db?.name ?? null)),
    show(database) {
      if (db?.name === database) return
      const old = db
      db = openViewDatabase(database, { ...keys, remembersOpened: true })
      db.open().catch(() => undefined) // now, not with the first question; that one hears of what went wrong
      for (const follower of [...followers]) follower()
      old?.close()
    },
    close() {
      db?.close()
      db = null
      for (const follower of [...followers]) follower()
    },
  }
}

interface Hearing<T> {
  readonly listener: (value: T) => void
  readonly report: (database: string) => boolean
}

function subscribeTo<T>(db: ViewDatabase, query: ViewQuery<T>, { listener, report }: Hearing<T>): Subscription {
  return liveQuery(async () => query(db)).subscribe({
    next: listener,
    error: (error: unknown) => {
      if (!isUnreadableRow(error) || !report(db.name)) throw error
    },
  })
}
