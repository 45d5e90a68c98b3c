import type {
  CatalogueSearch,
  FoundPage,
  MarkedText,
  SearchRefusal,
  SearchState,
} from '#shared/application/catalogue-search'
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { err, ok, type Result } from '#shared/kernel/result'
import { watchHeldDocuments } from '../../../data/public-shelf'
import type { View } from '../../../data/view'
import type { SearchPage } from '../../../search/worker/search-messages'
import type { SearchWorkerNews, SearchWorkerOrder } from './search-worker-messages'
import { whileScrolling } from './while-scrolling'

export interface SearchPortParts {
  readonly createWorker: () => Worker
  readonly view: View
  readonly now: () => number
}

export interface OpenedSearch {
  readonly port: CatalogueSearch
  /** Reads from this view from now on. */
  readonly show: (database: string) => void
  readonly close: () => void
}

/** The window's side of the search worker, which starts with the first question, or when the window idles. */
export function openSearch({ createWorker, view, now }: SearchPortParts): OpenedSearch {
  const waiting = new Map<number, (news: SearchWorkerNews) => void>()
  const listeners = new Set<(state: SearchState) => void>()
  const askers = new Set<(answers: number) => void>()
  let state: SearchState = { kind: 'opening' }
  let answers = 0
  let worker: Worker | null = null
  let database: string | null = null
  let lastId = 0
  let unwatchHeld: (() => void) | null = null
  let heard: Promise<void> | null = null
  let unwatchScroll = () => {}

  const order = (message: SearchWorkerOrder) => start().postMessage(message)
  const tellState = (next: SearchState) => {
    state = next
    for (const listener of [...listeners]) listener(state)
    if (next.kind === 'ready') tellAnswers()
  }
  const tellAnswers = () => {
    answers++
    for (const asker of [...askers]) asker(answers)
  }
  const fail = (errorName: string) => {
    tellState({ kind: 'stuck', errorName })
    for (const answer of waiting.values()) answer({ kind: 'broken', errorName })
    waiting.clear()
  }
  const hear = (news: SearchWorkerNews) => {
    if (news.kind === 'state') return tellState(news.state)
    if (news.kind === 'broken') return fail(news.errorName)
    waiting.get(news.id)?.(news)
    waiting.delete(news.id)
  }
  function start(): Worker {
    if (worker) return worker
    worker = createWorker()
    worker.onmessage = ({ data }: MessageEvent<SearchWorkerNews>) => hear(data)
    worker.onerror = () => fail('WorkerError')
    unwatchScroll = whileScrolling(() => worker?.postMessage({ kind: 'scrolling' } satisfies SearchWorkerOrder))
    if (database) worker.postMessage({ kind: 'open', view: database } satisfies SearchWorkerOrder)
    return worker
  }
  const ask = (message: (id: number) => SearchWorkerOrder) =>
    new Promise<SearchWorkerNews>(resolve => {
      const id = ++lastId
      waiting.set(id, resolve)
      order(message(id))
    })
  /** Only once somebody looks among them: they are opened from their seals, and go with the worker. */
  const holdWhatIsNotPublic = () =>
    (heard ??= new Promise<void>(resolve => {
      unwatchHeld = watchHeldDocuments(view)(documents => {
        order({ kind: 'hold', documents })
        resolve()
        tellAnswers()
      })
    }))

  return {
    port: {
      async ask(question) {
        if (question.among === 'held') await holdWhatIsNotPublic()
        const started = now()
        const news = await ask(id => ({ kind: 'search', id, ...question }))
        return answerOf(news, now() - started)
      },
      async mark(line, text) {
        const news = await ask(id => ({ kind: 'mark', id, line, text }))
        return news.kind === 'marked' ? news.marked : unmarked(text)
      },
      watchState: listener => {
        listeners.add(listener)
        listener(state)
        return () => void listeners.delete(listener)
      },
      watchAnswers: listener => {
        askers.add(listener)
        listener(answers)
        return () => void askers.delete(listener)
      },
      warm: () => void start(),
    },
    show(next) {
      database = next
      worker?.postMessage({ kind: 'open', view: next } satisfies SearchWorkerOrder)
    },
    close() {
      unwatchHeld?.()
      unwatchScroll()
      worker?.terminate()
      for (const answer of waiting.values()) answer({ kind: 'broken', errorName: 'Closed' })
      waiting.clear()
      listeners.clear()
      askers.clear()
    },
  }
}

function answerOf(news: SearchWorkerNews, tookMs: number): Result<FoundPage, SearchRefusal> {
  if (news.kind === 'found') return ok(pageOf(news.page, tookMs))
  if (news.kind === 'notFound' && news.problem.kind === 'superseded') return err({ kind: 'superseded' })
  const why = news.kind === 'notFound' ? news.problem.kind : news.kind === 'broken' ? news.errorName : news.kind
  return err({ kind: 'searchFailed', reference: `search/${why}` })
}

const pageOf = ({ results, searchMs: _ofTheBench, ...page }: SearchPage, tookMs: number): FoundPage => ({
  ...page,
  tookMs,
  hits: results.map(({ id, day, ...hit }) => ({
    ...hit,
    documentId: id as DocumentId,
    documentDate: day === null ? null : addDays(epoch, day),
  })),
})

const epoch = '1970-01-01' as CivilDate

const unmarked = (text: string): MarkedText => ({ text, marks: [], isCutBefore: false, isCutAfter: false })
