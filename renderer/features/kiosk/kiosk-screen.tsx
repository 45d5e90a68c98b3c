import { useCallback, useState } from 'react'
import type { KioskDescription, KioskDesk } from '#shared/application/kiosk/ports'
import { MessagesProvider } from '../../i18n/messages-provider'
import { DocumentPage } from './document-page'
import { FarewellPage } from './farewell-page'
import { FormPage } from './form-page'
import { HomePage } from './home-page'
import { HowPage } from './how-page'
import { IdleNotice } from './idle-notice'
import type { KioskScreenProps } from './kiosk-context'
import { KioskFrame } from './kiosk-frame'
import { readLanguage } from '../../i18n/window-language'
import { firstLooks, type KioskLooks } from './kiosk-looks'
import { atHome, back, go, placeOf, turn, type KioskPlace } from './kiosk-place'
import { ResultsPage } from './results-page'
import { StaffPage } from './staff-page'
import { StatusPage } from './status-page'
import { TopicsPage } from './topics-page'
import { useIdle } from './use-idle'
import { useSpeech } from './use-speech'
import './kiosk.css'

export interface KioskScreenParts {
  readonly desk: KioskDesk
  readonly about: KioskDescription
}

/** One visit, from the first touch to the wipe. Everything it holds is in the memory of this page. */
export function KioskScreen({ desk, about }: KioskScreenParts) {
  const [way, setWay] = useState(atHome)
  const [looks, setLooks] = useState(firstLooks)
  const [wasTouched, setTouched] = useState(false)
  const speech = useSpeech()
  const wipe = useCallback(() => void desk.wipe(), [desk])
  const left = useIdle(about.idleSeconds, wasTouched, wipe)
  const place = placeOf(way)
  const move = (next: typeof way) => {
    speech.stop()
    setWay(next)
  }
  /** English is read when it is first asked for; where it cannot be, everything stays as it is. */
  const look = (next: KioskLooks) =>
    void readLanguage(next.language).then(
      () => setLooks(next),
      () => undefined,
    )
  const screen: KioskScreenProps = {
    ...{ desk, about, looks, speech },
    go: to => move(go(way, to)),
    turn: to => move(turn(way, to)),
  }
  return (
    <MessagesProvider language={looks.language}>
      <div
        className="kiosk-visit"
        onPointerDown={() => setTouched(true)}
        onKeyDown={() => setTouched(true)}
        onCopy={event => event.preventDefault()}
        onCut={event => event.preventDefault()}
        onDragStart={event => event.preventDefault()}
      >
        <KioskFrame
          officeName={about.officeName}
          idleSeconds={about.idleSeconds}
          looks={looks}
          isHome={place.page === 'home'}
          onLooks={look}
          onBack={() => move(back(way))}
          onRestart={() => move(go(way, { page: 'farewell' }))}
          onStaff={() => move(go(way, { page: 'staff' }))}
        >
          <Page key={keyOf(place)} place={place} screen={screen} onEnd={wipe} />
        </KioskFrame>
        {left === null ? null : <IdleNotice seconds={left} looks={looks} onStay={() => undefined} onEnd={wipe} />}
      </div>
    </MessagesProvider>
  )
}

/** Another document or page is another screen: nothing of the one before stays in it. */
const keyOf = (place: KioskPlace): string =>
  place.page === 'document' ? place.id : place.page === 'results' ? JSON.stringify(place.question) : place.page

function Page({
  place,
  screen,
  onEnd,
}: {
  readonly place: KioskPlace
  readonly screen: KioskScreenProps
  readonly onEnd: () => void
}) {
  switch (place.page) {
    case 'home':
      return <HomePage {...screen} />
    case 'results':
      return <ResultsPage {...screen} question={place.question} from={place.from} />
    case 'document':
      return <DocumentPage {...screen} id={place.id} />
    case 'topics':
      return <TopicsPage {...screen} />
    case 'status':
      return <StatusPage {...screen} />
    case 'form':
      return <FormPage {...screen} />
    case 'how':
      return <HowPage />
    case 'staff':
      return <StaffPage {...screen} />
    case 'farewell':
      return <FarewellPage {...screen} onEnd={onEnd} />
  }
}
