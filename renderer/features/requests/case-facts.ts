import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import { replyTypes, type ReplyType } from '#shared/domain/decisions/reply-types'
import { maskName } from '#shared/domain/identity/masking'
import type {
  DisclosureRequest,
  RequestFactType,
  SearchRecord,
  ServedReply,
} from '#shared/domain/requests/request-state'
import type { Translator } from '../../i18n/translator'
import type { Flag } from '../../ui/marks/mark'
import type { NameOf } from '../../case-parts/use-staff-names'

/** One line of 办理经过, in words. */
export interface CaseFact {
  readonly id: string
  readonly on: CivilDate
  readonly at: number
  readonly flag: Flag
  readonly title: string
  /** Who and the first thing recorded on one line, then one line each. */
  readonly notes: readonly string[]
}

export interface FactWords {
  readonly translator: Translator
  readonly nameOf: NameOf
  readonly today: CivilDate
  /** What stands where a personal part is missing. */
  readonly missing: string
}

/** Newest first. The n-th entry of a type tells of the n-th record of that type: both grow by the same acts. */
export function caseFacts(request: DisclosureRequest, words: FactWords): readonly CaseFact[] {
  const seen = new Map<RequestFactType, number>()
  return request.timeline
    .map((entry, index) => {
      const nth = seen.get(entry.type) ?? 0
      seen.set(entry.type, nth + 1)
      const { actor, at } = entry.by
      const { flag, title, notes } = tellers[entry.type](request, nth, words)
      const [first = '', ...others] = notes
      const said = [`${words.nameOf(actor)}\u3000${first}`.trim(), ...others].filter(note => note !== '')
      return { id: `${index}`, on: civilDateAt(at), at, flag, title, notes: said }
    })
    .reverse()
}

interface Told {
  readonly flag: Flag
  readonly title: string
  readonly notes: readonly string[]
}

const told = (flag: Flag, title: string, ...notes: readonly string[]): Told => ({ flag, title, notes })

type Teller = (request: DisclosureRequest, nth: number, words: FactWords) => Told

const tellers: Readonly<Record<RequestFactType, Teller>> = {
  'request.registered@1': ({ requestNo }, _nth, { translator: { t } }) =>
    told('normal', t('requests.fact.registered'), requestNo),
  'request.carriedIn@1': ({ requestNo, carriedIn }, _nth, { translator: { t }, nameOf }) =>
    told(
      'normal',
      t('requests.fact.carriedIn'),
      requestNo,
      carriedIn ? t('requests.fact.carriedInNote', { who: nameOf(carriedIn.preparedBy), line: carriedIn.line }) : '',
      carriedIn?.note ?? '',
    ),
  'receipt.contactTried@1': (request, _nth, { translator: { t } }) => contactTold(request, t),
  'receipt.confirmed@1': (request, _nth, words) => confirmTold(request, words),
  'request.passedOn@1': ({ receivedOn }, _nth, { translator: { t, format } }) =>
    told(
      'normal',
      t('requests.fact.passedOn'),
      receivedOn ? t('requests.fact.passedOnNote', { day: format.fullDay(receivedOn) }) : '',
    ),
  'request.assigned@1': ({ handler }, _nth, { translator: { t }, nameOf }) =>
    told('normal', t('requests.fact.assigned', { who: nameOf(handler) })),
  'request.corrected@1': ({ corrections }, nth, { translator: { t } }) => {
    const { changed = [], reason } = corrections[nth] ?? {}
    const what = changed.map(field => t(`correctedField.${field}`)).join(t('requests.join'))
    return told('normal', t('requests.fact.corrected', { what }), reason ?? t('requests.erased'))
  },
  'request.withdrawn@1': ({ withdrawn }, _nth, { translator: { t } }) =>
    told('done', t('requests.fact.withdrawn'), withdrawn?.note ?? ''),
  'post.delivered@1': ({ served }, _nth, { translator: { t, format } }) =>
    told(
      'normal',
      t('requests.fact.delivered', { day: served?.deliveredOn ? format.fullDay(served.deliveredOn) : '' }),
    ),
  'scan.added@1': ({ scans }, nth, { translator: { t } }) => {
    const scan = scans[nth]
    return told(
      'normal',
      t('requests.fact.scanned', { what: scan ? t(`scanKind.${scan.kind}`) : '' }),
      scan?.title ?? '',
    )
  },
  'request.examined@1': (_request, _nth, { translator: { t } }) =>
    told('done', t('requests.fact.examined'), t('requests.fact.examinedNote')),
  'search.recorded@1': ({ searches }, nth, words) => searchTold(searches[nth], words),
  'reply.submitted@1': draftTold,
  'reply.returned@1': returnTold,
  'reply.issued@1': issueTold,
  'document.produced@1': documentTold,
  'reply.served@1': ({ served }, _nth, words) => serviceTold(served, words),
  'personalData.revealed@1': (_request, _nth, { translator: { t } }) => told('normal', t('requests.fact.revealed')),
}

function contactTold({ contacts }: DisclosureRequest, t: FactWords['translator']['t']): Told {
  const last = contacts.findLast(each => !each.isReached) ?? contacts.at(-1)
  const title = t(last?.isReached ? 'requests.fact.contactReached' : 'requests.fact.contactTried')
  return told('normal', title, last?.note ?? '')
}

function confirmTold({ contacts, receivedOn }: DisclosureRequest, { translator: { t, format } }: FactWords): Told {
  const note = contacts.at(-1)?.note ?? ''
  return told('done', t('requests.fact.confirmed'), receivedOn ? format.fullDay(receivedOn) : '', note)
}

function issueTold({ letter }: DisclosureRequest, _nth: number, { translator: { t, format } }: FactWords): Told {
  const title = t('requests.fact.issued', { letterNo: letter?.letterNo ?? '' })
  return told('done', title, letter ? t('requests.fact.issuedNote', { day: format.fullDay(letter.issuedOn) }) : '')
}

function searchTold(search: SearchRecord | undefined, { translator: { t, format }, today, missing }: FactWords): Told {
  if (!search) return told('done', t('requests.fact.searched'))
  const { found, personal, periodFrom, periodTo } = search
  const title = found === 0 ? t('requests.fact.searchedNone') : t('requests.fact.searchedFound', { n: found })
  const period = t('requests.fact.period', { from: periodFrom ?? '…', to: periodTo ?? '…' })
  const day = format.dayNear(search.searchedOn, today)
  if (!personal) return told('done', title, t('requests.fact.searchedOn', { day, places: '' }), missing)
  const [places, words, units] = [personal.places, personal.words, personal.unitsAsked].map(listedBy(t))
  return told(
    'done',
    title,
    t('requests.fact.searchedOn', { day, places: places ?? '' }),
    t('requests.fact.searchWords', { words: words ?? '', period }),
    units ? t('requests.fact.unitsAsked', { units }) : '',
    personal.result,
  )
}

const listedBy = (t: FactWords['translator']['t']) => (items: readonly string[]) => items.join(t('requests.join'))

function draftTold({ drafts }: DisclosureRequest, nth: number, { translator: { t } }: FactWords): Told {
  const draft = drafts[nth]
  if (!draft) return told('done', t('requests.fact.submitted'))
  const decision = t(`refusal.decision.${draft.decision}`)
  const { basis }: ReplyType = replyTypes[draft.decision]
  return told(
    'done',
    t('requests.fact.submittedDraft', { n: draft.draftNo, decision }),
    t(`article.${basis[0] ?? 'none'}`),
  )
}

function returnTold({ drafts }: DisclosureRequest, nth: number, { translator: { t }, missing }: FactWords): Told {
  const returned = drafts.filter(draft => draft.returned)[nth]?.returned
  const remarks = returned?.remarks ?? missing
  return told('returned', t('requests.fact.returned'), t('requests.fact.remarks', { remarks }))
}

function documentTold({ documents }: DisclosureRequest, nth: number, { translator: { t } }: FactWords): Told {
  const document = documents[nth]
  if (!document) return told('normal', t('requests.fact.produced'))
  const paper = t(`requests.paper.${document.document}`)
  const title = t(document.how === 'printed' ? 'requests.fact.printed' : 'requests.fact.saved', { paper })
  return told('normal', title, t('requests.fact.pages', { n: document.pages }))
}

function serviceTold(served: ServedReply | undefined, { translator: { t, format }, today, missing }: FactWords): Told {
  if (!served) return told('done', t('requests.fact.served'))
  const who = served.receivedBy ? maskName(served.receivedBy) : missing
  return told(
    'done',
    t('requests.fact.servedOn', { day: format.dayNear(served.servedOn, today) }),
    t(served.receivedAs === 'applicant' ? 'requests.fact.byApplicant' : 'requests.fact.byAgent', { who }),
    served.place ?? '',
  )
}
