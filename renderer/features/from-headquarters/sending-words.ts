import { postsToAnswer } from '#shared/domain/sendings/sending-rules'
import type { SendingNow } from '#shared/domain/sendings/sendings-now'
import type { Post } from '#shared/domain/people/person-facts'
import type { Flag } from '../../ui/marks/mark'

export const sendingFlags = {
  open: 'mine',
  accepted: 'done',
  declined: 'returned',
  superseded: 'void',
} as const satisfies Record<SendingNow['state'], Flag>

/** The post in which this person may answer; undefined where none of theirs may. */
export const roleToAnswer = ({ kind }: Pick<SendingNow, 'kind'>, posts: readonly Post[]): Post | undefined =>
  postsToAnswer(kind)?.find(post => posts.includes(post))
