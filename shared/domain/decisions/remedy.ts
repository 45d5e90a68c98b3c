import type { ClauseId, LawPack } from './law-pack'
import type { Article, ReplyTypeId } from './reply-types'

/** What the remedy clause of a reply letter must say (reference 3.3). Bodies and courts are data of the agency. */
export interface Remedy {
  readonly clause: ClauseId
  /**
   * 复议前置: the applicant must ask for reconsideration before suing, and the letter must say so expressly
   * (行政复议法 art. 23(1)(4) and (2); 法释〔2025〕8号 art. 1(2)). Otherwise the applicant chooses.
   */
  readonly reconsiderationFirst: boolean
  /** Calendar days from knowing of the act. */
  readonly reconsiderationWithinDays: number
  /** Months from knowing, where the applicant sues at once; absent where that is not open for any part of the reply. */
  readonly litigationWithinMonths?: number
  /** Calendar days from the reconsideration decision, or from the end of its term. */
  readonly litigationAfterReconsiderationWithinDays: number
}

/**
 * The remedy for a reply under the law pack of its date. `refusedUnder` names the articles on which the closed part of a
 * PARTIAL reply rests; the rest of that reply leaves the choice.
 */
export function remedyFor(type: ReplyTypeId, pack: LawPack, refusedUnder: readonly Article[] = []): Remedy {
  const clause = clauseFor(type, pack, refusedUnder)
  const { reconsiderationDays, litigationMonths, litigationAfterReconsiderationDays } = pack.terms
  return {
    clause,
    reconsiderationFirst: clause !== 'freeChoice',
    reconsiderationWithinDays: reconsiderationDays,
    ...(clause === 'reconsiderationFirst' ? {} : { litigationWithinMonths: litigationMonths }),
    litigationAfterReconsiderationWithinDays: litigationAfterReconsiderationDays,
  }
}

/** Whether the pack lets a reply of this type do without the clause (reference 3.3: R01 and R02, settable per agency). */
export const mayLeaveOutRemedy = (type: ReplyTypeId, pack: LawPack | null): boolean =>
  pack?.remedyMayBeLeftOut?.includes(type) ?? false

function clauseFor(type: ReplyTypeId, pack: LawPack, refusedUnder: readonly Article[]): ClauseId {
  const rule = pack.remedies[type]
  if (rule !== 'byRefusedPart') return rule
  return refusedUnder.some(article => asksForReconsideration(article, pack)) ? 'refusedPartFirst' : 'freeChoice'
}

/** An article stands for its paragraphs: 16 covers 16(1) and 16(2). */
const asksForReconsideration = (article: Article, { reconsiderationFirstArticles }: LawPack): boolean =>
  reconsiderationFirstArticles.some(first => article === first || article.startsWith(`${first}(`))
