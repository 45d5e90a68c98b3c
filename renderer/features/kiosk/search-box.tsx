import { useId } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Icon } from '../../ui/marks/icon'

export interface SearchBoxProps {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly onSearch: () => void
  readonly takesFocus?: boolean
}

export function SearchBox({ text, onChange, onSearch, takesFocus = false }: SearchBoxProps) {
  const { t } = useMessages()
  const id = useId()
  return (
    <form
      role="search"
      onSubmit={event => {
        event.preventDefault()
        onSearch()
      }}
    >
      <label htmlFor={id} className="unseen">
        {t('kiosk.search.field')}
      </label>
      <div className="kiosk-search">
        <Icon name="search" size={28} />
        <input
          id={id}
          type="text"
          value={text}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          autoFocus={takesFocus}
          aria-describedby={`${id}-hint`}
          onChange={event => onChange(event.target.value)}
        />
        <button type="submit">{t('kiosk.search')}</button>
      </div>
      <p id={`${id}-hint`} className="kiosk-quiet">
        {t('kiosk.search.hint')}
      </p>
    </form>
  )
}
