import { formatDay } from '../domain/calendar/civil-date'
import { formElements, type FormElementId } from './form-elements'
import type {
  DueDateSlip,
  GrantedReply,
  LetterKind,
  LetterModel,
  ModelOf,
  NotFoundReply,
  SearchMade,
} from './letter-model'
import { saysSomething } from './page/clean-text'

export type ElementId =
  | 'agencyName'
  | 'letterNo'
  | 'addressee'
  | 'requestNo'
  | 'receivedOn'
  | 'description'
  | 'searchedOn'
  | 'searcher'
  | 'searchPlaces'
  | 'searchWords'
  | 'searchPeriod'
  | 'unitsAsked'
  | 'searchResult'
  | 'reasons'
  | 'attachments'
  | 'reconsiderationBody'
  | 'reconsiderationAddress'
  | 'court'
  | 'courtAddress'
  | 'contactName'
  | 'contactPhone'
  | 'issuedOn'
  | 'channel'
  | 'dueOn'
  | 'form'
  | 'itemsHandedOver'
  | 'clerk'
  | 'queryCode'
  | 'agencyAddress'
  | 'madeOn'
  | 'startedOn'
  | 'proof'
  | 'tally'
  | 'notices'
  | 'documentTitle'
  | 'documentNo'
  | 'place'
  | 'way'
  | 'deliveredBy'
  | 'receivedBy'
  | 'receivedAs'
  | 'servedOn'
  | 'officeName'
  | 'workstation'
  | 'recoveryKey'
  | FormElementId

/** One thing that a letter must say (reference 7.1, 7.2, 3.3). */
export interface LetterElement<M extends LetterModel> {
  readonly id: ElementId
  /** What the model gives for it. Missing where nothing is given, or any part is blank. */
  readonly given: (model: M) => readonly (string | null | undefined)[]
}

/** Ids of the elements that are missing, in the order of the letter; for the checklist on the decision screen. */
export function missingElements<K extends LetterKind>(model: ModelOf<K>): ElementId[] {
  return elementsOf(model)
    .filter(element => !isGiven(element.given(model)))
    .map(({ id }) => id)
}

/** The element in whose text this character stands, if any. */
export function elementSaying(model: LetterModel, character: string): ElementId | null {
  return elementsOf(model).find(({ given }) => given(model).some(text => text?.includes(character)))?.id ?? null
}

const elementsOf = <M extends LetterModel>(model: M) =>
  requiredElements[model.letter] as unknown as readonly LetterElement<M>[]

const isGiven = (parts: readonly (string | null | undefined)[]) =>
  parts.length > 0 && parts.every(part => typeof part === 'string' && saysSomething(part))

const element = <M extends LetterModel>(id: ElementId, given: LetterElement<M>['given']): LetterElement<M> => ({
  id,
  given,
})

type Reply = GrantedReply | NotFoundReply
/** A search is described by its own fields, of which R12 needs all and R01 those that show where the record was found. */
const searched = (id: ElementId, given: (search: SearchMade) => readonly (string | undefined)[]) =>
  element<Reply>(id, model => given(model.search))

const replyHead: readonly LetterElement<Reply>[] = [
  element('agencyName', model => [model.agency.name]),
  // A proof may lack the number; the agency code then stands before 〔2026〕待编号.
  element('letterNo', model => [model.letterNo ?? (model.purpose === 'proof' ? model.agency.code : '')]),
  element('addressee', model => [model.applicantName]),
  element('requestNo', model => [model.requestNo]),
  element('channel', model => [model.channel]),
  element('receivedOn', model => [model.receivedOn]),
  element('description', model => [model.description]),
]

const replyFoot: readonly LetterElement<Reply>[] = [
  element('reasons', model => [model.reasons]),
  element('reconsiderationBody', model => [model.agency.reconsiderationBody.name]),
  element('reconsiderationAddress', model => [model.agency.reconsiderationBody.address]),
  element('court', model => [model.agency.court.name]),
  element('courtAddress', model => [model.agency.court.address]),
  element('contactName', model => [model.agency.contactName]),
  element('contactPhone', model => [model.agency.contactPhone]),
  element('agencyAddress', model => [model.agency.address]),
  element('issuedOn', model => [model.issuedOn]),
]

/** What each letter must say. Title, legal basis, decision and the words of the remedy clause are fixed by the wording. */
export const requiredElements: { readonly [K in LetterKind]: readonly LetterElement<ModelOf<K>>[] } = {
  F03: [
    element('agencyName', model => [model.agency.name]),
    element('requestNo', model => [model.requestNo]),
    element('channel', model => [model.channel]),
    element('addressee', model => [model.applicantName]),
    element('receivedOn', model => [model.receivedOn]),
    element('dueOn', model => [model.due.dueOn]),
    element('description', model => [model.description]),
    element('form', model => [model.medium, model.route]),
    element('itemsHandedOver', model => model.itemsHandedOver),
    element('contactName', model => [model.agency.contactName]),
    element('clerk', model => [model.clerkName]),
    element('contactPhone', model => [model.agency.contactPhone]),
    element('agencyAddress', model => [model.agency.address]),
    element('queryCode', model => [model.queryCode]),
    element('madeOn', model => [model.madeOn]),
  ],
  slip: [
    element('agencyName', model => [model.agency.name]),
    element('requestNo', model => [model.requestNo]),
    element('dueOn', model => [model.due.dueOn]),
    element('startedOn', model => [model.due.startedOn]),
    element('tally', model => [addsUp(model) ? '＝' : '']),
    element('proof', model => [isWhole(model) ? formatDay(model.due.dueOn) : '']),
    element('notices', noticesOf),
    element('clerk', model => [model.clerkName]),
    element('madeOn', model => [model.madeOn]),
  ],
  R01: [
    ...replyHead,
    searched('searchedOn', search => [search.searchedOn]),
    searched('searchPlaces', search => search.places),
    searched('searchResult', search => [search.result]),
    element('form', model => [model.medium, model.route]),
    element('attachments', supplied),
    ...replyFoot,
  ],
  R12: [
    ...replyHead,
    searched('searcher', search => [search.searcherName]),
    searched('searchedOn', search => [search.searchedOn]),
    searched('searchWords', search => search.words),
    searched('searchPlaces', search => search.places),
    searched('searchPeriod', search => [`${search.periodFrom ?? ''}${search.periodTo ?? ''}`]),
    searched('unitsAsked', search => search.unitsAsked),
    searched('searchResult', search => [search.result]),
    ...replyFoot,
  ],
  S01: [
    element('agencyName', model => [model.agency.name]),
    element('requestNo', model => [model.requestNo]),
    element('documentTitle', model => [model.documentTitle]),
    element('documentNo', model => [model.documentNo]),
    element('addressee', model => [model.addressee]),
    element('place', model => [model.place]),
    element('way', model => [model.way]),
    element('deliveredBy', model => [model.deliveredBy]),
    element('receivedBy', model => [model.received ? model.received.by : BY_PEN]),
    element('receivedAs', model => [model.received ? model.received.as : BY_PEN]),
    element('servedOn', model => [model.received ? model.received.on : BY_PEN]),
    element('madeOn', model => [model.madeOn]),
  ],
  recovery: [
    element('officeName', model => [model.officeName]),
    element('workstation', model => [model.workstation]),
    element('recoveryKey', model => model.keyGroups),
    element('madeOn', model => [model.madeOn]),
  ],
  ...formElements,
}

/** An empty box with its line is the element, until someone has signed. */
const BY_PEN = '□'

/** The attachments with their pages; where it is read on the spot, place and time, and attachments only if any (7.2 R01). */
function supplied({ medium, inspection, attachments }: GrantedReply): string[] {
  const copies = attachments.flatMap(({ title, pages }) => [
    title,
    Number.isInteger(pages) && pages > 0 ? String(pages) : '',
  ])
  if (!inspection && medium !== 'inspection') return copies
  return [inspection?.place ?? '', inspection?.time ?? '', ...copies]
}

function addsUp({ due: { tally, workingDays } }: DueDateSlip): boolean {
  const counted = tally.calendarDays - tally.weekendDays - tally.holidays - tally.pausedWorkingDays
  return counted === tally.workingDays && tally.workingDays + tally.makeUpAllowance === workingDays
}

/** Day 0 first, the due date last. */
const isWhole = ({ due }: DueDateSlip) => due.proof[0]?.on === due.startedOn && due.proof.at(-1)?.on === due.dueOn

/** Each day that a notice of the State Council moved must name it; a proof without such days says so by its strip. */
function noticesOf({ due }: DueDateSlip): readonly (string | undefined)[] {
  const moved = due.proof.filter(day => day.kind === 'makeUp' || day.kind === 'holiday')
  return moved.length === 0 ? [NONE_MOVED] : moved.map(day => day.notice)
}

const NONE_MOVED = '＝'
