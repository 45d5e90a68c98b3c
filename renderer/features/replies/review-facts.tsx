import type { Desk } from '#shared/application/desk'
import { stepOf } from '#shared/application/requests/reply-path'
import type { DisclosureRequest, Draft, SearchRecord } from '#shared/domain/requests/request-state'
import { searchInHand } from '#shared/domain/requests/search-in-hand'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { KeyValueList, type KeyValue } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { articleOf } from './decision-words'
import { PathSummary } from './path-summary'
import { contentItems } from './review-contents'
import type { NameOf } from '../../case-parts/use-staff-names'

export interface ReviewFactsProps {
  readonly desk: Desk
  readonly request: DisclosureRequest
  readonly draft: Draft
  readonly nameOf: NameOf
}

/** What the letter rests on: the request, the search, the decision with its basis. */
export function ReviewFacts({ desk, request, draft, nameOf }: ReviewFactsProps) {
  const translator = useMessages()
  const { t, format } = translator
  const erased = t('replies.erased')
  const search = searchInHand(request)
  const decided: KeyValue[] = [
    { label: t('replies.review.asked'), value: request.personal?.description ?? erased },
    { label: t('replies.review.decision'), value: <b>{t(`refusal.decision.${draft.decision}`)}</b> },
    { label: t('replies.review.basis'), value: articleOf(draft.decision, t) },
    { label: t('replies.review.drafter'), value: nameOf(draft.drafter) },
    ...contentItems(draft, translator),
  ]
  return (
    <>
      <PathSummary
        {...{ request, nameOf }}
        decision={draft.decision}
        step={stepOf(draft.decision)}
        today={desk.today}
      />
      <Sheet title={t('replies.review.draft')}>
        <KeyValueList items={decided} />
      </Sheet>
      {search ? (
        <Sheet
          title={t('replies.review.search')}
          aside={t('replies.review.searchBy', {
            who: nameOf(search.by.actor),
            day: format.dayNear(search.searchedOn, desk.today),
          })}
        >
          <KeyValueList items={searchItems(search, translator)} />
        </Sheet>
      ) : null}
    </>
  )
}

function searchItems(search: SearchRecord, { t }: Translator): KeyValue[] {
  const join = t('replies.join')
  const { periodFrom, periodTo, found, personal } = search
  const listed = (lines: readonly string[] | undefined): string => lines?.join(join) ?? t('replies.erased')
  return [
    { label: t('replies.review.places'), value: listed(personal?.places) },
    { label: t('replies.review.words'), value: listed(personal?.words) },
    {
      label: t('replies.review.period'),
      value: t('replies.review.periodWords', { from: periodFrom ?? '…', to: periodTo ?? '…' }),
    },
    { label: t('replies.review.units'), value: listed(personal?.unitsAsked) },
    {
      label: t('replies.review.found'),
      value: t('replies.review.foundWords', { n: found, result: personal?.result ?? '' }),
    },
  ]
}
