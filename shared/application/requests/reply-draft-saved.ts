import { parseCivilDate, type CivilDate } from '../../domain/calendar/civil-date'
import { replyTypes } from '../../domain/decisions/reply-types'
import type { RefusalGround } from '../../domain/requests/reply-content'
import type { DecisionType } from '../../domain/requests/request-facts'
import type { ReplyDraft } from './reply-draft'
import {
  freshReply,
  type FreshReply,
  type TypedAttachment,
  type TypedInspection,
  type TypedLaw,
  type TypedPart,
  type TypedPublication,
  type TypedReply,
} from './typed-reply'
import { pathSteps } from './reply-path'

/** A sealed draft, read again. What cannot be read is left as it was at the start and the rest is kept. */
export function readSavedDraft(saved: unknown, start: ReplyDraft): ReplyDraft {
  if (!isRecord(saved) || saved['draftNo'] !== start.draftNo) return start
  const typed = isRecord(saved['typed']) ? saved['typed'] : {}
  const read = types.flatMap(type =>
    isRecord(typed[type]) ? [[type, readTyped(typed[type], type, start)] as const] : [],
  )
  return {
    draftNo: start.draftNo,
    step: pathSteps.find(step => step === saved['step']) ?? start.step,
    decision: types.find(type => type === saved['decision']) ?? null,
    typed: { ...start.typed, ...Object.fromEntries(read) },
    fresh: start.fresh,
  }
}

const types = Object.keys(replyTypes) as DecisionType[]

type Saved = Readonly<Record<string, unknown>>

function readTyped(saved: Saved, type: DecisionType, { typed, fresh }: ReplyDraft): TypedReply {
  const start = typed[type] ?? freshReply(type, fresh)
  const elsewhere = recordIn(saved, 'elsewhere')
  const earlier = recordIn(saved, 'earlier')
  const archives = recordIn(saved, 'archives')
  return {
    reasons: textIn(saved, 'reasons', start.reasons),
    attachments: listIn(saved, 'attachments', readAttachment) ?? start.attachments,
    inspection: readInspection(saved['inspection'], fresh),
    published: listIn(saved, 'published', readPublication) ?? start.published,
    withheld: listIn(saved, 'withheld', readPart) ?? start.withheld,
    law: readLaw(saved['law']),
    secrecyReference: textIn(saved, 'secrecyReference', start.secrecyReference),
    elsewhere: { name: textIn(elsewhere, 'name'), contact: textIn(elsewhere, 'contact') },
    isElsewhereUnknown: saved['isElsewhereUnknown'] === true,
    elsewhereUnknown: textIn(saved, 'elsewhereUnknown'),
    earlier: { letterNo: textIn(earlier, 'letterNo'), on: dayIn(earlier, 'on') },
    obtainable: textIn(saved, 'obtainable', start.obtainable),
    archives: { formedOn: dayIn(archives, 'formedOn'), movedOn: dayIn(archives, 'movedOn') },
  }
}

const readAttachment = (saved: Saved): TypedAttachment => ({
  title: textIn(saved, 'title'),
  pages: textIn(saved, 'pages'),
})

const readPublication = (saved: Saved): TypedPublication => ({
  title: textIn(saved, 'title'),
  where: textIn(saved, 'where'),
  publishedOn: dayIn(saved, 'publishedOn'),
})

const readPart = (saved: Saved): TypedPart => ({
  what: textIn(saved, 'what'),
  ground: refusalGrounds.find(ground => ground === saved['ground']) ?? null,
  reason: textIn(saved, 'reason'),
  law: readLaw(saved['law']),
  secrecyReference: textIn(saved, 'secrecyReference'),
})

/** Grounds of arts. 14 to 16, in the order of the annual report. */
export const refusalGrounds = types.filter((type): type is RefusalGround => type.startsWith('REFUSE_'))

function readLaw(saved: unknown): TypedLaw {
  const law = isRecord(saved) ? saved : {}
  return { title: textIn(law, 'title'), article: textIn(law, 'article') }
}

function readInspection(saved: unknown, { inspection }: FreshReply): TypedInspection | null {
  if (!inspection) return null
  const { place, time } = isRecord(saved) ? saved : {}
  return {
    place: typeof place === 'string' ? place : inspection.place,
    time: typeof time === 'string' ? time : inspection.time,
  }
}

function listIn<T>(saved: Saved, name: string, read: (one: Saved) => T): readonly T[] | null {
  const list = saved[name]
  return Array.isArray(list) ? list.filter(isRecord).map(read) : null
}

const textIn = (saved: Saved, name: string, otherwise = ''): string => {
  const text = saved[name]
  return typeof text === 'string' ? text : otherwise
}

function dayIn(saved: Saved, name: string): CivilDate | null {
  const day = parseCivilDate(textIn(saved, name))
  return day.ok ? day.value : null
}

const recordIn = (saved: Saved, name: string): Saved => {
  const inner = saved[name]
  return isRecord(inner) ? inner : {}
}

const isRecord = (value: unknown): value is Saved =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
