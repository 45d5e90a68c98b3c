import { isOverdue } from '#shared/domain/clocks/clock-progress'
import { drafterOfRow } from '#shared/domain/requests/board'
import type { DueDate } from '#shared/domain/clocks/due-date'
import type { DisclosureRequest, RequestStatus } from '#shared/domain/requests/request-state'
import { searchInHand } from '#shared/domain/requests/search-in-hand'
import type { FactWords } from './case-facts'

/** 等周敏修改答复稿，最迟 10月16日 送达. Null once the reply is served. */
export function waitingSentence(request: DisclosureRequest, due: DueDate | null, words: FactWords): string | null {
  const what = waitedFor(request, words)
  if (what === null) return null
  const { t } = words.translator
  return due ? t('requests.waiting.join', { what, until: until(due, words) }) : what
}

function waitedFor(request: DisclosureRequest, words: FactWords): string | null {
  return awaited[request.status]?.(request, words) ?? null
}

type Sentence = (request: DisclosureRequest, words: FactWords) => string

const clerk = ({ handler }: DisclosureRequest, { nameOf }: FactWords) => ({ who: nameOf(handler) })

const awaited: Readonly<Record<RequestStatus, Sentence | null>> = {
  unconfirmed: ({ handler }, { translator: { t }, nameOf }) => t('requests.waiting.confirm', { who: nameOf(handler) }),
  registered: (request, words) => words.translator.t('requests.waiting.examine', clerk(request, words)),
  examined: (request, words) =>
    words.translator.t(
      searchInHand(request) === undefined ? 'requests.waiting.search' : 'requests.waiting.draft',
      clerk(request, words),
    ),
  submitted: ({ currentDraft }, { translator: { t } }) =>
    t('requests.waiting.review', { n: currentDraft?.draftNo ?? 1 }),
  returned: (request, { translator: { t }, nameOf }) =>
    t('requests.waiting.revise', { who: nameOf(drafterOfRow(request) ?? request.handler) }),
  issued: ({ route }, { translator: { t } }) => t(servedBy[route] ?? 'requests.waiting.serve'),
  served: null,
  closed: null,
}

/** Where nobody signs: the hand-over to the post or the dispatch is what is waited for. */
const servedBy = {
  collect: null,
  fax: null,
  post: 'serve.waiting.post',
  email: 'serve.waiting.send',
  online: 'serve.waiting.send',
} as const

function until(due: DueDate, { translator: { t, format }, today }: FactWords): string {
  const day = format.dayNear(due.dueOn, today)
  if (isOverdue(due, today)) return t('requests.waiting.late', { day })
  return t(due.certainty === 'provisional' ? 'requests.waiting.earliest' : 'requests.waiting.until', { day })
}
