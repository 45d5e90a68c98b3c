import { useEffect, useId, useRef } from 'react'
import type { GuidePageName } from '../../i18n/guide-pages'
import { GuideBlock, headingId, type FollowLink } from './guide-blocks'
import type { GuidePage } from './guide-tree'

/** A page, and where on it: a heading that a link named, or a block that find named. */
export interface GuidePlace {
  readonly page: GuidePageName
  readonly anchor?: string
  readonly block?: number
}

interface GuideArticleProps {
  readonly page: GuidePage
  readonly place: GuidePlace
  readonly onLink: FollowLink
}

/** The page itself. It has the focus, so that the arrow keys and the page keys scroll it at once. */
export function GuideArticle({ page, place, onLink }: GuideArticleProps) {
  const article = useRef<HTMLElement>(null)
  const titleId = useId()
  useEffect(() => {
    const sheet = article.current
    if (!sheet) return
    sheet.focus({ preventScroll: true })
    const target = place.anchor
      ? document.getElementById(headingId(place.anchor))
      : sheet.querySelector(`[data-block="${place.block ?? -1}"]`)
    if (target) target.scrollIntoView({ block: 'start' })
    else sheet.scrollTop = 0
  }, [place])
  return (
    <article ref={article} className="guide-page" tabIndex={0} aria-labelledby={titleId}>
      <h2 id={titleId}>{page.title}</h2>
      {page.blocks.map((block, at) => (
        <div key={at} data-block={at} className={at === place.block ? 'guide-block is-found' : 'guide-block'}>
          <GuideBlock block={block} onLink={onLink} />
        </div>
      ))}
    </article>
  )
}
