import type { Desk, Drafts } from '#shared/application/desk'
import type { RequestRecord, Watch } from '#shared/application/ports'
import { isRegistrationDraft } from '#shared/application/reception/registration-draft'
import { remarksDraftOf, replyDraftName } from '#shared/application/requests/reply-draft'
import { civilDateAt, type CivilDate } from '#shared/domain/calendar/civil-date'
import type { RequestId } from '#shared/domain/requests/request-facts'

/** Drafts of an earlier day: whoever began them may not think of them any more. */
export interface LeftBehind {
  readonly count: number
  readonly oldestOn: CivilDate
  /** Where the oldest is gone on with: its registration form, or its case. */
  readonly oldest: { readonly draft: string } | { readonly requestId: RequestId }
}

interface Around {
  readonly open: readonly RequestRecord[]
  readonly today: CivilDate
  readonly me: Pick<Desk['me'], 'personId' | 'posts'>
}

/**
 * Registrations put aside, replies of open cases and remarks on what waits for this person's review. Null where none is of an
 * earlier day, or none could be listed.
 */
export async function leftBehind(
  drafts: Pick<Drafts, 'list'>,
  { open, today, me }: Around,
): Promise<LeftBehind | null> {
  const listed = await drafts.list()
  if (!listed.ok) return null
  const cases = new Map(open.flatMap(record => namesIn(record, me).map(name => [name, record.requestId] as const)))
  const left = listed.value
    .filter(({ name, savedAt }) => (isRegistrationDraft(name) || cases.has(name)) && civilDateAt(savedAt) < today)
    .toSorted((a, b) => a.savedAt - b.savedAt)
  const [oldest] = left
  if (!oldest) return null
  const requestId = cases.get(oldest.name)
  return {
    count: left.length,
    oldestOn: civilDateAt(oldest.savedAt),
    oldest: requestId ? { requestId } : { draft: oldest.name },
  }
}

function namesIn(record: RequestRecord, me: Around['me']): readonly string[] {
  const remarks = remarksDraftOf(record, me)
  return [replyDraftName(record.requestId), ...(remarks === null ? [] : [remarks])]
}

/** Heard now and after every draft that is saved or discarded. */
export const watchLeftBehind =
  (drafts: Pick<Drafts, 'list' | 'onChange'>, around: Around): Watch<LeftBehind | null> =>
  listener => {
    let turn = 0
    const read = (): void => {
      const mine = ++turn // an older answer that comes late is no longer true
      void leftBehind(drafts, around).then(found => (mine === turn ? listener(found) : undefined))
    }
    read()
    const stop = drafts.onChange(read)
    return () => {
      turn = -1
      stop()
    }
  }
