import type { Desk } from '#shared/application/desk'
import { visitDraftName } from '#shared/application/visits/visit-form'
import { ReadingRoomPage, VisitorSignIn, VisitPage } from './late-pages'
import type { Route } from './routes'
import { useFormDraft } from './use-form-draft'

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

function Visitor({ desk, go, draft }: VisitorProps) {
  const form = useFormDraft('visitor', draft, () => visitDraftName(desk.newId()))
  return (
    <VisitorSignIn
      key={form.draftName}
      desk={desk}
      {...form}
      onFresh={() => go({ page: 'visitor' })}
      onSignedIn={visitId => go({ page: 'visit', visitId })}
      onLeave={() => go({ page: 'readingRoom' })}
    />
  )
}
