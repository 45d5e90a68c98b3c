import { formatDay } from '../domain/calendar/civil-date'
import { element, type LetterElement } from './elements/letter-element'
import { replyElements } from './elements/reply-elements'
import { formElements, type FormElementId } from './form-elements'
import type { DueDateSlip, LetterKind, LetterModel, ModelOf } from './letter-model'
import { isWordedLetter } from '../domain/wording/office-wording'
import { saysSomething } from './page/clean-text'
import { elementsLost } from './wording/office-text'

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
  /** The net address of the body, in a reply that goes by wire (行政复议法 art. 22(2)). */
  | 'reconsiderationOnline'
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
  | 'refusalReason'
  | 'witness'
  | 'officeName'
  | 'workstation'
  | 'recoveryKey'
  | 'publishedTitle'
  | 'publishedWhere'
  | 'withheldWhat'
  | 'withheldGround'
  | 'withheldReason'
  | 'withheldLaw'
  | 'lawTitle'
  | 'lawArticle'
  | 'secrecyReference'
  | 'elsewhereName'
  | 'elsewhereContact'
  | 'elsewhereUnknown'
  | 'earlierLetterNo'
  | 'earlierOn'
  | 'obtainable'
  | 'formedOn'
  | 'movedOn'
  /** The Regulation by its full name, which the rest of the letter shortens. */
  | 'regulation'
  /** Something that the office's wording leaves out and that has no name of its own. */
  | 'wording'
  | FormElementId

/** Ids of the elements that are missing, in the order of the letter; for the checklist on the decision screen. */
export function missingElements<K extends LetterKind>(model: ModelOf<K>): ElementId[] {
  const blank = elementsOf(model).filter(element => !isGiven(element.given(model)))
  return [...blank.map(({ id }) => id), ...lostToWording(model)]
}

/** Elements that the office's own wording of this letter has no place for. Refused when it is recorded, and here again. */
function lostToWording(model: LetterModel): ElementId[] {
  if (!isWordedLetter(model.letter)) return []
  const wording = 'wording' in model ? model.wording : undefined
  return elementsLost({ letter: model.letter, ...(wording ? { wording } : {}) }).map(
    place => elementAt[place] ?? 'wording',
  )
}

const elementAt: Readonly<Partial<Record<string, ElementId>>> = {
  收到日期: 'receivedOn',
  提交方式: 'channel',
  登记编号: 'requestNo',
  申请内容: 'description',
  条例: 'regulation',
  理由: 'reasons',
  联系部门: 'contactName',
  联系电话: 'contactPhone',
  机关地址: 'agencyAddress',
}

/** The element in whose text this character stands, if any. */
export function elementSaying(model: LetterModel, character: string): ElementId | null {
  return elementsOf(model).find(({ given }) => given(model).some(text => text?.includes(character)))?.id ?? null
}

const elementsOf = <K extends LetterKind>(model: ModelOf<K>): readonly LetterElement<ModelOf<K>>[] => {
  const letter: K = model.letter
  return requiredElements[letter]
}

const isGiven = (parts: readonly (string | null | undefined)[]) =>
  parts.length > 0 && parts.every(part => typeof part === 'string' && saysSomething(part))

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
  ...replyElements,
  S01: [
    element('agencyName', model => [model.agency.name]),
    element('requestNo', model => [model.requestNo]),
    element('documentTitle', model => [model.documentTitle]),
    element('documentNo', model => [model.documentNo]),
    element('addressee', model => [model.addressee]),
    element('place', model => [model.place]),
    element('way', model => [model.way]),
    element('deliveredBy', model => [model.deliveredBy]),
    element('receivedBy', model => [model.received ? model.received.by : penOf(model)]),
    element('receivedAs', model => [model.received ? model.received.as : penOf(model)]),
    element('servedOn', ({ received, sent }) => [sent ? sent.on : received ? received.on : BY_PEN]),
    element('refusalReason', model => [model.refused ? model.refused.reason : penOf(model)]),
    element('witness', model => [model.refused ? model.refused.witness : penOf(model)]),
    element('madeOn', model => [model.madeOn]),
  ],
  recovery: [
    element('officeName', model => [model.officeName]),
    element('workstation', model => [model.workstation]),
    element('recoveryKey', model => model.keyGroups),
    element('madeOn', model => [model.madeOn]),
  ],
  mediumSlip: [
    element('officeName', model => [model.officeName]),
    element('documentNo', model => [model.mediumNo]),
    element('documentTitle', model => [model.folder]),
    element('receivedBy', model => [model.receiver]),
    element('deliveredBy', model => [model.handedOverBy]),
    element('proof', model => [model.digest]),
    element('madeOn', model => [model.madeOn]),
  ],
  ...formElements,
}

/** An empty box with its line is the element, until someone has signed. */
const BY_PEN = '□'
/** Where it was sent over the wire nobody signs, and the form says that. */
const penOf = ({ sent }: ModelOf<'S01'>): string => (sent ? '电子送达' : BY_PEN)

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
