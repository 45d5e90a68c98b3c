import { useRef, useState } from 'react'
import { Drawer } from 'antd'
import type { GuidePageName } from '../../i18n/guide-pages'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { GuideContents } from './guide-contents'
import { FindInGuide } from './find-field'
import { findInGuide, type GuideHit } from './find-in-guide'
import { GuideHits } from './guide-hits'
import { GuideArticle, type GuidePlace } from './guide-article'
import type { GuideBook } from './guide-tree'
import { useBook } from './use-book'
import './guide.css'

export interface GuideSheetProps {
  readonly topic: GuidePageName
  readonly onClose: () => void
}

/** The guide over the right side of the window: contents and find at its left, the page of the screen where one was. */
export function GuideSheet({ topic, onClose }: GuideSheetProps) {
  const { t, language } = useMessages()
  const book = useBook(language)
  return (
    <Drawer
      open
      placement="right"
      size="min(980px, 100vw)"
      aria-label={t('guide.help')}
      closable={false}
      mask={{ closable: true, blur: false }}
      onClose={onClose}
      rootClassName="guide"
    >
      {book === null ? <p className="guide-waiting">{t('guide.reading')}</p> : null}
      {book === 'unreadable' ? <p className="guide-waiting">{t('guide.unreadable')}</p> : null}
      {book !== null && book !== 'unreadable' ? <OpenBook book={book} topic={topic} onClose={onClose} /> : null}
    </Drawer>
  )
}

function OpenBook({ book, topic, onClose }: GuideSheetProps & { readonly book: GuideBook }) {
  const { t } = useMessages()
  const [trail, setTrail] = useState<readonly GuidePlace[]>([{ page: topic }])
  const [query, setQuery] = useState('')
  const [showsSide, setShowsSide] = useState(false) // a narrow sheet shows one of the two
  const sheet = useRef<HTMLDivElement>(null)
  const find = useRef<HTMLInputElement>(null)
  useShortcuts([{ keys: 'Ctrl+F', run: () => find.current?.select() }], { owner: sheet })
  const place = trail.at(-1) ?? { page: topic }
  const goTo = (next: GuidePlace): void => {
    setTrail([...trail, next])
    setShowsSide(false)
  }
  const hits = findInGuide(book, query)
  const openHit = ({ page, block }: GuideHit) => goTo({ page, block })
  return (
    <div ref={sheet} className={showsSide ? 'guide-book shows-side' : 'guide-book'}>
      <div className="guide-head">
        <h2 className="guide-name">{t('guide.help')}</h2>
        <span className="guide-contents-act">
          <Act size="small" onAct={() => setShowsSide(!showsSide)}>
            {t('guide.contents')}
          </Act>
        </span>
        <FindInGuide
          ref={find}
          query={query}
          onQuery={text => {
            setQuery(text)
            setShowsSide(true)
          }}
          onFirst={() => (hits[0] ? openHit(hits[0]) : undefined)}
        />
        {trail.length > 1 ? (
          <Act size="small" icon="back" onAct={() => setTrail(trail.slice(0, -1))}>
            {t('guide.back')}
          </Act>
        ) : null}
        <Act size="small" showsKeys="Esc" onAct={onClose}>
          {t('guide.close')}
        </Act>
      </div>
      <div className="guide-side">
        {query.trim() === '' ? (
          <GuideContents book={book} current={place.page} onOpen={page => goTo({ page })} />
        ) : (
          <GuideHits book={book} hits={hits} query={query} onOpen={openHit} />
        )}
      </div>
      <GuideArticle
        page={book[place.page]}
        place={place}
        onLink={(page, anchor) => goTo({ page, ...(anchor ? { anchor } : {}) })}
      />
    </div>
  )
}
