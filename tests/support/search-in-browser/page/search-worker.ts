import { commonSynonyms } from '../../../../renderer/search/query/synonyms'
import { openIndexedDbStore } from '../../../../renderer/search/store/indexed-db-store'
import { readManifest } from '../../../../renderer/search/store/manifest'
import { openIndexStore } from '../../../../renderer/search/store/open-index-store'
import type { SearchNews, SearchOrder } from '../../../../renderer/search/worker/search-messages'
import { createSearchService, pauseByTimer, turnsByMessage } from '../../../../renderer/search/worker/search-service'
import { countMerges } from './count-merges'
import { openShelf } from './shelf-database'

/** Beside the program's own messages: how many bytes the streams of all segments are. */
export interface SizeOrder {
  readonly kind: 'size'
}
export interface SizeNews {
  readonly kind: 'size'
  readonly bytes: number
}

/** The service of the program over a shelf of the test. */
const tell = (news: SearchNews | SizeNews): void => self.postMessage(news)
const openedShelf = openShelf('shelf')
/** Of this shelf and no other, as the program's index is of one view. */
const openedName = openedShelf.then(({ incarnation }) => `index-${incarnation}`)
const openedStore = openedName.then(name =>
  self.name === 'files' ? openIndexStore(name, navigator.locks) : openIndexedDbStore(name),
)
const service = Promise.all([openedStore, openedShelf, openedName]).then(([store, shelf, name]) =>
  createSearchService({
    ...{
      store: countMerges(store, () => shelf.countMerge()),
      shelf,
      tell,
      synonyms: commonSynonyms,
      locks: navigator.locks,
      name,
    },
    ...{ nextTurn: turnsByMessage(), pause: pauseByTimer, random: Math.random },
  }),
)
self.onmessage = ({ data }: MessageEvent<SearchOrder | SizeOrder>) => {
  if (data.kind === 'size') void tellSize()
  else void service.then(({ obey }) => obey(data))
}

async function tellSize(): Promise<void> {
  const found = await readManifest(await openedStore)
  const segments = 'manifest' in found ? found.manifest.segments : []
  const bytes = segments.reduce((sum, { lengths }) => sum + lengths.head + lengths.docs + lengths.positions, 0)
  tell({ kind: 'size', bytes })
}
