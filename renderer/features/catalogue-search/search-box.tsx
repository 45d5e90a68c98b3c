import type { RefObject } from 'react'
import type { FoundPage } from '#shared/application/catalogue-search'
import { useMessages } from '../../i18n/messages-provider'
import { Key } from '../../ui/acts/key'
import { Icon } from '../../ui/marks/icon'

export interface SearchBoxProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly line: string
  readonly page: FoundPage | undefined
  readonly onLine: (line: string) => void
  /** Enter or Down: on to the list. */
  readonly onSettle: () => void
}

/** Answers with every key. Esc empties it, Enter and Down go on to the list. */
export function SearchBox({ ref, line, page, onLine, onSettle }: SearchBoxProps) {
  const { t } = useMessages()
  return (
    <div className="lookup-box">
      <Icon name="search" size={20} />
      <input
        ref={ref}
        className="lookup-input"
        role="searchbox"
        aria-label={t('lookup.box')}
        aria-keyshortcuts="/"
        placeholder={t('lookup.box')}
        value={line}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={event => onLine(event.target.value)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && line !== '') {
            event.stopPropagation()
            event.preventDefault()
            onLine('')
          }
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          onSettle()
        }}
      />
      {page?.by === 'scan' ? <span className="lookup-took">{t('lookup.scanned')}</span> : null}
      {page && line !== '' ? (
        <span className="lookup-took">{t('lookup.took', { seconds: (page.tookMs / 1000).toFixed(3) })}</span>
      ) : null}
      {line === '' ? (
        <Key keys="/" />
      ) : (
        <button type="button" className="lookup-clear" onClick={() => (onLine(''), ref.current?.focus())}>
          {t('lookup.clear')} <Key keys="Esc" />
        </button>
      )}
    </div>
  )
}
