import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkPlainText } from '../../domain/identity/applicant-rules'
import type {
  ItemKind,
  VisitCorrectedOpen,
  VisitCorrectedPersonal,
  VisitFact,
  VisitorDetails,
} from '../../domain/visits/visit-facts'
import type { Visit, VisitItem } from '../../domain/visits/visit-state'
import { checkVisitor, emptyVisitor, type VisitFieldProblems, type VisitorForm } from './visit-form'

export type Correctable = 'visitor' | 'matter' | 'item' | 'copies'

/** A correction as it is typed: one thing at a time; of the visitor what is left empty stays. */
export interface CorrectionForm {
  readonly what: Correctable
  readonly reason: string
  readonly visitor: VisitorForm
  readonly topic: string
  readonly seeks: string
  readonly itemNo: string
  readonly itemTitle: string
  readonly indexNo: string
  readonly itemKind: ItemKind
  readonly isCancelled: boolean
  readonly isOut: boolean
  readonly copyNo: string
  readonly pages: string
}

/** What this visit has that can be corrected. */
export const correctables = ({ items, copies }: Visit): readonly Correctable[] => [
  ...(['visitor', 'matter'] as const),
  ...(items.length > 0 ? (['item'] as const) : []),
  ...(copies.length > 0 ? (['copies'] as const) : []),
]

export function startOfCorrection(visit: Visit, what: Correctable, no?: string): CorrectionForm {
  const item = visit.items.find(({ itemNo }) => String(itemNo) === no) ?? visit.items[0]
  const copies = visit.copies.find(({ copyNo }) => String(copyNo) === no) ?? visit.copies[0]
  return {
    ...{ what, reason: '', isCancelled: false, isOut: false },
    // Never filled in: full names and numbers are shown on demand only, and that is recorded.
    visitor: emptyVisitor,
    topic: visit.topic ?? '',
    seeks: visit.seeks ?? '',
    ...itemPart(item),
    copyNo: copies ? String(copies.copyNo) : '',
    pages: copies ? String(copies.pages) : '',
  }
}

const itemPart = (item: Visit['items'][number] | undefined) => ({
  itemNo: item ? String(item.itemNo) : '',
  itemTitle: item?.title ?? '',
  indexNo: item?.indexNo ?? '',
  itemKind: item?.kind ?? ('public' as const),
})

/** What stands there, with what was typed in its place; a new number is of a document that was looked at now. */
function mergedVisitor(typed: VisitorForm, { visitor, originalSeen }: Visit): VisitorForm {
  const own = { ...emptyVisitor, ...documentOf(visitor), originalSeen }
  const { idKind, idNumber, country } = typed
  const isNewDocument = idNumber.trim() !== ''
  return {
    ...own,
    name: typed.name.trim() || (visitor?.name ?? ''),
    phone: typed.phone.trim() || (visitor?.phone ?? ''),
    ...(isNewDocument ? { idKind, idNumber, country, originalSeen: typed.originalSeen } : {}),
  }
}

function documentOf(visitor: VisitorDetails | undefined): Partial<VisitorForm> {
  const { idKind = 'residentId', idNumber = '', country = '' } = visitor?.document ?? {}
  return { idKind, idNumber, country }
}

interface CheckedCorrection {
  readonly problems: VisitFieldProblems
  /** Null while something is wrong, nothing is changed, or no reason is given. */
  readonly fact: Extract<VisitFact, { type: 'visit.corrected@1' }> | null
  readonly isChanged: boolean
}

/** Only what differs from what stands there is written. */
export function checkVisitCorrection(form: CorrectionForm, visit: Visit, today: CivilDate): CheckedCorrection {
  const { problems, open, personal } = parts[form.what](form, visit, today)
  const isChanged = Object.keys(open).length + Object.keys(personal).length > 0
  const reason = checkPlainText(form.reason, 200, false)
  const isWhole = isChanged && reason.ok && Object.keys(problems).length === 0
  const fact = isWhole
    ? ({ type: 'visit.corrected@1', open, personal: { ...personal, reason: reason.value } } as const)
    : null
  return { problems, fact, isChanged }
}

interface Part {
  readonly problems: VisitFieldProblems
  readonly open: VisitCorrectedOpen
  readonly personal: Omit<VisitCorrectedPersonal, 'reason'>
}

type PartOf = (form: CorrectionForm, visit: Visit, today: CivilDate) => Part

const parts: Readonly<Record<Correctable, PartOf>> = {
  visitor(form, visit, today) {
    const { problems, visitor } = checkVisitor(mergedVisitor(form.visitor, visit), today, false)
    return { problems, open: {}, personal: visitor && !isSame(visitor, visit.visitor) ? { visitor } : {} }
  },
  matter({ topic, seeks }, visit) {
    const words = seeks.trim()
    return {
      problems: {},
      open: topic && topic !== visit.topic ? { topic } : {},
      personal: words !== (visit.seeks ?? '').trim() ? { seeks: words } : {},
    }
  },
  item: correctedItem,
  copies({ copyNo, pages }, visit) {
    const before = visit.copies.find(each => String(each.copyNo) === copyNo)
    const text = pages.normalize('NFKC').trim()
    const isCount = /^\d{1,4}$/.test(text)
    const changed = before && isCount && Number(text) !== before.pages
    return {
      problems: {},
      open: changed ? { copies: { copyNo: before.copyNo, pages: Number(text) } } : {},
      personal: {},
    }
  },
}

function correctedItem(form: CorrectionForm, visit: Visit): Part {
  const before = visit.items.find(each => String(each.itemNo) === form.itemNo)
  if (!before) return { problems: {}, open: {}, personal: {} }
  const title = form.itemTitle.trim()
  const isRenamed = title !== '' && title !== before.title
  const item = itemChanges(form, before)
  const isChanged = isRenamed || Object.keys(item).length > 0
  return {
    problems: {},
    open: isChanged ? { item: { itemNo: before.itemNo, ...item } } : {},
    personal: isRenamed ? { itemTitle: title } : {},
  }
}

function itemChanges(form: CorrectionForm, before: VisitItem): Omit<NonNullable<VisitCorrectedOpen['item']>, 'itemNo'> {
  const indexNo = form.indexNo.trim() || null
  return {
    ...(form.itemKind === before.kind ? {} : { kind: form.itemKind }),
    ...(indexNo === (before.indexNo ?? null) ? {} : { indexNo }),
    ...(form.isCancelled ? { isCancelled: true as const } : {}),
    ...(form.isOut ? { isOut: true as const } : {}),
  }
}

const isSame = (a: VisitorDetails, b: VisitorDetails | undefined): boolean => textOf(a) === textOf(b)

const textOf = (visitor: VisitorDetails | undefined): string => {
  const { name = '', phone = '', document = { idNumber: '' } } = visitor ?? {}
  return [name, phone, document.idNumber, document.idKind, document.country].join('\0')
}
