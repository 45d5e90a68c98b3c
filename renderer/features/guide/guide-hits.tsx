import { useMessages } from '../../i18n/messages-provider'
import type { GuideHit } from './find-in-guide'
import type { GuideBook } from './guide-tree'

interface GuideHitsProps {
  readonly book: GuideBook
  readonly hits: readonly GuideHit[]
  readonly query: string
  readonly onOpen: (hit: GuideHit) => void
}

const mostShown = 60

export function GuideHits({ book, hits, query, onOpen }: GuideHitsProps) {
  const { t } = useMessages()
  const shown = hits.slice(0, mostShown)
  const count = hits.length > mostShown ? t('guide.foundMost', { n: mostShown }) : t('guide.found', { n: hits.length })
  return (
    <>
      <p className="guide-count" role="status">
        {hits.length === 0 ? t('guide.notFound', { text: query.trim() }) : count}
      </p>
      <ul>
        {shown.map(hit => (
          <li key={`${hit.page}/${hit.block}`}>
            <button type="button" className="guide-entry guide-hit" onClick={() => onOpen(hit)}>
              <b>{book[hit.page].title}</b>
              <span>
                {hit.before}
                <mark>{hit.match}</mark>
                {hit.after}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
