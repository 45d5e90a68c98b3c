import { ruleOf, type ReplyNeed } from '../../domain/decisions/reply-rules'
import type { CivilDate } from '../../domain/calendar/civil-date'
import { checkPlainText, type TextProblem } from '../../domain/identity/applicant-rules'
import type { ReplyContent, WithheldPart } from '../../domain/requests/reply-content'
import type { ReplyInHand } from '../desk'
import { typedReply, type ReplyDraft } from './reply-draft'
import type { TypedAttachment, TypedLaw, TypedPart, TypedPublication, TypedReply } from './typed-reply'
import { unfilled } from './suggested-words'

/** Lists of the reply, one row an item. */
export type ReplyList = 'attachments' | 'published' | 'withheld'

/** Fields that hold one text. */
export type ReplyTextField =
  | 'reasons'
  | 'inspectionPlace'
  | 'inspectionTime'
  | 'lawTitle'
  | 'lawArticle'
  | 'secrecyReference'
  | 'elsewhereName'
  | 'elsewhereContact'
  | 'elsewhereUnknown'
  | 'earlierLetterNo'
  | 'obtainable'

/** Fields that hold one day. */
export type ReplyDayField = 'earlierOn' | 'formedOn' | 'movedOn'

export type ReplyField = 'decision' | ReplyDayField | ReplyList | ReplyTextField

export type RowPart = 'title' | 'pages' | 'where' | WithheldRowPart
export type WithheldRowPart = 'what' | 'ground' | 'reason' | 'lawTitle' | 'lawArticle' | 'secrecyReference'

export type ReplyGap =
  | { readonly field: 'decision'; readonly kind: 'decisionMissing' }
  | { readonly field: ReplyDayField; readonly kind: 'dayMissing' }
  | { readonly field: ReplyTextField; readonly kind: 'text'; readonly problem: TextProblem }
  /** 【…】 of the proposed words still stands. */
  | { readonly field: 'reasons'; readonly kind: 'unfilled' }
  | { readonly field: ReplyList; readonly kind: 'noRows' }
  /** `at` counts the rows on screen from 1. */
  | {
      readonly field: ReplyList
      readonly kind: 'row'
      readonly at: number
      readonly part: RowPart
      readonly problem: TextProblem | { readonly kind: 'notAPageCount' | 'notChosen' | 'unfilled' }
    }

/** What is still missing before a reviewer may see it, in the order of the form. */
export function checkReply(draft: ReplyDraft): {
  readonly gaps: readonly ReplyGap[]
  readonly reply: ReplyInHand | null
} {
  const { decision } = draft
  if (!decision) return { gaps: [{ field: 'decision', kind: 'decisionMissing' }], reply: null }
  const typed = typedReply(draft, decision)
  const gaps = [
    ...ruleOf(decision).needs.flatMap(need => gapsOf[need](typed)),
    ...text('reasons', typed.reasons, longest.reasons),
    ...(unfilled.test(typed.reasons) ? [{ field: 'reasons', kind: 'unfilled' } as const] : []),
  ]
  return { gaps, reply: gaps.length === 0 ? replyInHand(draft) : null }
}

/** For the proof: as typed, however incomplete, and only what the type needs. Null while nothing is decided. */
export function replyInHand(draft: ReplyDraft): ReplyInHand | null {
  const { decision } = draft
  if (!decision) return null
  const typed = typedReply(draft, decision)
  const parts = ruleOf(decision).needs.map(need => contentOf[need](typed))
  return {
    decision,
    content: Object.assign({ reasons: typed.reasons.trim(), attachments: [] }, ...parts) as ReplyContent,
  }
}

/** Limits of the fact's shape. */
const longest = {
  ...{ reasons: 4_000, title: 200, inspection: 200, where: 500, what: 500, reason: 2_000 },
  ...{ lawTitle: 200, lawArticle: 100, reference: 200, name: 100, contact: 300, letterNo: 40, obtainable: 500 },
  elsewhereUnknown: 500,
} as const

type Gaps = readonly ReplyGap[]

const gapsOf: Readonly<Record<ReplyNeed, (typed: TypedReply) => Gaps>> = {
  attachmentsOrInspection: typed => [...inspectionGaps(typed), ...attachmentGaps(typed)],
  published: ({ published }) =>
    rowGaps('published', typedRows(published, isPublicationTyped), one => [
      ['title', checkPlainText(one.title, longest.title, false)],
      ['where', checkPlainText(one.where, longest.where, false)],
    ]),
  withheld: ({ withheld }) => rowGaps('withheld', typedRows(withheld, isPartTyped), checkPart),
  law: ({ law }) => [
    ...text('lawTitle', bare(law.title), longest.lawTitle),
    ...text('lawArticle', law.article, longest.lawArticle),
  ],
  secrecyReference: typed => text('secrecyReference', typed.secrecyReference, longest.reference),
  elsewhere: elsewhereGaps,
  responsibleAgency: typed =>
    typed.isElsewhereUnknown
      ? text('elsewhereUnknown', typed.elsewhereUnknown, longest.elsewhereUnknown)
      : elsewhereGaps(typed),
  earlier: ({ earlier }) => [
    ...text('earlierLetterNo', earlier.letterNo, longest.letterNo),
    ...dayGap('earlierOn', earlier.on),
  ],
  obtainable: typed => text('obtainable', typed.obtainable, longest.obtainable),
  archives: ({ archives: { formedOn, movedOn } }) => [...dayGap('formedOn', formedOn), ...dayGap('movedOn', movedOn)],
}

const dayGap = (field: ReplyDayField, on: CivilDate | null): Gaps => (on ? [] : [{ field, kind: 'dayMissing' }])

/** Of the reasons each line is a paragraph; the others are one line. */
function text(field: ReplyTextField, typed: string, mostCharacters: number): Gaps {
  const checked = checkPlainText(typed, mostCharacters, field === 'reasons')
  return checked.ok ? [] : [{ field, kind: 'text', problem: checked.problem }]
}

type RowProblem = Extract<ReplyGap, { kind: 'row' }>['problem']
type CheckedPart = readonly [part: RowPart, checked: { ok: true } | { ok: false; problem: RowProblem }]

type Numbered<Row> = readonly { readonly row: Row; readonly at: number }[]

/** A row that holds nothing is no item; the others keep the number under which they stand on screen. */
const typedRows = <Row>(rows: readonly Row[], isTyped: (row: Row) => boolean): Numbered<Row> =>
  rows.map((row, index) => ({ row, at: index + 1 })).filter(({ row }) => isTyped(row))

function rowGaps<Row>(field: ReplyList, rows: Numbered<Row>, check: (row: Row) => readonly CheckedPart[]): Gaps {
  if (rows.length === 0) return [{ field, kind: 'noRows' }]
  return rows.flatMap(({ row, at }) =>
    check(row).flatMap(([part, checked]) =>
      checked.ok ? [] : [{ field, kind: 'row', at, part, problem: checked.problem } as const],
    ),
  )
}

function attachmentGaps({ attachments, inspection }: TypedReply): Gaps {
  const rows = typedRows(attachments, isAttachmentTyped)
  if (rows.length === 0 && inspection) return [] // read on the spot (R01)
  return rowGaps('attachments', rows, ({ title, pages }) => [
    ['title', checkPlainText(title, longest.title, false)],
    ['pages', readPages(pages) === null ? { ok: false, problem: { kind: 'notAPageCount' } } : { ok: true }],
  ])
}

function elsewhereGaps({ elsewhere }: TypedReply): Gaps {
  return [
    ...text('elsewhereName', elsewhere.name, longest.name),
    ...text('elsewhereContact', elsewhere.contact, longest.contact),
  ]
}

const inspectionGaps = ({ inspection }: TypedReply): Gaps =>
  inspection
    ? [
        ...text('inspectionPlace', inspection.place, longest.inspection),
        ...text('inspectionTime', inspection.time, longest.inspection),
      ]
    : []

/**
 * Art. 37: each part with its own ground and reason; one that another law forbids names that law, a secret the document
 * that says its level and term.
 */
const checkPart = ({ what, ground, reason, law, secrecyReference }: TypedPart): readonly CheckedPart[] => [
  ['what', checkPlainText(what, longest.what, true)],
  ['ground', ground ? { ok: true } : { ok: false, problem: { kind: 'notChosen' } }],
  ...(ground === 'REFUSE_LAW'
    ? ([
        ['lawTitle', checkPlainText(bare(law.title), longest.lawTitle, false)],
        ['lawArticle', checkPlainText(law.article, longest.lawArticle, false)],
      ] as const)
    : []),
  ...(ground === 'REFUSE_STATE_SECRET'
    ? ([['secrecyReference', checkPlainText(secrecyReference, longest.reference, false)]] as const)
    : []),
  [
    'reason',
    unfilled.test(reason) ? { ok: false, problem: { kind: 'unfilled' } } : checkPlainText(reason, longest.reason, true),
  ],
]

const contentOf: Readonly<Record<ReplyNeed, (typed: TypedReply) => Partial<ReplyContent>>> = {
  attachmentsOrInspection: ({ attachments, inspection }) => ({
    attachments: attachments
      .filter(isAttachmentTyped)
      .map(({ title, pages }) => ({ title: title.trim(), pages: readPages(pages) ?? 0 })),
    ...(inspection ? { inspection: { place: inspection.place.trim(), time: inspection.time.trim() } } : {}),
  }),
  published: ({ published }) => ({
    published: published.filter(isPublicationTyped).map(({ title, where, publishedOn }) => ({
      ...{ title: title.trim(), where: where.trim() },
      ...(publishedOn ? { publishedOn } : {}),
    })),
  }),
  withheld: ({ withheld }) => ({ withheld: withheld.filter(isPartTyped).flatMap(partOf) }),
  law: ({ law }) => ({ law: lawOf(law) }),
  secrecyReference: ({ secrecyReference }) => ({ secrecyReference: secrecyReference.trim() }),
  elsewhere: elsewhereOf,
  responsibleAgency: typed =>
    typed.isElsewhereUnknown ? { elsewhereUnknown: typed.elsewhereUnknown.trim() } : elsewhereOf(typed),
  earlier: ({ earlier: { letterNo, on } }) => (on ? { earlier: { letterNo: letterNo.trim(), on } } : {}),
  obtainable: ({ obtainable }) => ({ obtainable: obtainable.trim() }),
  archives: ({ archives: { formedOn, movedOn } }) => (formedOn && movedOn ? { archives: { formedOn, movedOn } } : {}),
}

function elsewhereOf({ elsewhere: { name, contact } }: TypedReply): Partial<ReplyContent> {
  return { elsewhere: { name: name.trim(), contact: contact.trim() } }
}

/** A part without a ground cannot be said in a letter; it stays a gap. */
function partOf({ what, ground, reason, law, secrecyReference }: TypedPart): readonly WithheldPart[] {
  if (!ground) return []
  const part = { what: what.trim(), ground, reason: reason.trim() }
  if (ground === 'REFUSE_LAW') return [{ ...part, law: lawOf(law) }]
  return [ground === 'REFUSE_STATE_SECRET' ? { ...part, secrecyReference: secrecyReference.trim() } : part]
}

const lawOf = ({ title, article }: TypedLaw): TypedLaw => ({ title: bare(title), article: article.trim() })

/** 《…》 is put round a title by the letter. */
const bare = (title: string): string => title.trim().replace(/^《(.*)》$/u, '$1')

const isAttachmentTyped = ({ title, pages }: TypedAttachment): boolean => isAnyTyped(title, pages)
const isPublicationTyped = ({ title, where, publishedOn }: TypedPublication): boolean =>
  isAnyTyped(title, where) || publishedOn !== null
const isPartTyped = ({ what, ground, reason, law, secrecyReference }: TypedPart): boolean =>
  isAnyTyped(what, reason, law.title, law.article, secrecyReference) || ground !== null

const isAnyTyped = (...texts: readonly string[]): boolean => texts.some(typed => typed.trim() !== '')

/** 1 to 9999, full-width digits too. */
function readPages(typed: string): number | null {
  const pages = typed.normalize('NFKC').trim()
  return /^[1-9]\d{0,3}$/.test(pages) ? Number(pages) : null
}
