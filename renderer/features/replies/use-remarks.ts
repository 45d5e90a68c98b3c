import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { sealedDraft, type DraftState } from '#shared/application/drafts/sealed-draft'
import type { RequestRecord } from '#shared/application/ports'
import { remarksDraftName } from '#shared/application/requests/reply-draft'
import { later } from '../../ui/states/later'

export interface KeptRemarks {
  /** Null while they are read: what is typed before would be replaced by what was kept. */
  readonly remarks: string | null
  readonly saving: DraftState
  readonly change: (remarks: string) => void
  /** The reply is returned or issued: no draft stays. */
  readonly drop: () => Promise<void>
}

/** 退回意见 as typed, sealed on disk while they are typed: Esc leaves the page from inside them. */
export function useRemarks(
  { drafts }: Pick<Desk, 'drafts'>,
  { requestId }: Pick<RequestRecord, 'requestId'>,
  draftNo: number,
): KeptRemarks {
  const [name] = useState(() => remarksDraftName(requestId, draftNo))
  const [remarks, setRemarks] = useState<string | null>(null)
  const [saving, setSaving] = useState<DraftState>({ kind: 'none' })
  const [keeper] = useState(() =>
    sealedDraft<string>(drafts, name, { onState: setSaving, later, isBlank: typed => typed.trim() === '' }),
  )
  useEffect(() => {
    let isHere = true
    void drafts.load(name).then(found => {
      if (!isHere) return
      const kept = found.ok ? found.value : null
      setRemarks(typeof kept?.content === 'string' ? kept.content : '')
      if (kept) setSaving({ kind: 'saved', savedAt: kept.savedAt })
      if (!found.ok && found.problem.kind !== 'notFound') setSaving({ kind: 'failed', problem: found.problem })
    })
    const stop = drafts.keepInStep(keeper.flush)
    return () => {
      isHere = false
      stop()
      void keeper.flush()
    }
  }, [drafts, keeper, name])
  return {
    ...{ remarks, saving, drop: keeper.drop },
    change: typed => {
      setRemarks(typed)
      keeper.typed(typed)
    },
  }
}
