import { useEffect, useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { OpenRequestRow } from '#shared/application/requests/open-requests'
import type { Board } from '#shared/domain/requests/board'
import { countGroups, type BoardGroup } from '#shared/domain/requests/board-groups'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { leftFromEarlierDays } from '#shared/domain/visits/visit-state'
import { useMessages } from '../../i18n/messages-provider'
import { useWatch } from '../../ui/states/use-watch'
import { yearsAwaited } from './board-cards'
import type { JournalHealth } from './journal-line'
import { watchLeftBehind, type LeftBehind } from './left-behind'
import { WarningStrip } from './warning-strip'
import { warningsOf, type WarningAct, type WarningParts } from './warnings'

export interface TodayWarningsProps {
  readonly desk: Desk
  readonly open: readonly RequestRecord[] | undefined
  readonly board: Board<OpenRequestRow> | undefined
  readonly health: JournalHealth | undefined
  readonly onList: (group: BoardGroup) => void
  readonly onOpen: (requestId: RequestId) => void
  readonly onResumeDraft: (name: string) => void
  readonly onSettings: (() => void) | undefined
  readonly onReadingRoom?: (() => void) | undefined
}

/** Every warning there is, counted from the same rows as the lanes below and the list behind. */
export function TodayWarnings({ desk, open, board, health, ...ways }: TodayWarningsProps) {
  const translator = useMessages()
  const left = useLeftBehind(desk, open)
  const visitors = useForgottenVisitors(desk)
  const warnings = useMemo(() => {
    const cards = board ? Object.values(board).flat() : []
    const counts = board && countGroups(board)
    const mayChooseFolder = desk.me.posts.some(post => post !== 'clerk')
    const parts = { counts, health, left, visitors, yearsAwaited: yearsAwaited(cards), mayChooseFolder }
    return warningsOf(parts, translator)
  }, [board, health, left, visitors, desk, translator])
  const act = (next: WarningAct): void => {
    if (next.kind === 'list') ways.onList(next.group)
    else if (next.kind === 'lookAgain') health?.lookAgain?.()
    else if (next.kind === 'settings') ways.onSettings?.()
    else if (next.kind === 'readingRoom') ways.onReadingRoom?.()
    else if ('draft' in next.oldest) ways.onResumeDraft(next.oldest.draft)
    else ways.onOpen(next.oldest.requestId)
  }
  return <WarningStrip warnings={warnings} onAct={act} />
}

function useLeftBehind({ drafts, today, me }: Desk, open: readonly RequestRecord[] | undefined): LeftBehind | null {
  const [left, setLeft] = useState<LeftBehind | null>(null)
  useEffect(() => (open ? watchLeftBehind(drafts, { open, today, me })(setLeft) : undefined), [drafts, open, today, me])
  return left
}

/** Who came on an earlier day and was not signed out; earliest first. */
function useForgottenVisitors({ visits, today }: Desk): WarningParts['visitors'] {
  const present = useWatch(visits.book.watchPresent)
  return useMemo(() => {
    const forgotten = leftFromEarlierDays(present?.map(({ visit }) => visit) ?? [], today)
    const [first] = forgotten
    return first ? { count: forgotten.length, oldestOn: first.cameOn } : null
  }, [present, today])
}
