import { guideContents, type GuidePageName } from '../../i18n/guide-pages'
import { useMessages } from '../../i18n/messages-provider'
import type { GuideBook } from './guide-tree'

interface GuideContentsProps {
  readonly book: GuideBook
  readonly current: GuidePageName
  readonly onOpen: (page: GuidePageName) => void
}

export function GuideContents({ book, current, onOpen }: GuideContentsProps) {
  const { t } = useMessages()
  return (
    <nav aria-label={t('guide.contents')}>
      {guideContents.map(({ group, pages }) => (
        <section key={group} aria-labelledby={`guide-group-${group}`}>
          <h3 id={`guide-group-${group}`}>{t(`guide.group.${group}`)}</h3>
          <ul>
            {pages.map(page => (
              <li key={page}>
                <button
                  type="button"
                  className="guide-entry"
                  aria-current={page === current ? 'page' : undefined}
                  onClick={() => onOpen(page)}
                >
                  {book[page].title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
