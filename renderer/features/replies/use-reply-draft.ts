import { useEffect, useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { sealedDraft, type DraftState } from '#shared/application/drafts/sealed-draft'
import { replyDraftName, type ReplyDraft } from '#shared/application/requests/reply-draft'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { later } from '../../ui/states/later'

export interface KeptDraft {
  readonly draft: ReplyDraft
  readonly saving: DraftState
  readonly change: (next: ReplyDraft) => void
  /** Another question lies open: nothing was typed, so nothing is written. */
  readonly look: (next: ReplyDraft) => void
  readonly save: () => Promise<unknown>
  /** Writes what was typed and is not written yet; nothing where nothing was typed. */
  readonly flush: () => Promise<unknown>
  /** The act is done: no draft stays. */
  readonly drop: () => Promise<void>
}

/** The reply as typed, sealed on disk while it is typed. */
export function useReplyDraft(desk: Pick<Desk, 'drafts'>, requestId: RequestId, opened: ReplyDraft): KeptDraft {
  const [draft, setDraft] = useState(opened)
  const [saving, setSaving] = useState<DraftState>({ kind: 'none' })
  const keeper = useMemo(
    () => sealedDraft<ReplyDraft>(desk.drafts, replyDraftName(requestId), { onState: setSaving, later }),
    [desk.drafts, requestId],
  )
  useEffect(() => {
    const stop = desk.drafts.keepInStep(keeper.flush)
    return () => {
      stop()
      void keeper.flush()
    }
  }, [keeper, desk.drafts])
  return {
    ...{ draft, saving },
    change: next => {
      setDraft(next)
      keeper.typed(next)
    },
    look: setDraft,
    save: () => {
      keeper.typed(draft)
      return keeper.flush()
    },
    flush: keeper.flush,
    drop: keeper.drop,
  }
}
