import { useEffect, useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { OpenRequestRow } from '#shared/application/requests/open-requests'
import type { Board } from '#shared/domain/requests/board'
import { countGroups, type BoardGroup } from '#shared/domain/requests/board-groups'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { yearsAwaited } from './board-cards'
import type { JournalHealth } from './journal-line'
import { watchLeftBehind, type LeftBehind } from './left-behind'
import { WarningStrip } from './warning-strip'
import { warningsOf, type WarningAct } from './warnings'

export interface TodayWarningsProps {
  readonly desk: Desk
  readonly open: readonly RequestRecord[] | undefined
  readonly board: Board<OpenRequestRow> | undefined
  readonly health: JournalHealth | undefined
  readonly onList: (group: BoardGroup) => void
  readonly onOpen: (requestId: RequestId) => void
  readonly onResumeDraft: (name: string) => void
  readonly onSettings: (() => void) | undefined
}

/** Every warning there is, counted from the same rows as the lanes below and the list behind. */
export function TodayWarnings({ desk, open, board, health, ...ways }: TodayWarningsProps) {
  const translator = useMessages()
  const left = useLeftBehind(desk, open)
  const warnings = useMemo(() => {
    const cards = board ? Object.values(board).flat() : []
    const counts = board && countGroups(board)
    const mayChooseFolder = desk.me.posts.some(post => post !== 'clerk')
    const parts = { counts, health, left, yearsAwaited: yearsAwaited(cards), mayChooseFolder }
    return warningsOf(parts, translator)
  }, [board, health, left, desk, translator])
  const act = (next: WarningAct): void => {
    if (next.kind === 'list') ways.onList(next.group)
    else if (next.kind === 'lookAgain') health?.lookAgain?.()
    else if (next.kind === 'settings') ways.onSettings?.()
    else if ('draft' in next.oldest) ways.onResumeDraft(next.oldest.draft)
    else ways.onOpen(next.oldest.requestId)
  }
  return <WarningStrip warnings={warnings} onAct={act} />
}

function useLeftBehind({ drafts, today }: Desk, open: readonly RequestRecord[] | undefined): LeftBehind | null {
  const [left, setLeft] = useState<LeftBehind | null>(null)
  useEffect(() => (open ? watchLeftBehind(drafts, { open, today })(setLeft) : undefined), [drafts, open, today])
  return left
}
