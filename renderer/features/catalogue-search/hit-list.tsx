import type { KeyboardEvent, RefObject } from 'react'
import type { FoundDocument, FoundPage } from '#shared/application/catalogue-search'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Key } from '../../ui/acts/key'
import { Status } from '../../ui/marks/status'
import { useChosenInView } from '../../ui/tables/use-chosen-in-view'
import { Marked } from './marked-text'
import { flagOfValidity, sideValueWords, type TopicNames } from './side-words'

export interface HitListProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly page: FoundPage | undefined
  readonly topics: TopicNames
  readonly chosen: FoundDocument | undefined
  readonly onChoose: (documentId: DocumentId) => void
  readonly onMore: (() => void) | undefined
}

const optionId = (documentId: DocumentId): string => `hit-${documentId}`

/** One Tab stop: Up, Down, Home and End choose, Enter goes on to the text. */
export function HitList({ ref, page, topics, chosen, onChoose, onMore }: HitListProps) {
  const { t, format } = useMessages()
  const hits = page?.hits ?? []
  const chosenId = chosen?.documentId
  useChosenInView(ref, chosenId)
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault()
      return document.getElementById('lookup-text')?.focus()
    }
    const at = hits.findIndex(({ documentId }) => documentId === chosenId)
    const next = stepFor(event.key, at, hits.length)
    const hit = next === undefined ? undefined : hits[next]
    if (!hit) return
    event.preventDefault()
    onChoose(hit.documentId)
  }
  return (
    <section className="lookup-found" aria-label={t('lookup.hits')}>
      <p className="lookup-count" role="status">
        {page ? (
          <>
            <strong>{t('lookup.count', { n: format.count(page.total) })}</strong>
          </>
        ) : null}
      </p>
      <div
        ref={ref}
        className="lookup-list"
        role="listbox"
        tabIndex={0}
        aria-label={t('lookup.hits')}
        aria-activedescendant={chosenId ? optionId(chosenId) : undefined}
        onKeyDown={press}
      >
        {hits.map(hit => (
          <Hit key={hit.documentId} {...{ hit, topics, onChoose }} isChosen={hit === chosen} />
        ))}
      </div>
      {onMore && page ? (
        <Act look="quiet" onAct={onMore}>
          {t('lookup.more', { n: Math.min(50, page.total - hits.length) })}
        </Act>
      ) : null}
      <p className="lookup-foot" aria-hidden="true">
        <Key keys="Up" /> <Key keys="Down" /> {t('lookup.keyMove')} <Key keys="Enter" /> {t('lookup.keyOpen')}
      </p>
    </section>
  )
}

function stepFor(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

interface HitProps {
  readonly hit: FoundDocument
  readonly topics: TopicNames
  readonly isChosen: boolean
  readonly onChoose: (documentId: DocumentId) => void
}

function Hit({ hit, topics, isChosen, onChoose }: HitProps) {
  const { t } = useMessages()
  const { validity, issuer } = hit.facets
  return (
    <div
      id={optionId(hit.documentId)}
      className="lookup-hit"
      role="option"
      aria-selected={isChosen}
      onClick={() => onChoose(hit.documentId)}
    >
      <div className="lookup-hit-title">
        <Marked of={hit.title} />
      </div>
      <div className="lookup-hit-facts">
        {hit.docNo.text === '' ? null : (
          <span>
            <Marked of={hit.docNo} />
          </span>
        )}
        {issuer === '' ? null : <span>{issuer}</span>}
        {hit.documentDate ? <span>{hit.documentDate}</span> : null}
        <Status quiet flag={flagOfValidity(validity)}>
          {sideValueWords('validity', validity, { t, topics })}
        </Status>
      </div>
      {hit.snippet.text === '' ? null : (
        <div className="lookup-hit-snippet">
          <Marked of={hit.snippet} />
        </div>
      )}
    </div>
  )
}
