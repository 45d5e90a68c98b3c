import { useEffect, useMemo, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import {
  heldAgainst,
  isUntouchedList,
  untouchedList,
  type ListInHand,
} from '#shared/application/catalogue/standard-list-draft'
import { sealedDraft, type DraftState } from '#shared/application/drafts/sealed-draft'
import type { StandardList } from '#shared/domain/catalogue/standard-list'
import { later } from '../../ui/states/later'

export interface StartOfList {
  readonly draftName: string
  readonly held: ListInHand
  readonly draft: DraftState
}

export interface ListDraft extends ListInHand {
  readonly draft: DraftState
  readonly change: (part: Partial<StandardList>) => void
  /** Back to what is recorded; the draft goes. */
  readonly startAgain: () => void
  readonly drop: () => Promise<void>
}

/** The list in hand; what is typed is kept sealed until it is saved. `now`: what is recorded this moment. */
export function useListDraft({ drafts }: Pick<Desk, 'drafts'>, start: StartOfList, now: StandardList): ListDraft {
  const [typed, setTyped] = useState(start.held)
  const [draft, setDraft] = useState(start.draft)
  const [keeper] = useState(() =>
    sealedDraft<ListInHand>(drafts, start.draftName, {
      ...{ onState: setDraft, before: start.draft, later },
      isBlank: isUntouchedList,
    }),
  )
  useEffect(() => {
    const stop = drafts.keepInStep(keeper.flush)
    return () => {
      stop()
      void keeper.flush()
    }
  }, [drafts, keeper])
  const held = useMemo(() => heldAgainst(typed, now), [typed, now])
  const latest = useRef(held)
  useEffect(() => void (latest.current = held), [held])
  const put = (next: ListInHand): void => {
    latest.current = next
    setTyped(next)
    keeper.typed(next)
  }
  return {
    ...{ ...held, draft, drop: keeper.drop },
    isMoved: held.isMoved && !isUntouchedList(held),
    change: part => put({ ...latest.current, list: { ...latest.current.list, ...part } }),
    startAgain: () => put(untouchedList(now)),
  }
}
