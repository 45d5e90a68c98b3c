import { useId, useRef, type ReactNode } from 'react'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { searchesInHand } from '#shared/domain/requests/search-in-hand'
import type { Translate } from '../../i18n/message'
import { useMessages } from '../../i18n/messages-provider'
import { refusalSentence } from '../../i18n/refusals'
import { Key } from '../../ui/acts/key'
import { useShortcuts, useSpokenKeys } from '../../ui/acts/use-shortcuts'
import { Icon } from '../../ui/marks/icon'
import { Sheet } from '../../ui/sheets/sheet'
import type { Offer, OfferId } from './offers'

export interface PossibleActsProps {
  readonly request: DisclosureRequest
  readonly offers: readonly Offer[]
  readonly onTake: (id: OfferId) => void
  /** Under the list: the rarer acts. */
  readonly children?: ReactNode
}

/** What can be done now, each with its letter; what cannot, with the reason. */
export function PossibleActs({ request, offers, onTake, children }: PossibleActsProps) {
  const { t } = useMessages()
  const list = useRef<HTMLUListElement>(null)
  const possible = offers.filter(offer => !offer.problem)
  const others = offers.filter(offer => offer.problem)
  useShortcuts(
    possible.map(({ id, keys }) => ({ keys, run: () => onTake(id) })),
    { owner: list },
  )
  return (
    <Sheet title={t('requests.possible')}>
      <ul ref={list} className="offers">
        {[...possible, ...others].map(offer => (
          <OfferRow key={offer.id} offer={offer} request={request} onTake={onTake} />
        ))}
      </ul>
      {offers.length === 0 ? t(request.status === 'closed' ? 'hands.closed' : 'requests.possible.none') : null}
      {children}
    </Sheet>
  )
}

interface OfferRowProps extends Pick<PossibleActsProps, 'request' | 'onTake'> {
  readonly offer: Offer
}

function OfferRow({ offer: { id, keys, problem }, request, onTake }: OfferRowProps) {
  const { t } = useMessages()
  const noteId = useId()
  const spoken = useSpokenKeys(problem ? undefined : keys)
  return (
    <li className={problem ? 'offer offer-off' : 'offer'}>
      <button
        type="button"
        className="offer-name"
        aria-disabled={problem ? true : undefined}
        aria-describedby={noteId}
        aria-keyshortcuts={spoken}
        onClick={() => (problem ? undefined : onTake(id))}
      >
        {offerWord(id, request, t)}
      </button>
      {problem ? null : <Key keys={keys} />}
      <span className="offer-note" id={noteId}>
        {problem ? <Icon name="lock" size={13} /> : null}
        {problem ? refusalSentence(problem, t) : offerNote(id, request, t)}
      </span>
    </li>
  )
}

export function offerWord(id: OfferId, request: DisclosureRequest, t: Translate): string {
  return id === 'reply' && request.status === 'returned' ? t('requests.offer.revise') : t(`requests.offer.${id}`)
}

function offerNote(id: OfferId, request: DisclosureRequest, t: Translate): string {
  const { status, drafts, currentDraft } = request
  const searches = searchesInHand(request)
  if (id === 'reply' && status === 'returned')
    return t('requests.offer.reviseNote', { n: drafts.filter(draft => draft.returned).length })
  if (id === 'search' && searches.length > 0) return t('requests.offer.searchAgain', { n: searches.length })
  if (id === 'review') return t('requests.offer.reviewNote', { n: currentDraft?.draftNo ?? 1 })
  return t(`requests.offer.${id}Note`)
}
