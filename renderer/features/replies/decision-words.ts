import type { SignedIn } from '#shared/application/desk'
import { decisions } from '#shared/application/requests/reply-draft'
import { replyTypes, type ReplyType } from '#shared/domain/decisions/reply-types'
import { nextActs } from '#shared/domain/requests/request-acts'
import type { DecisionType } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import type { Translate } from '../../i18n/message'
import { refusalSentence } from '../../i18n/refusals'
import type { Choice } from '../../ui/fields/choice-group'

/** 条例第三十六条第二项，年报行 3-3-1，答复书 R01 */
export function basisWords(decision: DecisionType, t: Translate): string {
  const { basis, annualRow, letter }: ReplyType = replyTypes[decision]
  const article = t(`article.${basis[0] ?? 'none'}`)
  return t('replies.decision.basis', { article, row: annualRow, letter: letter ?? '—' })
}

/** Both decisions, the one that cannot be taken with its reason. */
export function decisionChoices(
  request: DisclosureRequest,
  me: SignedIn,
  t: Translate,
): readonly Choice<DecisionType>[] {
  const next = nextActs(request, { actor: me.personId, posts: me.posts })
  return decisions.map((decision, index) => {
    const act = next.find(each => each.act === 'submitReply' && each.decision === decision)
    return {
      value: decision,
      label: t(`refusal.decision.${decision}`),
      note: t('replies.decision.note', { what: t(`replies.decision.${decision}`), basis: basisWords(decision, t) }),
      keys: `Ctrl+${index + 1}`, // Alt with a digit leads to another desk
      disabledBecause: act && !act.isPossible ? refusalSentence(act.problem, t) : undefined,
    }
  })
}
