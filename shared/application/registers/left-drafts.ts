import { isRegistrationDraft } from '../reception/registration-draft'
import type { PersonId } from '../../domain/requests/request-facts'
import type { Drafts, SignedIn } from '../desk'
import type { RequestRecord } from '../ports'
import { remarksDraftOf, replyDraftName } from '../requests/reply-draft'

export interface LeftDraft {
  readonly what: string
  readonly savedAt: string
}

interface Around {
  readonly records: readonly RequestRecord[]
  readonly person: PersonId
  readonly me: Pick<SignedIn, 'personId' | 'posts'>
}

/**
 * Drafts left on this machine: the replies of this person's cases, every registration that was put aside, which belongs to
 * nobody until it is registered, and of whoever is signed in the remarks on what waits for review. Null where they could not
 * be listed.
 */
export async function leftDrafts(
  drafts: Pick<Drafts, 'list'>,
  { records, person, me }: Around,
): Promise<readonly LeftDraft[] | null> {
  const listed = await drafts.list()
  if (!listed.ok) return null
  const kept = new Map<string, string>()
  for (const record of records) {
    const { requestId, request } = record
    if (request.handler === person) kept.set(replyDraftName(requestId), `答复稿　${request.requestNo}`)
    const remarks = me.personId === person ? remarksDraftOf(record, me) : null
    if (remarks !== null) kept.set(remarks, `审核意见　${request.requestNo}`)
  }
  return listed.value
    .toSorted((a, b) => a.savedAt - b.savedAt)
    .flatMap(({ name, savedAt }) => {
      const what = kept.get(name) ?? (isRegistrationDraft(name) ? '未登记的申请' : null)
      return what ? [{ what, savedAt: minuteOf(savedAt) }] : []
    })
}

const beijing = 8 * 3_600_000

const minuteOf = (at: number): string => new Date(at + beijing).toISOString().slice(0, 16).replace('T', ' ')
