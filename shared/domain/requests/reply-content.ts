import type { CivilDate } from '../calendar/civil-date'
import type { ReplyTypeId } from '../decisions/reply-types'

/** A part of the information that is not given, with its own ground (art. 37). */
export interface WithheldPart {
  readonly what: string
  readonly ground: RefusalGround
  readonly reason: string
  readonly law?: CitedLaw
  /** REFUSE_STATE_SECRET: 密级 and 保密期限 of this part by reference number only (reference 13). */
  readonly secrecyReference?: string
}

/** Grounds of arts. 14 to 16 on which a part or the whole is refused. */
export type RefusalGround = Extract<ReplyTypeId, `REFUSE_${string}`>

export interface CitedLaw {
  /** 《…法》, without the brackets. */
  readonly title: string
  readonly article: string
}

/** What the reply letter says beyond what is derived from the request; reply-rules.ts says which type needs what. */
export interface ReplyContent {
  readonly reasons: string
  /** Granted or partial: what is handed over, with its pages. */
  readonly attachments: readonly { readonly title: string; readonly pages: number }[]
  /** GRANT_PROVIDE where the information is read on the spot (查阅、抄录): where and when. */
  readonly inspection?: { readonly place: string; readonly time: string }
  /** GRANT_PUBLISHED: exact address, issue of the gazette or reading place, with the day of publication if known. */
  readonly published?: readonly { readonly title: string; readonly where: string; readonly publishedOn?: string }[]
  /** PARTIAL. */
  readonly withheld?: readonly WithheldPart[]
  /** REFUSE_LAW and REFER_SPECIAL_QUERY: the law that forbids, or that governs access. */
  readonly law?: CitedLaw
  /** REFUSE_STATE_SECRET: 密级 and 保密期限 by reference number only; never what the secret is about. */
  readonly secrecyReference?: string
  /** NOT_OURS, REFER_SPECIAL_QUERY, PETITION_LIKE: where to turn instead; OTHER: the state archives that hold the file. */
  readonly elsewhere?: { readonly name: string; readonly contact: string }
  /**
   * NOT_OURS instead of `elsewhere`, where the responsible agency cannot be determined: why not. Art. 36(5) asks for its
   * name only 能够确定负责公开该政府信息的行政机关的.
   */
  readonly elsewhereUnknown?: string
  /** REPEAT and RECONFIRM: the earlier reply. */
  readonly earlier?: { readonly letterNo: string; readonly on: CivilDate }
  /** PUBLICATION: how it can be had. */
  readonly obtainable?: string
  /** OTHER: when the file was formed, and when it was moved to the state archives (档案法 art. 15(2)). */
  readonly archives?: { readonly formedOn: CivilDate; readonly movedOn: CivilDate }
}
