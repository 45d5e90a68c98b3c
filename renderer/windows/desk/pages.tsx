import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { FrontDoor } from '#shared/application/front-door'
import type { OpenedSource } from '#shared/application/intake/ports'
import type { RequestRecord } from '#shared/application/ports'
import { registrationDraftName } from '#shared/application/reception/registration-draft'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { HeadquartersNews } from '../../features/headquarters-news'
import { ImportNotice } from '../../features/import-notice'
import { TodayBoard, type JournalHealth } from '../../features/today'
import {
  DemandList,
  BookletsDesk,
  HandsPage,
  DocumentImportDesk,
  ExchangeDesk,
  FromHeadquarters,
  ImportDesk,
  MediaExchangeDesk,
  PeopleDesk,
  ReceiptDialog,
  RegistrationDesk,
  ReplyDesk,
  RequestList,
  RequestPage,
  ReviewDesk,
  SearchDesk,
  SendingById,
  SettingsDesk,
  usePreparedDesks,
} from './late-pages'
import { usePreparedPapers } from './prepared-papers'
import { ReadingRoomPages } from './reading-room-pages'
import { CataloguePages } from './catalogue-pages'
import type { Route } from './routes'
import type { AskedWords, AskWords } from './use-asked-words'
import { useFormDraft } from './use-form-draft'
import { useRoute } from './use-route'

interface PagesProps {
  readonly desk: Desk
  readonly door: FrontDoor
  /** How the journal, its mirror and the disk stand; undefined until main has answered. */
  readonly health: JournalHealth | undefined
  /** Words that the list was asked for last, from the palette. Never in the address: a name may be among them. */
  readonly listWords: AskedWords | null
  /** The same of the search desk. */
  readonly searchWords: AskedWords | null
  readonly onSearch: AskWords
}

/** Which desk of the office is on screen, and where each way out of it leads. */
export function Pages({ desk, door, health, listWords, searchWords, onSearch }: PagesProps) {
  const [route, go] = useRoute()
  usePreparedDesks(desk)
  usePreparedPapers(desk, route.page)
  const [sent, setSent] = useState<OpenedSource>()
  useEffect(() => {
    if (route.page !== 'document-import') setSent(undefined) // the import closes its source when it is left
  }, [route.page])
  const onImport = (source: OpenedSource) => (setSent(source), go({ page: 'document-import' }))
  const parts = { desk, go, open: (requestId: RequestId) => go({ page: 'request', requestId }) }
  switch (route.page) {
    case 'today':
      return <Today {...parts} health={health} onImport={onImport} />
    case 'reception':
      return <Reception {...parts} draft={route.draft} />
    case 'requests':
      return (
        <RequestList
          key={`${route.chip} ${listWords?.time}`}
          desk={desk}
          chip={route.chip}
          startText={listWords?.text ?? ''}
          onOpen={parts.open}
          onImport={() => go({ page: 'import' })}
          onRegister={() => go({ page: 'reception' })}
          onToday={() => go({ page: 'today' })}
        />
      )
    case 'request':
      return <OneRequest {...parts} requestId={route.requestId} isNew={route.isNew ?? false} />
    case 'reply':
    case 'review':
      return <Deciding {...parts} page={route.page} requestId={route.requestId} />
    case 'hands':
      return <HandsPage desk={desk} onOpen={parts.open} />
    case 'search':
      return (
        <SearchDesk
          key={searchWords?.time}
          desk={desk}
          startLine={searchWords?.text ?? ''}
          onRegister={() => go({ page: 'reception' })}
          onDemand={() => go({ page: 'demand' })}
        />
      )
    case 'demand':
      return <DemandList desk={desk} onSearch={onSearch} onBack={() => go({ page: 'search' })} />
    case 'document-import':
      return (
        <DocumentImportDesk
          key={sent?.sourceId}
          desk={desk}
          start={sent}
          onBack={() => (setSent(undefined), go({ page: 'catalogue' }))}
        />
      )
    case 'catalogue':
    case 'standardLists':
    case 'document':
    case 'documentForm':
      return <CataloguePages desk={desk} route={route} go={go} />
    case 'import':
      return <ImportDesk desk={desk} onBack={() => go({ page: 'requests' })} />
    case 'readingRoom':
    case 'visit':
    case 'visitor':
      return <ReadingRoomPages desk={desk} route={route} go={go} />
    case 'booklets':
      return (
        <BookletsDesk
          desk={desk}
          {...(desk.me.posts.some(post => post !== 'clerk') ? { onSettings: () => go({ page: 'settings' }) } : {})}
        />
      )
    case 'media':
      return <MediaExchangeDesk desk={desk} offered={route.offered} />
    case 'exchange':
      return (
        <ExchangeDesk
          desk={desk}
          onOpen={at => {
            if (at.kind === 'request') parts.open(at.id)
            else go(at.kind === 'visit' ? { page: 'visit', visitId: at.id } : { page: 'document', documentId: at.id })
          }}
        >
          <FromHeadquarters desk={desk} onImport={onImport} />
        </ExchangeDesk>
      )
    case 'people':
      return <PeopleDesk desk={desk} frontDoor={door} />
    case 'settings':
      return <SettingsDesk desk={desk} />
  }
}

interface Parts {
  readonly desk: Desk
  readonly go: (to: Route) => void
  readonly open: (requestId: RequestId) => void
}

interface TodayProps extends Parts, Pick<PagesProps, 'health'> {
  readonly onImport: (source: OpenedSource) => void
}

function Today({ desk, go, open, health, onImport }: TodayProps) {
  const [sendingId, setSendingId] = useState<string | null>(null)
  return (
    <>
      <HeadquartersNews desk={desk} onOpen={setSendingId} />
      {sendingId === null ? null : (
        <SendingById {...{ desk, sendingId, onImport }} onClose={() => setSendingId(null)} />
      )}
      <ImportNotice
        desk={desk}
        onOpen={() => go({ page: 'import' })}
        onDocuments={() => go({ page: 'document-import' })}
      />
      <TodayBoard
        desk={desk}
        onOpen={open}
        onRegister={() => go({ page: 'reception' })}
        onResumeDraft={draft => go({ page: 'reception', draft })}
        onList={chip => go({ page: 'requests', ...(chip ? { chip } : {}) })}
        onSettings={() => go({ page: 'settings' })}
        onHands={() => go({ page: 'hands' })}
        onReadingRoom={() => go({ page: 'readingRoom' })}
        {...(health ? { health } : {})}
      />
    </>
  )
}

function Reception({ desk, go, draft }: Parts & { readonly draft: string | undefined }) {
  const form = useFormDraft('reception', draft, () => registrationDraftName(desk.newId()))
  return (
    <RegistrationDesk
      key={form.draftName}
      desk={desk}
      {...form}
      onFresh={() => go({ page: 'reception' })}
      onRegistered={(requestId, wantsReceipt) =>
        go({ page: 'request', requestId, ...(wantsReceipt ? { isNew: true } : {}) })
      }
      onLeave={() => go({ page: 'today' })}
      onOpenEarlier={requestId => go({ page: 'request', requestId })}
    />
  )
}

interface OneRequestProps extends Parts {
  readonly requestId: RequestId
  readonly isNew: boolean
}

function OneRequest({ desk, go, open, requestId, isNew }: OneRequestProps) {
  return (
    <>
      <RequestPage
        key={requestId}
        desk={desk}
        requestId={requestId}
        onBack={() => go({ page: 'today' })}
        onReply={() => go({ page: 'reply', requestId })}
        onReview={() => go({ page: 'review', requestId })}
      />
      {isNew ? <NewReceipt desk={desk} requestId={requestId} onClose={() => open(requestId)} /> : null}
    </>
  )
}

function Deciding({
  desk,
  go,
  open,
  page,
  requestId,
}: Parts & { readonly page: 'reply' | 'review'; readonly requestId: RequestId }) {
  const back = () => open(requestId)
  const about = { desk, requestId, onDone: back, onBack: back }
  if (page === 'review') return <ReviewDesk key={requestId} {...about} />
  return <ReplyDesk key={requestId} {...about} onIssued={() => go({ page: 'review', requestId })} />
}

/** The receipt stands before the clerk as soon as the request is registered. */
function NewReceipt({ desk, requestId, onClose }: { desk: Desk; requestId: RequestId; onClose: () => void }) {
  const [record, setRecord] = useState<RequestRecord | null>(null)
  useEffect(() => desk.requests.watchOne(requestId)(setRecord), [desk, requestId])
  return record ? <ReceiptDialog desk={desk} record={record} onClose={onClose} /> : null
}
