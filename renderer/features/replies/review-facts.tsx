import type { Desk } from '#shared/application/desk'
import type { DisclosureRequest, Draft, SearchRecord } from '#shared/domain/requests/request-state'
import { useMessages } from '../../i18n/messages-provider'
import type { Translator } from '../../i18n/translator'
import { KeyValueList, type KeyValue } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { basisWords } from './decision-words'
import { PathRows } from './path-rows'
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
  const search = request.searches.at(-1)
  const decided: KeyValue[] = [
    { label: t('replies.review.asked'), value: request.personal?.description ?? erased },
    { label: t('replies.review.decision'), value: <b>{t(`refusal.decision.${draft.decision}`)}</b> },
    { label: t('replies.review.basis'), value: basisWords(draft.decision, t) },
    { label: t('replies.review.drafter'), value: nameOf(draft.drafter) },
    ...inspectionOf(draft, translator),
    ...attachmentsOf(draft, translator),
  ]
  return (
    <>
      <PathRows request={request} nameOf={nameOf} today={desk.today} />
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

function inspectionOf({ content }: Draft, { t }: Translator): KeyValue[] {
  if (!content?.inspection) return []
  const { place, time } = content.inspection
  return [
    { label: t('replies.inspectionPlace'), value: place },
    { label: t('replies.inspectionTime'), value: time },
  ]
}

function attachmentsOf({ content }: Draft, { t }: Translator): KeyValue[] {
  const attachments = content?.attachments ?? []
  if (attachments.length === 0) return []
  const words = attachments.map(({ title, pages }) => t('replies.review.attachment', { title, n: pages }))
  return [{ label: t('replies.attachments'), value: words.join(t('replies.join')) }]
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
