import { replyTypes, type ReplyType } from '#shared/domain/decisions/reply-types'
import type { DecisionType, LetterOfReply } from '#shared/domain/requests/request-facts'
import { replyTitle } from '#shared/letters/wording/reply-letter'

/** What the issued letter is called: 答复书 or 告知书, as it stands on it. */
export function issuedTitle(decision: DecisionType): string {
  const { letter = 'R01' }: ReplyType = replyTypes[decision]
  return replyTitle(letter as LetterOfReply)
}
