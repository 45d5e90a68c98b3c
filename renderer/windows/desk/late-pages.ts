import { useEffect } from 'react'
import type { Desk } from '#shared/application/desk'
import { readLanguage } from '../../i18n/window-language'
import { afterTheBoard } from './after-the-board'
import { latePage } from './late-page'

/**
 * Every desk but Today. What Today and the doors need alone is in the first file of the window (the build holds it to
 * that), so that the board is there soon after the program starts.
 */
const desks = {
  requestList: latePage(async () => (await import('../../features/requests')).RequestList),
  requestPage: latePage(async () => (await import('../../features/requests')).RequestPage),
  registration: latePage(async () => (await import('../../features/reception')).RegistrationDesk),
  receipt: latePage(async () => (await import('../../features/reception')).ReceiptDialog),
  reply: latePage(async () => (await import('../../features/replies')).ReplyDesk),
  review: latePage(async () => (await import('../../features/replies')).ReviewDesk),
  hands: latePage(async () => (await import('../../features/hands')).HandsPage),
  people: latePage(async () => (await import('../../features/people')).PeopleDesk),
  settings: latePage(async () => (await import('../../features/settings')).SettingsDesk),
  search: latePage(async () => (await import('../../features/catalogue-search')).SearchDesk),
  demand: latePage(async () => (await import('../../features/catalogue-search')).DemandList),
  readingRoom: latePage(async () => (await import('../../features/reading-room')).ReadingRoomPage),
  visit: latePage(async () => (await import('../../features/reading-room')).VisitPage),
  visitor: latePage(async () => (await import('../../features/reading-room')).SignInDesk),
  documentImports: latePage(async () => (await import('../../features/document-import')).DocumentImportDesk),
  booklets: latePage(async () => (await import('../../features/booklets')).BookletsDesk),
  media: latePage(async () => (await import('../../features/media-exchange')).MediaExchangeDesk),
  exchange: latePage(async () => (await import('../../features/exchange')).ExchangeDesk),
  fromHeadquarters: latePage(async () => (await import('../../features/from-headquarters')).FromHeadquarters),
  sending: latePage(async () => (await import('../../features/from-headquarters')).SendingById),
  imports: latePage(async () => (await import('../../features/import')).ImportDesk),
  catalogue: latePage(async () => (await import('../../features/catalogue')).CatalogueDesk),
  document: latePage(async () => (await import('../../features/catalogue')).DocumentPage),
  documentForm: latePage(async () => (await import('../../features/catalogue')).DocumentFormDesk),
  standardLists: latePage(async () => (await import('../../features/catalogue')).StandardListsDesk),
} as const

export const RequestList = desks.requestList.Page
export const RequestPage = desks.requestPage.Page
export const RegistrationDesk = desks.registration.Page
export const ReceiptDialog = desks.receipt.Page
export const ReplyDesk = desks.reply.Page
export const ReviewDesk = desks.review.Page
export const HandsPage = desks.hands.Page
export const PeopleDesk = desks.people.Page
export const SettingsDesk = desks.settings.Page
export const SearchDesk = desks.search.Page
export const DemandList = desks.demand.Page
export const DocumentImportDesk = desks.documentImports.Page
export const BookletsDesk = desks.booklets.Page
export const MediaExchangeDesk = desks.media.Page
export const ExchangeDesk = desks.exchange.Page
export const FromHeadquarters = desks.fromHeadquarters.Page
export const SendingById = desks.sending.Page
export const ImportDesk = desks.imports.Page
export const ReadingRoomPage = desks.readingRoom.Page
export const VisitPage = desks.visit.Page
export const VisitorSignIn = desks.visitor.Page
export const CatalogueDesk = desks.catalogue.Page
export const DocumentPage = desks.document.Page
export const DocumentFormDesk = desks.documentForm.Page
export const StandardListsDesk = desks.standardLists.Page

/** Only at the first start of an office. */
export const SetUpWizard = latePage(async () => (await import('../../features/set-up')).SetUpWizard).Page

/** Once the first board stands and the window idles, the other desks are read, so that no first click waits for one. */
export function usePreparedDesks({ requests }: Pick<Desk, 'requests'>): void {
  useEffect(() => {
    let calledOff = (): void => undefined
    const callOff = afterTheBoard(requests, () => {
      const left = [...Object.values(desks), otherLanguage]
      let waiting = requestIdleCallback(next, soon)
      function next(): void {
        const desk = left.shift()
        if (desk) void desk.prepare().then(() => (waiting = requestIdleCallback(next, soon)))
      }
      calledOff = () => {
        left.length = 0
        cancelIdleCallback(waiting)
      }
    })
    return () => {
      callOff()
      calledOff()
    }
  }, [requests])
}

/** Whoever changes the language, or looks for a desk by its English name, does not wait either. */
const otherLanguage = { prepare: () => readLanguage('en').catch(() => undefined) }

/** A window that never idles still has its desks before long. */
const soon = { timeout: 1_000 } as const
