import { openPublicShelf } from '../../../data/public-shelf'
import { commonSynonyms } from '../../../search/query/synonyms'
import { openIndexStore } from '../../../search/store/open-index-store'
import type { SearchOrder } from '../../../search/worker/search-messages'
import {
  createSearchService,
  pauseByTimer,
  type SearchService,
  turnsByMessage,
} from '../../../search/worker/search-service'
import { deleteOtherIndexes, indexNameFor } from './index-databases'
import type { SearchWorkerNews, SearchWorkerOrder } from './search-worker-messages'

/** Entry of the worker that keeps and asks the index. It has no key, and sees of the view what lies in clear. */

const tell = (news: SearchWorkerNews): void => self.postMessage(news)
const nextTurn = turnsByMessage()
let opened: Promise<{ readonly service: SearchService; readonly close: () => void }> | null = null
/** What must be told again to the service of another view. */
let held: Extract<SearchOrder, { kind: 'hold' }> | null = null

self.onmessage = ({ data }: MessageEvent<SearchWorkerOrder>) => {
  if (data.kind === 'hold') held = data
  if (data.kind === 'open') {
    const before = opened
    opened = open(data.view, before)
  } else if (opened) void opened.then(({ service }) => service.obey(data))
  opened?.catch((error: unknown) =>
    tell({ kind: 'broken', errorName: error instanceof Error ? error.name : 'unknown' }),
  )
}

async function open(view: string, before: typeof opened) {
  await before?.then(({ close }) => close()).catch(() => undefined)
  const name = indexNameFor(view)
  const store = await openIndexStore(name, navigator.locks)
  const shelf = openPublicShelf(view)
  const service = createSearchService({
    ...{ store, shelf, name, tell, nextTurn, pause: pauseByTimer },
    ...{ synonyms: commonSynonyms, locks: navigator.locks, random: Math.random },
  })
  const unwatch = shelf.onQueued(() => service.obey({ kind: 'changed' }))
  if (held) service.obey(held)
  deleteOtherIndexes(name)
  const close = () => {
    unwatch()
    service.stop()
    shelf.close()
    store.close()
  }
  return { service, close }
}
