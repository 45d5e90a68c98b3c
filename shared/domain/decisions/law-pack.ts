import { err, ok, type Result } from '../../kernel/result'
import type { CivilDate } from '../calendar/civil-date'
import type { Article, ReplyTypeId } from './reply-types'

/**
 * One file of resources/law-packs: what the law says about remedies from one day to another. The date of the act decides
 * which pack a letter follows, so that a letter can be explained, and printed again, under the law of its own day.
 */
export interface LawPack {
  readonly id: string
  /** First day on which an act follows this pack. */
  readonly effectiveFrom: CivilDate
  /** Last day; null while it is in force. */
  readonly effectiveTo: CivilDate | null
  readonly note: string
  readonly sources: readonly { readonly title: string; readonly articles: string }[]
  readonly terms: RemedyTerms
  /** A refusal under these articles of the Regulation asks for reconsideration first (行政复议法 art. 23(1)(4)). */
  readonly reconsiderationFirstArticles: readonly Article[]
  readonly remedies: Readonly<Record<ReplyTypeId, RemedyRule>>
  /** Types whose letter may do without the clause where the agency chose so; none of them may refuse anything. */
  readonly remedyMayBeLeftOut?: readonly ReplyTypeId[]
  /** Paragraphs of the clause, with `{placeholders}`. */
  readonly clauses: Readonly<Record<ClauseId, readonly string[]>>
  /** What somebody can do who gets no reply in time, with `{placeholders}`; missing: this pack does not say. */
  readonly noReply?: readonly string[]
}

export interface RemedyTerms {
  /** Calendar days from knowing of the act (行政复议法 art. 20). */
  readonly reconsiderationDays: number
  /** Months from knowing, where the applicant sues at once (行政诉讼法 art. 46). */
  readonly litigationMonths: number
  /** Calendar days from the reconsideration decision, or from the end of its term (行政诉讼法 art. 45). */
  readonly litigationAfterReconsiderationDays: number
}

/** `byRefusedPart`: the articles under which a part is refused decide for that part. */
export type RemedyRule = 'freeChoice' | 'reconsiderationFirst' | 'byRefusedPart'

/** `refusedPartFirst`: reconsideration first for the part refused, free choice for the rest of the reply. */
export type ClauseId = 'freeChoice' | 'reconsiderationFirst' | 'refusedPartFirst'

/** No pack is in force on the date of the act: the remedy of that day is not known, and none is guessed. */
export type LawPackMissing = { readonly kind: 'lawPackMissing'; readonly on: CivilDate }

/** The pack that an act of this day follows. Packs of `lawPacks` do not overlap, so there is at most one. */
export function lawPackOn(packs: readonly LawPack[], on: CivilDate): Result<LawPack, LawPackMissing> {
  const pack = packs.find(pack => isInForce(pack, on))
  return pack ? ok(pack) : err({ kind: 'lawPackMissing', on })
}

export const isInForce = ({ effectiveFrom, effectiveTo }: LawPack, on: CivilDate): boolean =>
  on >= effectiveFrom && (effectiveTo === null || on <= effectiveTo)
