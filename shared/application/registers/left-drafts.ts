import { isRegistrationDraft } from '../reception/registration-draft'
import type { PersonId } from '../../domain/requests/request-facts'
import type { Drafts } from '../desk'
import type { RequestRecord } from '../ports'
import { replyDraftName } from '../requests/reply-draft'

export interface LeftDraft {
  readonly what: string
  readonly savedAt: string
}

/**
 * Drafts left on this machine: the replies of this person's cases and every registration that was put aside, which
 * belongs to nobody until it is registered. Null where they could not be listed.
 */
export async function leftDrafts(
  drafts: Pick<Drafts, 'list'>,
  { records, person }: { readonly records: readonly RequestRecord[]; readonly person: PersonId },
): Promise<readonly LeftDraft[] | null> {
  const listed = await drafts.list()
  if (!listed.ok) return null
  const own = records.filter(({ request }) => request.handler === person)
  const replies = new Map(own.map(({ requestId, request }) => [replyDraftName(requestId), request.requestNo]))
  return listed.value
    .toSorted((a, b) => a.savedAt - b.savedAt)
    .flatMap(({ name, savedAt }) => {
      const requestNo = replies.get(name)
      const what = requestNo ? `答复稿　${requestNo}` : isRegistrationDraft(name) ? '未登记的申请' : null
      return what ? [{ what, savedAt: minuteOf(savedAt) }] : []
    })
}

const beijing = 8 * 3_600_000

const minuteOf = (at: number): string => new Date(at + beijing).toISOString().slice(0, 16).replace('T', ' ')
