import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Key } from '../../ui/acts/key'
import { Icon } from '../../ui/marks/icon'
import { documentItems } from './document-items'
import { sectionsFor, type FindItem } from './find-item'
import { FindList, optionId } from './find-list'
import { requestItems } from './request-items'
import { useDocumentHits } from './use-document-hits'
import { useRequestHits, type LastHeard } from './use-request-hits'
import './find.css'

export interface FindPaletteProps {
  readonly desk: Pick<Desk, 'requests' | 'catalogueSearch' | 'today' | 'calendar'>
  /** What can be found besides requests: only what this person may do. */
  readonly others: readonly FindItem[]
  readonly last: LastHeard
  readonly onOpen: (requestId: RequestId) => void
  /** The list, with these words in its filter. */
  readonly onList: (words: string) => void
  readonly onDocument: (documentId: DocumentId) => void
  /** The search desk, with these words in its box. */
  readonly onSearch: (words: string) => void
  readonly onClose: () => void
}

/** Ctrl+K: a box, and under it what the words lead to. The first hit is already chosen; Enter goes there. */
export function FindPalette({ desk, others, last, onOpen, onList, onDocument, onSearch, onClose }: FindPaletteProps) {
  const { t, format } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const hits = useRequestHits(desk.requests, text, last)
  const requests = requestItems({ hits, desk, t, format, text, onOpen, onList })
  const found = useDocumentHits(desk.catalogueSearch, text)
  const documents = documentItems({ hits: found, text, t, onDocument, onSearch })
  const sections = sectionsFor(text, { requests, documents }, others)
  const items = sections.flatMap(section => section.items)
  const at = Math.min(chosen, items.length - 1)
  useOpened(dialog)
  const leave = (): void => {
    dialog.current?.close()
    onClose()
  }
  const take = (item: FindItem | undefined): void => {
    if (!item) return
    leave() // gives the focus back before the page changes under it
    item.run()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault() // the browser would tell of its close only a moment later
      return leave()
    }
    const step = steps[event.key]
    if (step === undefined && !(event.key === 'Enter' && event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (step === undefined) take(items[at])
    else if (items.length > 0) setChosen((at + step + items.length) % items.length)
  }
  return (
    <dialog
      ref={dialog}
      className="find"
      role="dialog"
      aria-modal="true"
      aria-label={t('find.title')}
      onClose={onClose}
      onKeyDown={press}
      onClick={event => (event.target === dialog.current ? leave() : undefined)}
    >
      <div className="find-box">
        <Icon name="search" size={20} />
        <input
          className="find-input"
          role="combobox"
          aria-label={t('find.box')}
          aria-expanded={items.length > 0}
          aria-controls="find-list"
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? optionId(at) : undefined}
          placeholder={t('find.box')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={event => {
            setText(event.target.value)
            setChosen(0)
          }}
        />
        <button type="button" className="find-close" aria-label={`${t('dialog.close')} Esc`} onClick={leave}>
          <Key keys="Esc" />
        </button>
      </div>
      <FindList sections={sections} chosen={at} text={text} onTake={take} />
      <p className="unseen" role="status">
        {text === '' ? '' : t('find.count', { n: items.length })}
      </p>
      <p className="find-foot">
        {text !== '' && items.length === 0 && !found.isSearching ? <span>{t('find.none')}</span> : null}
        {hits.isWhole || text === '' ? null : <span>{t('find.reading')}</span>}
        <span className="find-keys" aria-hidden="true">
          <Key keys="Up" /> <Key keys="Down" /> {t('find.keyMove')} <Key keys="Enter" /> {t('find.keyOpen')}
        </span>
      </p>
    </dialog>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** The browser's own dialog: it keeps the focus inside and gives it back to where it was. */
function useOpened(dialog: React.RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const shown = dialog.current
    if (!shown) return
    if (!shown.open) shown.showModal()
    shown.querySelector<HTMLElement>('.find-input')?.focus()
  }, [dialog])
}
