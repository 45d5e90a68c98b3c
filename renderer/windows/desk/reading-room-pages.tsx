import { useEffect, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { visitDraftName } from '#shared/application/visits/visit-form'
import { ReadingRoomPage, VisitorSignIn, VisitPage } from './late-pages'
import { parseRoute, type Route } from './routes'
import { renameAddress } from './use-route'

interface ReadingRoomPagesProps {
  readonly desk: Desk
  readonly route: Extract<Route, { readonly page: 'readingRoom' | 'visit' | 'visitor' }>
  readonly go: (to: Route) => void
}

/** 查阅室: the room, one visit, and the form at its door. */
export function ReadingRoomPages({ desk, route, go }: ReadingRoomPagesProps) {
  const toRoom = () => go({ page: 'readingRoom' })
  switch (route.page) {
    case 'readingRoom':
      return (
        <ReadingRoomPage
          desk={desk}
          onSignIn={draft => go({ page: 'visitor', ...(draft ? { draft } : {}) })}
          onOpen={visitId => go({ page: 'visit', visitId })}
        />
      )
    case 'visit':
      return <VisitPage key={route.visitId} desk={desk} visitId={route.visitId} onBack={toRoom} />
    case 'visitor':
      return <Visitor desk={desk} go={go} draft={route.draft} />
  }
}

interface VisitorProps extends Pick<ReadingRoomPagesProps, 'desk' | 'go'> {
  readonly draft: string | undefined
}

/** A new form gets its name here, and the address holds it as soon as there is a draft to come back to. */
function Visitor({ desk, go, draft }: VisitorProps) {
  const [own] = useState(() => visitDraftName(desk.newId()))
  const [isKept, setKept] = useState(false)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const isNew = draft === undefined || draft === own
  // F4 on a form that is already begun leads to the same form, and its address back to its draft.
  useEffect(() => (draft === undefined && isKept ? renameAddress({ page: 'visitor', draft: own }) : undefined))
  return (
    <VisitorSignIn
      key={draft ?? own}
      desk={desk}
      draftName={draft ?? own}
      isNew={isNew}
      onKept={kept => {
        const here = parseRoute(location.hash)
        // A form that was left a moment ago still writes its draft: the address is another page's by then.
        if (!isNew || !isHere.current || here.page !== 'visitor' || (here.draft ?? own) !== own) return
        setKept(kept)
        renameAddress({ page: 'visitor', ...(kept ? { draft: own } : {}) })
      }}
      onFresh={() => go({ page: 'visitor' })}
      onSignedIn={visitId => go({ page: 'visit', visitId })}
      onLeave={() => go({ page: 'readingRoom' })}
    />
  )
}
