import { useState } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { useWatch } from '../../ui/states/use-watch'
import { CatalogueNote } from './catalogue-note'
import type { KioskScreenProps } from './kiosk-context'
import type { KioskPlace } from './kiosk-place'
import { OnScreenKeys } from './on-screen-keys'
import { SearchBox } from './search-box'

const doors = ['topics', 'status', 'form', 'how'] as const

/** One question, one box, four doors. */
export function HomePage({ desk, go }: KioskScreenProps) {
  const { t } = useMessages()
  const [text, setText] = useState('')
  const state = useWatch(desk.catalogue.watchState)
  const search = () => (text.trim() === '' ? undefined : go(resultsFor(text)))
  return (
    <div className="kiosk-home">
      <h1>{t('kiosk.ask')}</h1>
      <SearchBox text={text} onChange={setText} onSearch={search} takesFocus />
      <CatalogueNote state={state} />
      <div className="kiosk-beside-keys">
        <OnScreenKeys value={text} onChange={setText} />
        <div className="kiosk-doors">
          {doors.map(page => (
            <button key={page} type="button" className="kiosk-door" onClick={() => go({ page })}>
              <b>{t(`kiosk.door.${page}`)}</b>
              <span>{t(`kiosk.door.${page}.note`)}</span>
            </button>
          ))}
        </div>
      </div>
    </div>
  )
}

export const resultsFor = (text: string): KioskPlace => ({
  page: 'results',
  question: { kind: 'typed', text },
  from: 0,
})
