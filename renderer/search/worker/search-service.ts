import type { SearchIndex } from '../index/search-index'
import type { SynonymRows } from '../query/synonyms'
import type { DocumentSource, SearchDocument } from '../search-document'
import type { ByteStore } from '../store/byte-store'
import { type Answers, scanningAnswers } from './answers'
import { keepIndex, type SearchShelf } from './keep-index'
import { createSearchDesk } from './search-desk'
import type { SearchAmong, SearchNews, SearchOrder } from './search-messages'
import type { WriterLocks } from './writer-lock'

export interface ServiceParts {
  readonly store: ByteStore
  readonly shelf: SearchShelf
  readonly synonyms: SynonymRows
  readonly locks: WriterLocks
  /** Of the index; one writer among all windows. */
  readonly name: string
  readonly tell: (news: SearchNews) => void
  /** Resolves after the messages that had arrived were heard. */
  readonly nextTurn: () => Promise<void>
  /** See `KeeperParts`. */
  readonly pause: () => Promise<void>
  readonly random: () => number
}

export interface SearchService {
  readonly obey: (order: SearchOrder) => void
  readonly stop: () => void
}

/** Everything behind the worker's messages: searches, the index and its upkeep, documents held in memory. */
export function createSearchService(parts: ServiceParts): SearchService {
  const { store, shelf, tell, nextTurn, pause, locks, name, random } = parts
  const underWay = { searches: 0 }
  let isScrolling = false
  const breathe = async () => {
    do await nextTurn()
    while (underWay.searches > 0)
    // Drawing a long list keeps both cores of an office machine busy: building and merging wait until it stands still.
    while (isScrolling) {
      isScrolling = false
      await pause()
    }
  }
  const onState = (state: Extract<SearchNews, { kind: 'state' }>['state']) => tell({ kind: 'state', state })
  const keeper = keepIndex({ store, shelf, locks, name, breathe, pause, random, onState })
  let held: readonly SearchDocument[] = []

  const scanAll = scanningAnswers(() => shelf.all())
  const scanHeld = scanningAnswers(() => [held])
  const answersFor = async (among: SearchAmong): Promise<Answers> =>
    among === 'held' ? scanHeld : orByScan(await keeper.current())
  const orByScan = (index: SearchIndex | null): Answers => {
    if (!index) return scanAll
    return {
      snapshot: index.snapshot,
      async search(query, options) {
        const answer = await index.search(query, options)
        if (answer.ok || answer.problem.kind !== 'indexDamaged') return answer
        keeper.damaged()
        return scanAll.search(query, options)
      },
    }
  }
  const heldSource: DocumentSource = {
    read: ids => Promise.resolve(ids.map(id => held.find(document => document.id === id))),
  }
  const ask = createSearchDesk({
    ...{ answersFor, synonyms: parts.synonyms },
    sourceFor: among => (among === 'held' ? heldSource : shelf.source),
    soon: work => void nextTurn().then(work),
    tell(news) {
      underWay.searches--
      tell(news)
    },
  })

  return {
    obey(order) {
      if (order.kind === 'changed') return keeper.changed()
      if (order.kind === 'scrolling') return void (isScrolling = true)
      if (order.kind === 'hold') return void (held = order.documents)
      underWay.searches++
      ask(order)
    },
    stop: keeper.stop,
  }
}

/** A turn of the event loop by message: a timer of 0 ms is held back to 4 ms after a while. */
export function turnsByMessage(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port1.onmessage = () => waiting.shift()?.()
  return () =>
    new Promise(resolve => {
      waiting.push(resolve)
      port2.postMessage(null)
    })
}

/** About as long as somebody takes between two saves. */
export const pauseByTimer = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 300))
