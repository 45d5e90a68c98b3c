import Dexie from 'dexie'
import type { Witness } from '#shared/contracts/desk-channels'
import type { PlainFact } from '#shared/ledger/act'
import type { PoisonAct } from '../rows'
import { openViewDatabase, type ViewDatabase, type ViewKeys } from '../schema'
import { newViewName, writePointer } from '../view-pointer'
import type { ArrivedAct } from './act-batch'
import type { ActSource } from './act-source'
import { applyBatch } from './apply-batch'
import { collectActs } from './collect-acts'
import { ProjectorError } from './projector-error'
import type { Progress } from './projector-messages'

/** Acts of unfinished subjects held in memory before all of them are written, about 0.5 kB each. */
const actsInMemory = 200_000
/** UTF-8 bytes of them: documents bring their texts. */
const bytesInMemory = 96 << 20
/** Subjects written in one transaction: few enough that the stream goes on being read between two. */
const subjectsAtOnce = 300
/** Acts between two messages of progress while they are read. */
const readingStep = 2_500

export interface Rebuild {
  readonly source: ActSource
  readonly keys: ViewKeys
  readonly tell: (progress: Progress) => void
  /** Fewer in tests. */
  readonly actsInMemory?: number
}

/**
 * Fills a database of a new name from the whole journals and makes it the view. The old one stays whole and readable
 * until then; a kill in between leaves a database that nothing names, and the next start removes it.
 *
 * A subject is folded and written once, when all of its acts are in memory: that is what makes it quick. A request is
 * held to be whole when it was served, a document when it was catalogued, and is then written while main still opens the acts that follow. Only an act
 * that comes after that, or a journal longer than one portion, comes back to a subject that was written.
 */
export async function rebuildView(rebuild: Rebuild): Promise<ViewDatabase> {
  const answer = await rebuild.source([])
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

async function fill(
  db: ViewDatabase,
  { tell, actsInMemory: most = actsInMemory }: Rebuild,
  answer: { readonly actsHeld: number; readonly pieces: AsyncIterable<Uint8Array> },
): Promise<void> {
  const held = new HeldSubjects()
  const unreadable: PoisonAct[] = []
  let applied: readonly Witness[] = []
  let read = 0
  let written = 0
  let writing: Promise<void> = Promise.resolve()
  const write = async (subjects: readonly HeldSubject[]) => {
    for (const [some, fresh] of portionsOf(subjects)) {
      const acts = some.flatMap(subject => subject.acts)
      await applyBatch(db, { acts, unreadable: [], applied: null }, { fresh })
      written += acts.length
    }
  }
  await db.open()
  for await (const batch of collectActs(answer.pieces, Math.min(readingStep, most), [])) {
    for (const arrived of batch.acts) held.take(arrived)
    for (const one of batch.unreadable) unreadable.push(one)
    applied = batch.applied ?? applied
    read += batch.acts.length
    tell({ kind: 'progress', phase: 'reading', applied: read, of: answer.actsHeld })
    const ready = held.acts >= most || held.bytes >= bytesInMemory ? held.release() : held.releaseWhole()
    if (ready.length === 0) continue
    await writing // one at a time; the stream waits in its buffers meanwhile
    writing = write(ready)
    writing.catch(() => undefined) // heard at the next await
  }
  await writing
  const rest = held.release()
  for (let at = 0; at < rest.length; at += subjectsAtOnce) {
    await write(rest.slice(at, at + subjectsAtOnce))
    tell({ kind: 'progress', phase: 'writing', applied: written, of: answer.actsHeld })
  }
  // `applied` goes with the last transaction, when every act before it is in.
  await applyBatch(db, { acts: [], unreadable, applied }, { fresh: true })
}

/** What one transaction takes, and whether none of its subjects was written before. */
function* portionsOf(subjects: readonly HeldSubject[]): Generator<[HeldSubject[], fresh: boolean]> {
  for (const fresh of [true, false]) {
    const some = subjects.filter(subject => subject.isNew === fresh)
    for (let at = 0; at < some.length; at += subjectsAtOnce) yield [some.slice(at, at + subjectsAtOnce), fresh]
  }
}

interface HeldSubject {
  readonly acts: ArrivedAct[]
  /** False where a part of it is in the database already. */
  readonly isNew: boolean
}

/** A request is served, and most documents are catalogued once and never changed. */
const isProbablyLast = ({ type }: PlainFact): boolean => type === 'reply.served@1' || type === 'document.catalogued@1'

/** Acts that were read and not written yet, by subject. */
class HeldSubjects {
  acts = 0
  bytes = 0
  #subjects = new Map<string, HeldSubject>()
  readonly #whole = new Set<string>()
  readonly #written = new Set<string>()

  take(arrived: ArrivedAct): void {
    const { subject, facts } = arrived.act
    const held = this.#subjects.get(subject)
    if (held) held.acts.push(arrived)
    else this.#subjects.set(subject, { acts: [arrived], isNew: !this.#written.has(subject) })
    this.acts++
    this.bytes += arrived.bytes
    if (facts.some(isProbablyLast)) this.#whole.add(subject)
  }

  /** Subjects that are probably whole. */
  releaseWhole(): HeldSubject[] {
    const ready: HeldSubject[] = []
    for (const subject of this.#whole) {
      const held = this.#subjects.get(subject)
      if (!held) continue
      ready.push(held)
      this.acts -= held.acts.length
      this.bytes -= held.acts.reduce((sum, { bytes }) => sum + bytes, 0)
      this.#subjects.delete(subject)
      this.#written.add(subject)
    }
    this.#whole.clear()
    return ready
  }

  release(): HeldSubject[] {
    const all = [...this.#subjects.values()]
    for (const subject of this.#subjects.keys()) this.#written.add(subject)
    this.#subjects = new Map()
    this.#whole.clear()
    this.acts = 0
    this.bytes = 0
    return all
  }
}
