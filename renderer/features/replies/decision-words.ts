import type { Desk } from '#shared/application/desk'
import { mayAnswerOnTheSpot } from '#shared/application/requests/issue-letter'
import { replyTypes, type ReplyType } from '#shared/domain/decisions/reply-types'
import { nextActs } from '#shared/domain/requests/request-acts'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import type { Translate } from '../../i18n/message'
import { refusalSentence } from '../../i18n/refusals'

/** 条例第三十六条第二项，年报行 3-3-1 */
export function rowWords(decision: DecisionType, t: Translate): string {
  const { annualRow }: ReplyType = replyTypes[decision]
  return t('decide.path.basis', { article: articleOf(decision, t), row: annualRow })
}

/** Every article that the type rests on. */
export function articleOf(decision: DecisionType, t: Translate): string {
  const { basis }: ReplyType = replyTypes[decision]
  return basis.length === 0 ? t('article.none') : basis.map(article => t(`article.${article}`)).join(t('replies.join'))
}

/** Why a type cannot be chosen now, or not by this person; undefined where it can. */
export type WhyNot = (decision: DecisionType) => string | undefined

export function whyNotIn(request: DisclosureRequest, desk: Pick<Desk, 'me' | 'today'>, t: Translate): WhyNot {
  const next = nextActs(request, { actor: desk.me.personId, posts: desk.me.posts })
  const isOnTheSpot = request.status === 'registered' && mayAnswerOnTheSpot(request, desk)
  return decision => {
    if (isOnTheSpot && decision === 'GRANT_PUBLISHED') return undefined
    const act = next.find(each => each.act === 'submitReply' && each.decision === decision)
    return act && !act.isPossible ? refusalSentence(act.problem, t) : undefined
  }
}
