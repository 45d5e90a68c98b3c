import { replyTypes, type Article, type ReplyType, type ReplyTypeId } from './reply-types'

/** What the remedy clause of a reply letter must say (reference 3.3). Bodies and courts are data of the agency. */
export interface Remedy {
  /**
   * 复议前置: the applicant must ask for reconsideration before suing, and the letter must say so expressly
   * (行政复议法 art. 23(1)(4) and (2); 法释〔2025〕8号 art. 1(2)). Otherwise the applicant chooses.
   */
  readonly reconsiderationFirst: boolean
  /** Calendar days from knowing of the act (行政复议法 art. 20). */
  readonly reconsiderationWithinDays: 60
  /** Months from knowing, where the applicant sues at once (行政诉讼法 art. 46); absent where that is not open. */
  readonly litigationWithinMonths?: 6
  /** Calendar days from the reconsideration decision, or from the end of its term (行政诉讼法 art. 45). */
  readonly litigationAfterReconsiderationWithinDays: 15
}

/**
 * The remedy for a reply. `refusedUnder` names the articles on which the closed part of a PARTIAL reply rests; other
 * types carry their own. A grant never asks for reconsideration first, whatever articles it weighed (art. 15).
 */
export function remedyFor(type: ReplyTypeId, refusedUnder: readonly Article[] = []): Remedy {
  const { basis, outcome }: ReplyType = replyTypes[type]
  const refusal = outcome === 'refused' ? basis : outcome === 'partial' ? refusedUnder : []
  const reconsiderationFirst = refusal.some(asksForReconsideration)
  return {
    reconsiderationFirst,
    reconsiderationWithinDays: 60,
    ...(reconsiderationFirst ? {} : { litigationWithinMonths: 6 }),
    litigationAfterReconsiderationWithinDays: 15,
  }
}

const asksForReconsideration = (article: Article): boolean => /^1[456](?:\(|$)/.test(article)
