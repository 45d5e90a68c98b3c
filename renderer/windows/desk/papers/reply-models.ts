import type { Desk, ReplyInHand } from '#shared/application/desk'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { lawPackOn, type LawPack } from '#shared/domain/decisions/law-pack'
import { holdsSecret } from '#shared/domain/decisions/reply-rules'
import { isWordedLetter, type OfficeWording, type WordedLetter } from '#shared/domain/wording/office-wording'
import type { ReplyContent } from '#shared/domain/requests/reply-content'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest, RequestPersonalData } from '#shared/domain/requests/request-state'
import { searchInHand } from '#shared/domain/requests/search-in-hand'
import type { AddressedAs, ReplyLetter, ReplyModel, SearchMade } from '#shared/letters/reply-model'

export interface ReplyContext {
  readonly desk: Pick<Desk, 'today'>
  readonly agency: Agency
  readonly lawPacks: readonly LawPack[]
  readonly nameOf: (personId: string) => string
  /** The office's own words for a letter at the moment of the paper; undefined: the program's. */
  readonly wordingOf?: (letter: WordedLetter) => OfficeWording | undefined
}

export interface ReplyParts {
  readonly request: DisclosureRequest
  readonly personal: RequestPersonalData
  readonly reply: ReplyInHand
}

/** Number and date of an issued letter; a proof has neither. */
export interface LetterNumber {
  readonly letterNo: string
  readonly issuedOn: CivilDate
}

/**
 * The model of the letter that this reply asks for, or null where the request has not come that far: its receipt is
 * unconfirmed, the search that the reply rests on is missing, or the type waits for a later version. What the content
 * leaves open is left blank, so that the letter is refused by the name of the element.
 */
export function replyModel(parts: ReplyParts, context: ReplyContext, number: LetterNumber | null): ReplyModel | null {
  const { request, reply } = parts
  const shared = sharedPart(parts, context, number)
  if (!shared) return null
  const search = searchMade(request, context.nameOf)
  const rested = restedOnSearch[reply.decision]
  if (rested) return search && inOfficeWords(rested(reply.content, { ...shared, search }, request), context)
  const other = others[reply.decision]?.(reply.content, { ...shared, search })
  return other ? inOfficeWords(other, context) : null
}

function inOfficeWords(model: ReplyModel, { wordingOf }: ReplyContext): ReplyModel {
  const wording = isWordedLetter(model.letter) ? wordingOf?.(model.letter) : undefined
  return wording ? { ...model, wording } : model
}

type WithSearch = ReplyLetter & { readonly search: SearchMade }
type MayHaveSearch = ReplyLetter & { readonly search: SearchMade | null }

/** Replies that reply-rules.ts lets rest on a search. */
const restedOnSearch: Readonly<
  Partial<Record<DecisionType, (content: ReplyContent, shared: WithSearch, request: DisclosureRequest) => ReplyModel>>
> = {
  GRANT_PROVIDE: (content, shared, request) => ({ letter: 'R01', ...shared, ...supplied(content, request) }),
  PARTIAL: (content, shared, request) => {
    const { withheld = [] } = content
    const search = holdsSecret(withheld) ? null : shared.search
    return { letter: 'R03', ...shared, ...supplied(content, request), withheld, search }
  },
  // The search itself is left out: the place where a secret was found says what it is about.
  REFUSE_STATE_SECRET: ({ secrecyReference = '' }, { search: _unsaid, ...shared }) => {
    return { letter: 'R04', ...shared, secrecyReference }
  },
  REFUSE_LAW: ({ law = NO_LAW }, shared) => ({ letter: 'R05', ...shared, law }),
  REFUSE_SECURITY: (_content, shared) => ({ letter: 'R06', ...shared }),
  REFUSE_INTERNAL: (_content, shared) => ({ letter: 'R08', ...shared }),
  REFUSE_PROCESS: (_content, shared) => ({ letter: 'R09', ...shared }),
  REFUSE_CASE_FILE: (_content, shared) => ({ letter: 'R10', ...shared }),
  NOT_EXIST: (_content, shared) => ({ letter: 'R12', ...shared }),
  NEEDS_PRODUCTION: (_content, shared) => ({ letter: 'R14', ...shared }),
}

/** Replies that need no search. Types that wait for a step of the procedure (reply-rules.ts) have no letter yet. */
const others: Readonly<Partial<Record<DecisionType, (content: ReplyContent, shared: MayHaveSearch) => ReplyModel>>> = {
  GRANT_PUBLISHED: ({ published = [] }, shared) => ({ letter: 'R02', ...shared, published }),
  REFER_SPECIAL_QUERY: ({ law = NO_LAW, elsewhere = NOWHERE }, shared) => {
    return { letter: 'R11', ...shared, law, elsewhere }
  },
  NOT_OURS: ({ elsewhere = NOWHERE, elsewhereUnknown }, shared) => {
    const responsible = elsewhereUnknown === undefined ? elsewhere : { unknownBecause: elsewhereUnknown }
    return { letter: 'R13', ...shared, elsewhere: responsible }
  },
  PETITION_LIKE: ({ elsewhere = NOWHERE }, shared) => ({ letter: 'R16', ...shared, elsewhere }),
  REPEAT: ({ earlier = NO_EARLIER }, shared) => ({ letter: 'R17', ...shared, earlier }),
  PUBLICATION: ({ obtainable = '' }, shared) => ({ letter: 'R18', ...shared, obtainable }),
  RECONFIRM: ({ earlier = NO_EARLIER }, shared) => ({ letter: 'R20', ...shared, earlier }),
  OTHER: ({ elsewhere = NOWHERE, archives = NOT_MOVED }, shared) => {
    return { letter: 'R23', ...shared, elsewhere, archives }
  },
}

const NO_LAW = { title: '', article: '' }
const NOWHERE = { name: '', contact: '' }
const NOT_MOVED = { formedOn: '' as CivilDate, movedOn: '' as CivilDate }
const NO_EARLIER = { letterNo: '', on: '' as CivilDate }

function sharedPart(
  { request, personal, reply }: ReplyParts,
  { desk, agency, lawPacks }: ReplyContext,
  number: LetterNumber | null,
): ReplyLetter | null {
  const { requestNo, channel, route, receivedOn } = request
  if (!receivedOn) return null
  const issuedOn = number?.issuedOn ?? desk.today
  const pack = lawPackOn(lawPacks, issuedOn)
  return {
    purpose: number ? 'final' : 'proof',
    letterNo: number?.letterNo ?? null,
    agency,
    applicantName: namesOf(personal),
    addressedAs: addressedAs(request),
    ...{ requestNo, channel, route, receivedOn },
    description: personal.description,
    reasons: reply.content.reasons,
    issuedOn,
    lawPack: pack.ok ? pack.value : null,
  }
}

/** Everybody on the form is written to, the contact first. */
export const namesOf = ({ applicant, otherApplicants = [] }: RequestPersonalData): string =>
  [applicant, ...otherApplicants].map(({ name }) => name).join('、')

export function addressedAs({ applicantType, applicants }: DisclosureRequest): AddressedAs {
  if (applicantType !== 'naturalPerson') return '你单位'
  return applicants > 1 ? '你们' : '你'
}

const supplied = ({ attachments, inspection }: ReplyContent, { medium, route }: DisclosureRequest) => ({
  ...{ medium, route, attachments },
  ...(inspection ? { inspection } : {}),
})

/** The latest search is the one that counts. */
function searchMade(request: DisclosureRequest, nameOf: ReplyContext['nameOf']): SearchMade | null {
  const search = searchInHand(request)
  if (!search?.personal) return null
  return {
    searchedOn: search.searchedOn,
    searcherName: nameOf(search.by.actor),
    ...search.personal,
    ...(search.periodFrom ? { periodFrom: search.periodFrom } : {}),
    ...(search.periodTo ? { periodTo: search.periodTo } : {}),
  }
}
