import type { CivilDate } from '../../domain/calendar/civil-date'
import type { RefusalGround } from '../../domain/requests/reply-content'
import type { DecisionType } from '../../domain/requests/request-facts'
import { suggestedReasons } from './suggested-words'

/** Where applicants come to read, for a request for inspection and transcription (查阅、抄录) only. */
export interface FreshReply {
  readonly inspection: TypedInspection | null
}

/** Everything that some type of reply asks for; a type shows and sends only what its rule needs. */
export interface TypedReply {
  readonly reasons: string
  readonly attachments: readonly TypedAttachment[]
  readonly inspection: TypedInspection | null
  readonly published: readonly TypedPublication[]
  readonly withheld: readonly TypedPart[]
  readonly law: TypedLaw
  readonly secrecyReference: string
  readonly elsewhere: { readonly name: string; readonly contact: string }
  /** NOT_OURS: 无法确定负责公开的机关 was chosen; the name above is kept while it is. */
  readonly isElsewhereUnknown: boolean
  /** Why it cannot be determined. */
  readonly elsewhereUnknown: string
  readonly earlier: { readonly letterNo: string; readonly on: CivilDate | null }
  readonly obtainable: string
  readonly archives: { readonly formedOn: CivilDate | null; readonly movedOn: CivilDate | null }
}

export interface TypedInspection {
  readonly place: string
  readonly time: string
}

export interface TypedAttachment {
  readonly title: string
  readonly pages: string
}

export interface TypedPublication {
  readonly title: string
  /** Exact address, issue of the gazette or reading place. */
  readonly where: string
  readonly publishedOn: CivilDate | null
}

export interface TypedLaw {
  readonly title: string
  readonly article: string
}

export interface TypedPart {
  readonly what: string
  readonly ground: RefusalGround | null
  readonly reason: string
  readonly law: TypedLaw
  readonly secrecyReference: string
}

export const emptyAttachment: TypedAttachment = { title: '', pages: '' }
export const emptyPublication: TypedPublication = { title: '', where: '', publishedOn: null }
export const emptyPart: TypedPart = {
  ...{ what: '', ground: null, reason: '' },
  ...{ law: { title: '', article: '' }, secrecyReference: '' },
}

/** What a type starts with. */
export function freshReply(decision: DecisionType, { inspection }: FreshReply): TypedReply {
  return {
    reasons: suggestedReasons[decision],
    attachments: [emptyAttachment],
    inspection,
    published: [emptyPublication],
    withheld: [emptyPart],
    law: { title: '', article: '' },
    secrecyReference: '',
    elsewhere: { name: '', contact: '' },
    isElsewhereUnknown: false,
    elsewhereUnknown: '',
    earlier: { letterNo: '', on: null },
    obtainable: '',
    archives: { formedOn: null, movedOn: null },
  }
}
