import { commonSynonyms } from '../../../../renderer/search/query/synonyms'
import { openIndexedDbStore } from '../../../../renderer/search/store/indexed-db-store'
import type { SearchNews, SearchOrder } from '../../../../renderer/search/worker/search-messages'
import { createSearchService, pauseByTimer, turnsByMessage } from '../../../../renderer/search/worker/search-service'
import { countMerges } from './count-merges'
import { openShelf } from './shelf-database'

/** The service of the program over a shelf of the test. */
const tell = (news: SearchNews): void => self.postMessage(news)
const service = Promise.all([openIndexedDbStore('index'), openShelf('shelf')]).then(([store, shelf]) =>
  createSearchService({
    ...{
      store: countMerges(store, () => shelf.countMerge()),
      shelf,
      tell,
      synonyms: commonSynonyms,
      locks: navigator.locks,
      name: 'index',
    },
    ...{ nextTurn: turnsByMessage(), pause: pauseByTimer, random: Math.random },
  }),
)
self.onmessage = ({ data }: MessageEvent<SearchOrder>) => void service.then(({ obey }) => obey(data))
