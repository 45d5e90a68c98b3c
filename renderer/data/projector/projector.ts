import Dexie from 'dexie'
import { appliedOf, poisonOf } from '../rows'
import type { Witness } from '#shared/contracts/desk-channels'
import { openViewDatabase, projectionVersion, type ViewDatabase, type ViewKeys } from '../schema'
import { isUnreadableRow } from '../unreadable-row'
import { deleteOtherViews, readPointer } from '../view-pointer'
import type { ActSource } from './act-source'
import { applyBatch, incrementalActs } from './apply-batch'
import { collectActs } from './collect-acts'
import { failureOf, ProjectorError } from './projector-error'
import type { ProjectorNews, PullAnswer } from './projector-messages'
import { rebuildView } from './rebuild-view'

export interface ProjectorParts {
  readonly source: ActSource
  readonly keys: ViewKeys
  readonly tell: (news: ProjectorNews) => void
  /** Acts that a rebuild holds in memory; fewer in tests. */
  readonly actsInMemory?: number
}

export interface Projector {
  /** Finds the view or builds it, takes in what came since, and tells `viewReady`. */
  open(): Promise<void>
  /** Answers when the view has taken in act `seq` of the own chain, at once where it has; null: whatever is new. */
  pull(seq: number | null): Promise<PullAnswer>
  /** Builds the view again, unless another database has taken the place of the damaged one. */
  repair(damaged: string): Promise<void>
  close(): void
}

/**
 * The one writer of the view. Its jobs run one after another: of ten pulls that wait, the first takes in everything
 * and the others find it done.
 */
export function createProjector(given: ProjectorParts): Projector {
  let view: ViewDatabase | null = null
  /** Told with every answer: another chain after a roll-over. */
  let ownChain = ''
  const source: ActSource = async after => {
    const answer = await given.source(after)
    if (answer.kind === 'acts') ownChain = answer.ownChain
    return answer
  }
  const parts = { ...given, source }
  const runNext = oneAfterAnother()

  async function rebuild(): Promise<void> {
    const old = view
    view = await rebuildView(parts)
    await tellReady(view)
    old?.close()
    deleteOtherViews(view.name)
  }

  /** Brings the view up to the journal's end. A view that cannot go on is not mended but built again. */
  async function catchUp(db: ViewDatabase): Promise<void> {
    try {
      if (await applyNews(db, parts.source)) return
    } catch (error) {
      if (!isUnreadableRow(error)) throw error
    }
    await rebuild()
  }

  const ownApplied = async (db: ViewDatabase): Promise<Witness | null> =>
    (await appliedOf(db.meta))?.find(({ chain }) => chain === ownChain) ?? null

  async function tellReady(db: ViewDatabase): Promise<void> {
    const poisonActs = (await poisonOf(db.meta)).length
    parts.tell({ kind: 'viewReady', database: db.name, applied: await ownApplied(db), poisonActs })
  }

  const attempt = (job: () => Promise<void>) =>
    runNext(async () => {
      try {
        await job()
      } catch (error) {
        parts.tell({ kind: 'failed', failure: failureOf(error) })
      }
    })

  return {
    open: () =>
      attempt(async () => {
        const found = await openFound(parts.keys)
        if (!found) return rebuild()
        view = found
        await catchUp(found)
        if (view !== found) return // it was rebuilt, and told so
        await tellReady(found)
        deleteOtherViews(found.name)
      }),
    pull: seq =>
      runNext(async () => {
        try {
          if (!view) throw new ProjectorError('unreachable')
          if (seq === null || ((await ownApplied(view))?.seq ?? 0) < seq) await catchUp(view)
          return { ok: true, applied: await ownApplied(view) }
        } catch (error) {
          return { ok: false, failure: failureOf(error) }
        }
      }),
    repair: damaged => attempt(async () => (view?.name === damaged ? rebuild() : undefined)),
    close: () => view?.close(),
  }
}

/** The view that the pointer names, if this program's projection made it and its rows open. */
async function openFound(keys: ViewKeys): Promise<ViewDatabase | null> {
  const pointer = await readPointer()
  if (pointer?.projectionVersion !== projectionVersion || !(await Dexie.exists(pointer.name))) return null
  const db = openViewDatabase(pointer.name, keys)
  try {
    // One sealed row tells a wrong row key now; without `applied` the database was never finished or lost its end.
    await db.office.get('office')
    if (await appliedOf(db.meta)) return db
  } catch {
    // An unreadable view is as good as none.
  }
  db.close()
  return null
}

/** False where the view is of another journal. Throws SealedRowError where it is damaged. */
async function applyNews(db: ViewDatabase, source: ActSource): Promise<boolean> {
  const applied = (await appliedOf(db.meta)) ?? []
  const answer = await source(applied)
  if (answer.kind === 'otherJournal') return false
  if (answer.kind === 'unavailable') throw new ProjectorError(answer.why)
  for await (const batch of collectActs(answer.pieces, incrementalActs, applied)) await applyBatch(db, batch)
  return true
}

function oneAfterAnother(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return job => {
    const next = last.then(job)
    last = next.catch(() => undefined)
    return next
  }
}
