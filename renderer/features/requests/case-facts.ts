import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import { compareActs } from '#shared/domain/recorded-act'
import { maskWords } from '#shared/domain/identity/mask-words'
import { peopleOf } from '#shared/domain/requests/people-of-request'
import { replyTypes, type ReplyType } from '#shared/domain/decisions/reply-types'
import type { DisclosureRequest, RequestFactType, Scan, SearchRecord } from '#shared/domain/requests/request-state'
import type { Translator } from '../../i18n/translator'
import type { Flag } from '../../ui/marks/mark'
import type { ClockDoubt } from '../../case-parts/use-clock-doubt'
import type { NameOf } from '../../case-parts/use-staff-names'
import { correctionLines } from '../../case-parts/correction-words'
import { serviceWords } from './service-words'

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
  /** What is said beside an act whose clock was off; null where nothing is. */
  readonly doubtOf?: ClockDoubt
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
      const doubt = words.doubtOf?.(entry.by) ?? ''
      const said = [`${words.nameOf(actor)}\u3000${first}`.trim(), ...others, doubt].filter(note => note !== '')
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
  'request.registered@1': registeredTold,
  'request.carriedIn@1': carriedInTold,
  'receipt.contactTried@1': contactTold,
  'receipt.confirmed@1': confirmTold,
  'request.passedOn@1': ({ passings }, nth, { translator: { t, format } }) => {
    const { receivedOn, hadSince, reason } = passings[nth] ?? {}
    const day = receivedOn ? format.fullDay(receivedOn) : ''
    const note = hadSince
      ? t('requests.fact.passedBackNote', { day, since: format.fullDay(hadSince) })
      : day && t('requests.fact.passedOnNote', { day })
    return told('normal', t('requests.fact.passedOn'), note, reason ?? t('requests.erased'))
  },
  'request.assigned@1': ({ assignments }, nth, { translator: { t }, nameOf }) => {
    const { to, isTemporary } = assignments[nth] ?? {}
    const who = to ? nameOf(to) : ''
    return told('normal', t(isTemporary ? 'hands.fact.lent' : 'requests.fact.assigned', { who }))
  },
  'request.corrected@1': ({ corrections }, nth, { translator }) => {
    const { t } = translator
    const correction = corrections[nth]
    const what = correction?.changed.map(field => t(`correctedField.${field}`)).join(t('requests.join')) ?? ''
    const lines = correction ? correctionLines(correction, translator) : []
    return told('normal', t('requests.fact.corrected', { what }), correction?.reason ?? t('requests.erased'), ...lines)
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
  'scan.withdrawn@1': ({ scans }, nth, { translator: { t } }) => {
    const scan = scans.filter(({ withdrawn }) => withdrawn).toSorted(byWithdrawal)[nth]
    return told(
      'normal',
      t('requests.fact.scanWithdrawn', { what: scan ? t(`scanKind.${scan.kind}`) : '' }),
      scan?.title ?? '',
      scan?.withdrawn?.reason ?? t('requests.erased'),
    )
  },
  'request.examined@1': ({ withinRemit }, _nth, { translator: { t } }) =>
    told(
      'done',
      t('requests.fact.examined'),
      t(withinRemit === false ? 'decide.examine.notOursNote' : 'requests.fact.examinedNote'),
    ),
  'search.recorded@1': ({ searches }, nth, words) => searchTold(searches[nth], words),
  'reply.submitted@1': draftTold,
  'reply.returned@1': returnTold,
  'reply.issued@1': issueTold,
  'document.produced@1': documentTold,
  'reply.served@1': (request, _nth, words) => serviceTold(request, words),
  'conflict.settled@1': ({ settled = [] }, nth, { translator: { t } }) =>
    told('done', t('requests.fact.settled'), settled[nth]?.reason ?? t('requests.erased')),
  'personalData.revealed@1': (_request, _nth, { translator: { t } }) => told('normal', t('requests.fact.revealed')),
}

/** In the order of the acts that took them away. */
const byWithdrawal = (a: Scan, b: Scan): number =>
  a.withdrawn && b.withdrawn ? compareActs({ ...a.withdrawn.by, facts: [] }, { ...b.withdrawn.by, facts: [] }) : 0

function registeredTold(
  { requestNo, channel: now, arrivedOn, receivedOn, corrections }: DisclosureRequest,
  _nth: number,
  { translator: { t, format }, today }: FactWords,
): Told {
  // As it was recorded then: what was corrected since has a line of its own.
  const corrected = corrections.find(({ changed }) => changed.includes('channel'))
  const channel = corrected?.before.channel ?? now
  const title =
    channel === 'inPerson'
      ? t('requests.fact.registered')
      : t('confirm.registered', { channel: t(`channel.${channel}`) })
  const came = corrected || arrivedOn === receivedOn ? '' : t('confirm.came', { day: format.dayNear(arrivedOn, today) })
  return told('normal', title, requestNo, came)
}

/** The remarks hold numbers that failed their check: whole, they stand with the applicant where somebody asks for it. */
function carriedInTold(request: DisclosureRequest, _nth: number, { translator: { t }, nameOf }: FactWords): Told {
  const { requestNo, carriedIn } = request
  if (!carriedIn) return told('normal', t('requests.fact.carriedIn'), requestNo)
  const { preparedBy, line, note = '' } = carriedIn
  return told(
    'normal',
    t('requests.fact.carriedIn'),
    requestNo,
    t('requests.fact.carriedInNote', { who: nameOf(preparedBy), line }),
    maskWords(note, peopleOf(request)),
  )
}

/** The n-th attempt; the confirmation stands behind all of them. */
function contactTold(
  { contacts }: DisclosureRequest,
  nth: number,
  { translator: { t, format }, today }: FactWords,
): Told {
  const tried = contacts[nth]
  if (!tried) return told('normal', t('requests.fact.contactTried'))
  const title = t(tried.isReached ? 'requests.fact.contactReached' : 'requests.fact.contactTried')
  const when = t('confirm.when', { day: format.dayNear(tried.triedOn, today), way: t(`contactWay.${tried.way}`) })
  return told('normal', title, when, tried.note ?? t('requests.erased'))
}

/** Nothing is tried any more once it is confirmed, so the last contact is the confirmation. */
function confirmTold(
  { contacts }: DisclosureRequest,
  _nth: number,
  { translator: { t, format }, today }: FactWords,
): Told {
  const last = contacts.at(-1)
  const when = last
    ? t('confirm.when', { day: format.dayNear(last.triedOn, today), way: t(`contactWay.${last.way}`) })
    : ''
  return told('done', t('requests.fact.confirmed'), when, last?.note ?? t('requests.erased'))
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
  const gaps = document.gaps?.map(codePoint => `${fromCodePoint(codePoint)}（${codePoint}）`).join(t('requests.join'))
  return told(
    'normal',
    title,
    t('requests.fact.pages', { n: document.pages }),
    gaps ? t('papers.gapsRecorded', { characters: gaps }) : '',
  )
}

/** `U+212E4` */
const fromCodePoint = (codePoint: string): string => String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16))

function serviceTold({ served, personal, applicantType }: DisclosureRequest, words: FactWords): Told {
  if (!served) return told('done', words.translator.t('requests.fact.served'))
  const { title, notes } = serviceWords(served, {
    ...words,
    ...(personal ? { applicant: { ...personal.applicant, applicantType } } : {}),
  })
  return told('done', title, ...notes)
}
