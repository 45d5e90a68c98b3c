import type { Ref } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Key } from '../../ui/acts/key'
import { isPlainEnter } from '../../ui/fields/plain-enter'
import { Icon } from '../../ui/marks/icon'

interface FindInGuideProps {
  readonly ref: Ref<HTMLInputElement>
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Enter: the first place found. */
  readonly onFirst: () => void
}

export function FindInGuide({ ref, query, onQuery, onFirst }: FindInGuideProps) {
  const { t } = useMessages()
  return (
    <search className="guide-find">
      <Icon name="search" size={16} />
      <input
        ref={ref}
        type="text"
        value={query}
        aria-label={t('guide.find')}
        aria-keyshortcuts="Control+F"
        placeholder={t('guide.findHint')}
        autoComplete="off"
        spellCheck={false}
        onChange={event => onQuery(event.target.value)}
        onKeyDown={event => (isPlainEnter(event) ? onFirst() : undefined)}
      />
      <Key keys="Ctrl+F" />
    </search>
  )
}
