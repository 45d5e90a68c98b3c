import { holdsSecret } from '../../domain/decisions/reply-rules'
import type { CitedLaw } from '../../domain/requests/reply-content'
import { isUnknown, NAMED, UNDETERMINED } from '../wording/turned-elsewhere'
import type {
  EarlierReply,
  Elsewhere,
  PartialReply,
  PublishedReply,
  ReplyLetter,
  ReplyLetterKind,
  ReplyModel,
  ReplyModelOf,
  SearchMade,
  Supplied,
} from '../reply-model'
import { isRemedyLeftOut } from '../wording/remedy-clause'
import { element, type LetterElement } from './letter-element'

type Searched = { readonly search: SearchMade }

const head: readonly LetterElement<ReplyLetter>[] = [
  element('agencyName', model => [model.agency.name]),
  // A proof may lack the number; the agency code then stands before 〔2026〕待编号.
  element('letterNo', model => [model.letterNo ?? (model.purpose === 'proof' ? model.agency.code : '')]),
  element('addressee', model => [model.applicantName]),
  element('requestNo', model => [model.requestNo]),
  element('channel', model => [model.channel]),
  element('receivedOn', model => [model.receivedOn]),
  element('description', model => [model.description]),
]

const foot: readonly LetterElement<ReplyLetter>[] = [
  element('reasons', model => [model.reasons]),
  element('reconsiderationBody', model => remedy(model, model.agency.reconsiderationBody.name)),
  element('reconsiderationAddress', model => remedy(model, model.agency.reconsiderationBody.address)),
  element('reconsiderationOnline', model => remedy(model, onlineAddressOf(model))),
  element('court', model => remedy(model, model.agency.court.name)),
  element('courtAddress', model => remedy(model, model.agency.court.address)),
  element('contactName', model => [model.agency.contactName]),
  element('contactPhone', model => [model.agency.contactPhone]),
  element('agencyAddress', model => [model.agency.address]),
  element('issuedOn', model => [model.issuedOn]),
]

/** What the remedy clause says; where the agency may do without it and does, it is not asked for. */
const remedy = (model: ReplyLetter, text: string): readonly string[] =>
  'letter' in model && isRemedyLeftOut(model as ReplyModel) ? [NOT_ASKED] : [text]
const NOT_ASKED = '条例' // stands in every reply

/**
 * 行政复议法 art. 22(2): a reply that goes by wire tells the net address of the body too. Asked before it is issued; one that
 * has its number has to be printable again as it went out.
 */
const onlineAddressOf = ({ purpose, route, agency }: ReplyLetter): string =>
  purpose === 'proof' && (route === 'email' || route === 'online')
    ? (agency.reconsiderationBody.onlineAddress ?? '')
    : NOT_ASKED

/** When and where the record was found. */
const found: readonly LetterElement<Searched>[] = [
  element('searchedOn', ({ search }) => [search.searchedOn]),
  element('searchPlaces', ({ search }) => search.places),
  element('searchResult', ({ search }) => [search.result]),
]

/** Nothing was found: the letter proves a reasonable search (reference 5.1). */
const searchedInVain: readonly LetterElement<Searched>[] = [
  element('searcher', ({ search }) => [search.searcherName]),
  element('searchedOn', ({ search }) => [search.searchedOn]),
  element('searchWords', ({ search }) => search.words),
  element('searchPlaces', ({ search }) => search.places),
  element('searchPeriod', ({ search }) => [`${search.periodFrom ?? ''}${search.periodTo ?? ''}`]),
  element('unitsAsked', ({ search }) => search.unitsAsked),
  element('searchResult', ({ search }) => [search.result]),
]

const handedOver: readonly LetterElement<Supplied>[] = [
  element('form', model => [model.medium, model.route]),
  element('attachments', supplied),
]

const published: readonly LetterElement<PublishedReply>[] = [
  element('publishedTitle', model => model.published.map(({ title }) => title)),
  element('publishedWhere', model => model.published.map(({ where }) => where)),
]

/** As `found`; of a reply with a secret part nothing of the search is printed. */
const foundOfParts: readonly LetterElement<PartialReply>[] = found.map(({ id, given }) =>
  element(id, ({ search, withheld: parts }) => (holdsSecret(parts) ? [NONE] : search ? given({ search }) : [])),
)

/** Each withheld part has its own ground (art. 37); one that a law forbids names that law, a secret its document. */
const withheld: readonly LetterElement<PartialReply>[] = [
  element('withheldWhat', model => model.withheld.map(({ what }) => what)),
  element('withheldGround', model => model.withheld.map(({ ground }) => ground)),
  element('withheldLaw', model => lawsOf(model.withheld)),
  element('secrecyReference', model => referencesOf(model.withheld)),
  element('withheldReason', model => model.withheld.map(({ reason }) => reason)),
]

const law: readonly LetterElement<{ readonly law: CitedLaw }>[] = [
  element('lawTitle', model => [model.law.title]),
  element('lawArticle', model => [model.law.article]),
]

const elsewhere: readonly LetterElement<{ readonly elsewhere: Elsewhere }>[] = [
  element('elsewhereName', model => [model.elsewhere.name]),
  element('elsewhereContact', model => [model.elsewhere.contact]),
]

/** The agency by name and contact, or why it cannot be determined (art. 36 item 5); never neither. */
const responsible: readonly LetterElement<ReplyModelOf<'R13'>>[] = [
  element('elsewhereName', ({ elsewhere }) => [isUnknown(elsewhere) ? UNDETERMINED : elsewhere.name]),
  element('elsewhereContact', ({ elsewhere }) => [isUnknown(elsewhere) ? UNDETERMINED : elsewhere.contact]),
  element('elsewhereUnknown', ({ elsewhere }) => [isUnknown(elsewhere) ? elsewhere.unknownBecause : NAMED]),
]

const earlier: readonly LetterElement<{ readonly earlier: EarlierReply }>[] = [
  element('earlierLetterNo', model => [model.earlier.letterNo]),
  element('earlierOn', model => [model.earlier.on]),
]

/**
 * What each reply must say (reference 7.1, 7.2). Title, article, decision and the words of the remedy clause are fixed by
 * the wording and by the law pack, which make-letter.ts asks for.
 */
export const replyElements: { readonly [K in ReplyLetterKind]: readonly LetterElement<ReplyModelOf<K>>[] } = {
  R01: [...head, ...found, ...handedOver, ...foot],
  R02: [...head, ...published, ...foot],
  R03: [...head, ...foundOfParts, ...handedOver, ...withheld, ...foot],
  R04: [...head, element('secrecyReference', model => [model.secrecyReference]), ...foot],
  R05: [...head, ...found, ...law, ...foot],
  R06: [...head, ...found, ...foot],
  R08: [...head, ...found, ...foot],
  R09: [...head, ...found, ...foot],
  R10: [...head, ...found, ...foot],
  R11: [...head, ...law, ...elsewhere, ...foot],
  R12: [...head, ...searchedInVain, ...foot],
  R13: [...head, ...responsible, ...foot],
  R14: [...head, ...found, ...foot],
  R16: [...head, ...elsewhere, ...foot],
  R17: [...head, ...earlier, ...foot],
  R18: [...head, element('obtainable', model => [model.obtainable]), ...foot],
  R20: [...head, ...earlier, ...foot],
  R23: [
    ...head,
    ...elsewhere,
    element('formedOn', model => [model.archives.formedOn]),
    element('movedOn', model => [model.archives.movedOn]),
    ...foot,
  ],
}

/** The attachments with their pages; where it is read on the spot, place and time, and attachments only if any (7.2 R01). */
function supplied({ medium, inspection, attachments }: Supplied): string[] {
  const copies = attachments.flatMap(({ title, pages }) => [
    title,
    Number.isInteger(pages) && pages > 0 ? String(pages) : '',
  ])
  if (!inspection && medium !== 'inspection') return copies
  return [inspection?.place ?? '', inspection?.time ?? '', ...copies]
}

function lawsOf(parts: PartialReply['withheld']): string[] {
  const forbidden = parts.filter(({ ground }) => ground === 'REFUSE_LAW')
  return forbidden.length === 0 ? [NONE] : forbidden.flatMap(({ law }) => [law?.title ?? '', law?.article ?? ''])
}

function referencesOf(parts: PartialReply['withheld']): string[] {
  const secret = parts.filter(({ ground }) => ground === 'REFUSE_STATE_SECRET')
  return secret.length === 0 ? [NONE] : secret.map(({ secrecyReference }) => secrecyReference ?? '')
}

/** Nothing is asked for; the clause of art. 37 stands in every letter. */
const NONE = '第三十七条'
