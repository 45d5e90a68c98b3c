import { drainQueue } from '../../../renderer/search/index/drain-queue'
import { openSearchIndex, startEmpty, type WritableIndex } from '../../../renderer/search/index/search-index'
import { parseQuery } from '../../../renderer/search/query/parse-query'
import type { Query } from '../../../renderer/search/query/query'
import { commonSynonyms } from '../../../renderer/search/query/synonyms'
import type { SearchDocument } from '../../../renderer/search/search-document'
import { makeDocument } from './corpus'
import { Crash, createCrashingStore, type DyingStore } from './crashing-store'
import { createDice, type Dice } from './dice'
import { queryKinds } from './sample-queries'
import { createShelf, type Shelf } from './shelf'
import { truthIds } from './truth'

/** What happens to an index in a life; documents and versions are small numbers. */
export type LifeStep =
  | { readonly kind: 'put'; readonly id: number; readonly version: number }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'drain'; readonly most: number }
  | { readonly kind: 'merge'; readonly isIdle: boolean }
  /** A merge during which a document is replaced and another removed, and both are taken in. */
  | { readonly kind: 'mergeWhile'; readonly put: number; readonly remove: number }
  | { readonly kind: 'crash'; readonly steps: number; readonly arrives: boolean }
  | { readonly kind: 'restart' }

export interface Tally {
  /** Questions put to the index and to the truth. */
  questions: number
  /** Of these, with at least one document to find. */
  answered: number
  refused: number
  crashes: number
  merges: number
}

export const emptyTally = (): Tally => ({ questions: 0, answered: 0, refused: 0, crashes: 0, merges: 0 })

export interface Life {
  readonly shelf: Shelf
  readonly store: DyingStore
  index: WritableIndex
}

const noBreath = () => Promise.resolve()

export async function beginLife(store: DyingStore = createCrashingStore()): Promise<Life> {
  const shelf = createShelf()
  const index = await startEmpty({ store, source: shelf.source })
  await index.complete()
  await index.settle()
  return { shelf, store, index }
}

/** One step; where the program dies in it, it is started again and goes on with the next one. */
export async function live(life: Life, step: LifeStep, tally: Tally): Promise<void> {
  try {
    await act(life, step, tally)
  } catch (error) {
    if (!(error instanceof Crash)) throw error
    tally.crashes++
    await restart(life)
  }
}

/** What a start does: open, sweep. The disk is as the crash has left it. */
export async function restart(life: Life): Promise<void> {
  life.store.crashAfter(null)
  const opened = await openSearchIndex({ store: life.store, source: life.shelf.source })
  if (opened.kind !== 'ready') throw new Error(`the index did not open: ${opened.why}`)
  life.index = opened.index
  await life.index.sweep()
}

/** Takes in what is queued, then puts questions of every kind to the index and to the truth. */
export async function differences(life: Life, seed: number, tally: Tally): Promise<string[]> {
  while (await drain(life, 5));
  const documents = [...life.shelf.documents.values()]
  const dice = createDice(seed)
  const wrong: string[] = []
  for (const line of linesFor(documents, dice)) {
    const query = parseQuery(line, { isTyping: dice.under(2) === 0, synonyms: commonSynonyms })
    wrong.push(...(await difference(life, { line, query }, tally)))
  }
  return wrong
}

export function linesFor(documents: readonly SearchDocument[], dice: Dice): string[] {
  const anchor = () =>
    documents.length > 0 ? dice.pick(documents) : makeDocument(dice.under(100), { seed: 9, length: 40 })
  return Object.values(queryKinds).map(lineOf => lineOf(dice, anchor()))
}

async function difference(
  life: Life,
  { line, query }: { line: string; query: Query },
  tally: Tally,
): Promise<string[]> {
  const expected = truthIds(query, life.shelf.documents.values())
  const [ids, answer] = [await life.index.ids(query), await life.index.search(query, { limit: 5 })]
  tally.questions++
  if (expected.length > 0) tally.answered++
  if (!ids.ok || !answer.ok) {
    tally.refused++
    return [`${line}: refused`]
  }
  const found = [...ids.value].sort()
  const isRight =
    found.join() === expected.join() &&
    answer.value.total === expected.length &&
    answer.value.hits.length === Math.min(5, expected.length) &&
    answer.value.hits.every(({ id }) => expected.includes(id))
  return isRight ? [] : [`${line}: ${found.join()} instead of ${expected.join()}`]
}

async function act(life: Life, step: LifeStep, tally: Tally): Promise<void> {
  switch (step.kind) {
    case 'put':
      return life.shelf.put(versionOf(step.id, step.version))
    case 'remove':
      return life.shelf.remove(idOf(step.id))
    case 'drain':
      return void (await drain(life, step.most))
    case 'merge':
      if (await life.index.merge({ isIdle: step.isIdle, breathe: noBreath })) tally.merges++
      return
    case 'mergeWhile':
      return mergeWhile(life, step, tally)
    case 'crash':
      return life.store.crashAfter(step)
    case 'restart':
      return restart(life)
  }
}

async function mergeWhile(life: Life, step: Extract<LifeStep, { kind: 'mergeWhile' }>, tally: Tally): Promise<void> {
  const merging = life.index.merge({ isIdle: true, breathe: noBreath })
  merging.catch(() => undefined) // heard below, also where the change dies first
  life.shelf.put(versionOf(step.put, 90 + step.remove))
  life.shelf.remove(idOf(step.remove))
  try {
    await drain(life, 50)
  } finally {
    await merging.catch(() => undefined) // where the program has died, its merge must not write into the next one's life
  }
  if (await merging) tally.merges++
}

const drain = ({ index, shelf }: Life, most: number): Promise<number> =>
  drainQueue(index, { queue: shelf.queue, source: shelf.source, most })

const idOf = (id: number): string => `d${String(id).padStart(6, '0')}`

/** The same document in another version has another text under the same id. */
const versionOf = (id: number, version: number): SearchDocument => ({
  ...makeDocument(id, { seed: 100 + version, length: 110 }),
  id: idOf(id),
})
