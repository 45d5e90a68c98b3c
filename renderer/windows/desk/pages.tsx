import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { FrontDoor } from '#shared/application/front-door'
import type { RequestRecord } from '#shared/application/ports'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { PeopleDesk } from '../../features/people'
import { ReceiptDialog, RegistrationDesk } from '../../features/reception'
import { ReplyDesk, ReviewDesk } from '../../features/replies'
import { RequestList, RequestPage } from '../../features/requests'
import { TodayBoard } from '../../features/today'
import { useRoute } from './use-route'

interface PagesProps {
  readonly desk: Desk
  readonly door: FrontDoor
}

/** Which desk of the office is on screen, and where each way out of it leads. */
export function Pages({ desk, door }: PagesProps) {
  const [route, go] = useRoute()
  const open = (requestId: RequestId) => go({ page: 'request', requestId })
  switch (route.page) {
    case 'today':
      return (
        <TodayBoard
          desk={desk}
          onOpen={open}
          onRegister={() => go({ page: 'reception' })}
          onResumeDraft={draft => go({ page: 'reception', draft })}
          onList={() => go({ page: 'requests' })}
        />
      )
    case 'reception':
      return (
        <RegistrationDesk
          key={route.draft ?? 'new'}
          desk={desk}
          {...(route.draft ? { draftName: route.draft } : {})}
          onRegistered={requestId => go({ page: 'request', requestId, isNew: true })}
          onLeave={() => go({ page: 'today' })}
        />
      )
    case 'requests':
      return <RequestList desk={desk} onOpen={open} />
    case 'request':
      return (
        <>
          <RequestPage
            key={route.requestId}
            desk={desk}
            requestId={route.requestId}
            onBack={() => go({ page: 'today' })}
            onReply={() => go({ page: 'reply', requestId: route.requestId })}
            onReview={() => go({ page: 'review', requestId: route.requestId })}
          />
          {route.isNew ? <NewReceipt desk={desk} requestId={route.requestId} onClose={() => open(route.requestId)} /> : null}
        </>
      )
    case 'reply':
    case 'review': {
      const Page = route.page === 'reply' ? ReplyDesk : ReviewDesk
      const back = () => open(route.requestId)
      return <Page key={route.requestId} desk={desk} requestId={route.requestId} onDone={back} onBack={back} />
    }
    case 'people':
      return <PeopleDesk desk={desk} frontDoor={door} />
  }
}

/** The receipt stands before the clerk as soon as the request is registered. */
function NewReceipt({ desk, requestId, onClose }: { desk: Desk; requestId: RequestId; onClose: () => void }) {
  const [record, setRecord] = useState<RequestRecord | null>(null)
  useEffect(() => desk.requests.watchOne(requestId)(setRecord), [desk, requestId])
  return record ? <ReceiptDialog desk={desk} record={record} onClose={onClose} /> : null
}
