import Dexie from 'dexie'
import type { Witness } from '#shared/contracts/desk-channels'
import type { PoisonAct } from '../rows'
import { openViewDatabase, type ViewDatabase, type ViewKeys } from '../schema'
import { newViewName, writePointer } from '../view-pointer'
import type { ArrivedAct } from './act-batch'
import type { ActSource } from './act-source'
import { applyBatch } from './apply-batch'
import { collectActs } from './collect-acts'
import { bySubject } from './plan-batch'
import { ProjectorError } from './projector-error'
import type { Progress } from './projector-messages'

/** Acts held in memory before they are written, about 0.5 kB each. */
const actsInMemory = 200_000
/** Subjects written in one transaction. */
const subjectsAtOnce = 2_000
/** Acts between two messages of progress while they are read. */
const readingStep = 10_000

export interface Rebuild {
  readonly source: ActSource
  readonly keys: ViewKeys
  readonly tell: (progress: Progress) => void
  /** Fewer in tests. */
  readonly actsInMemory?: number
}

/**
 * Fills a database of a new name from the whole journal and makes it the view. The old one stays whole and readable
 * until then; a kill in between leaves a database that nothing names, and the next start removes it.
 *
 * A subject is folded and written once, when all of its acts are in memory: that is what makes it quick. Only a
 * journal longer than one portion comes back to subjects that it has written.
 */
export async function rebuildView(rebuild: Rebuild): Promise<ViewDatabase> {
  const answer = await rebuild.source(null)
  if (answer.kind === 'unavailable') throw new ProjectorError(answer.why)
  if (answer.kind === 'otherJournal') throw new ProjectorError('unreachable') // nothing was asked after: not an answer
  const db = openViewDatabase(newViewName(), rebuild.keys)
  try {
    await fill(db, rebuild, answer)
    await writePointer(db.name)
    return db
  } catch (error) {
    db.close()
    await Dexie.delete(db.name).catch(() => undefined) // the next start tries again
    throw error
  }
}

interface Portion {
  readonly acts: ArrivedAct[]
  readonly unreadable: PoisonAct[]
  applied: Witness | null
}

async function fill(
  db: ViewDatabase,
  { tell, actsInMemory: most = actsInMemory }: Rebuild,
  answer: { readonly lastSeq: number; readonly pieces: AsyncIterable<Uint8Array> },
): Promise<void> {
  let portion: Portion = { acts: [], unreadable: [], applied: null }
  let written = 0
  const writeOut = async () => {
    for await (const count of writePortion(db, portion, written === 0)) {
      written += count
      tell({ kind: 'progress', phase: 'writing', applied: written, of: answer.lastSeq })
    }
    portion = { acts: [], unreadable: [], applied: portion.applied }
  }
  await db.open()
  for await (const batch of collectActs(answer.pieces, Math.min(readingStep, most), null)) {
    for (const arrived of batch.acts) portion.acts.push(arrived)
    portion.unreadable.push(...batch.unreadable)
    portion.applied = batch.applied
    tell({ kind: 'progress', phase: 'reading', applied: written + portion.acts.length, of: answer.lastSeq })
    if (portion.acts.length >= most) await writeOut()
  }
  await writeOut()
}

/** Yields the acts of each transaction. `applied` goes with the last, when every act before it is in. */
async function* writePortion(db: ViewDatabase, portion: Portion, fresh: boolean): AsyncGenerator<number> {
  const subjects = [...bySubject(portion.acts).values()]
  for (let at = 0; at < subjects.length; at += subjectsAtOnce) {
    const acts = subjects.slice(at, at + subjectsAtOnce).flat()
    await applyBatch(db, { acts, unreadable: [], applied: null }, { fresh })
    yield acts.length
  }
  await applyBatch(db, { acts: [], unreadable: portion.unreadable, applied: portion.applied }, { fresh })
}
