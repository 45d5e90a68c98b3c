import { useEffect, useMemo, useState, type MouseEvent } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DayCounts, PersonRecord, RequestRecord } from '#shared/application/ports'
import type { OpenRequestRow } from '#shared/application/requests/open-requests'
import { firstSettings } from '#shared/domain/agencies/office-settings'
import { dayStatus } from '#shared/domain/calendar/working-calendar'
import type { Board } from '#shared/domain/requests/board'
import type { BoardGroup } from '#shared/domain/requests/board-groups'
import type { PersonId, RequestId } from '#shared/domain/requests/request-facts'
import { postsFor } from '#shared/domain/requests/request-transitions'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { LaneBoard } from '../../ui/sheets/lane-board'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ProgressLine } from '../../ui/states/progress-line'
import { boardCards, openCount } from './board-cards'
import { boardLanes, laneAsked, requestIn } from './board-lanes'
import { useOffice, useOfficeSettings } from '../../case-parts/use-office'
import { pledgedDays } from './pledged-days'
import { HandedLine, type HandedLineProps } from './handed-line'
import type { JournalHealth } from './journal-line'
import { RestLine } from './rest-line'
import { TodayFoot } from './today-foot'
import { TodayWarnings } from './today-warnings'
import './today.css'

export interface TodayBoardProps {
  readonly desk: Desk
  readonly onOpen: (requestId: RequestId) => void
  readonly onRegister: () => void
  readonly onResumeDraft: (name: string) => void
  /** Opens the list of everything that is open, or of one group of it. */
  readonly onList: (group?: BoardGroup) => void
  readonly onSettings?: () => void
  /** Opens 查阅室. */
  readonly onReadingRoom?: () => void
  /** Opens 交班; left out for who has no cases of their own. */
  readonly onHands?: () => void
  /** How the journal stands; the line is left out where it is not known yet. */
  readonly health?: JournalHealth | undefined
}

/** 今日: what must be done first stands leftmost; everything that runs can be reached from here. */
export function TodayBoard(props: TodayBoardProps) {
  const { desk, onOpen, onRegister, onResumeDraft, onList, onSettings, onReadingRoom, onHands, health } = props
  const open = useOpenRequests(desk)
  const counts = useDayCounts(desk, open !== undefined)
  const settings = useOfficeSettings(desk.offices)
  const warningWorkingDays = settings?.warningWorkingDays
  const board = useMemo(() => {
    if (!open || warningWorkingDays === undefined) return undefined
    const viewer = { me: desk.me.personId, posts: desk.me.posts, today: desk.today, calendar: desk.calendar }
    return boardCards(open, { ...viewer, warningWorkingDays })
  }, [open, desk, warningWorkingDays])
  const mayRegister = desk.me.posts.some(post => postsFor['request.registered@1'].includes(post))
  const count = board && openCount(board)
  return (
    <div className="today">
      <TodayHead
        desk={desk}
        count={count}
        onRegister={mayRegister && count !== 0 ? onRegister : undefined}
        onHands={mayRegister ? onHands : undefined}
      />
      <TodayWarnings {...{ desk, open, board, health, onList, onOpen, onResumeDraft, onSettings, onReadingRoom }} />
      {!board ? (
        <div className="today-loading">
          <LoadingLine />
        </div>
      ) : count === 0 ? (
        <NothingOpen
          isFirst={counts?.hasAny === false}
          onRegister={mayRegister ? onRegister : undefined}
          onList={() => onList()}
        />
      ) : (
        <>
          <Handed desk={desk} open={open ?? []} onOpen={onOpen} />
          <Lanes {...{ desk, board, onOpen, onList }} records={open ?? none} />
          <RestLine cards={board.running} today={desk.today} onList={() => onList()} />
        </>
      )}
      <TodayFoot desk={desk} counts={counts} health={health} onResumeDraft={onResumeDraft} />
    </div>
  )
}

interface TodayHeadProps {
  readonly desk: Desk
  readonly count: number | undefined
  readonly onRegister: (() => void) | undefined
  readonly onHands: (() => void) | undefined
}

function TodayHead({ desk: { today, calendar }, count, onRegister, onHands }: TodayHeadProps) {
  const { t, format } = useMessages()
  const status = dayStatus(today, calendar)
  const nature = {
    working: () => t('today.workday'),
    weekend: () => t('today.weekend'),
    makeUp: () => t('today.makeUp'),
    holiday: () => t('today.holiday', { holiday: 'name' in status ? status.name : '' }),
  }
  return (
    <PageHead
      title={t('today.title')}
      notes={
        <>
          <span>{t('today.date', { day: format.day(today), weekday: format.weekday(today) })}</span>
          <span>{nature[status.kind]()}</span>
          {count === undefined ? null : <span>{t('today.open', { n: count })}</span>}
        </>
      }
      acts={
        <>
          {onHands ? <Act onAct={onHands}>{t('hands.page')}</Act> : null}
          {onRegister ? (
            <Act look="primary" keys="F2" onAct={onRegister}>
              {t('today.register')}
            </Act>
          ) : null}
        </>
      }
    />
  )
}

function Handed(props: Omit<HandedLineProps, 'nameOf'>) {
  const names = useNames(props.desk)
  return <HandedLine {...props} nameOf={person => names.get(person)} />
}

const none: readonly RequestRecord[] = []

interface LanesProps {
  readonly desk: Desk
  readonly board: Board<OpenRequestRow>
  readonly records: readonly RequestRecord[]
  readonly onOpen: (requestId: RequestId) => void
  readonly onList: (group: BoardGroup) => void
}

function Lanes({ desk, board, records, onOpen, onList }: LanesProps) {
  const translator = useMessages()
  const names = useNames(desk)
  const office = useOffice(desk.offices)
  const lanes = useMemo(() => {
    const { warningWorkingDays } = office?.settings ?? firstSettings
    const pledgedOn = pledgedDays(records, desk, office)
    const nameOf = (person: PersonId) => names.get(person)
    return boardLanes(board, { ...translator, today: desk.today, nameOf, warningWorkingDays, pledgedOn })
  }, [board, translator, desk, names, office, records])
  const open = (event: MouseEvent<HTMLElement>): void => {
    const group = laneAsked(event.target as HTMLElement)
    if (group) return onList(group)
    const requestId = requestIn((event.target as HTMLElement).closest('a')?.getAttribute('href'))
    if (!requestId) return
    event.preventDefault()
    onOpen(requestId)
  }
  return (
    <div className="today-lanes" onClick={open}>
      <LaneBoard lanes={lanes} />
    </div>
  )
}

function NothingOpen({
  isFirst,
  onRegister,
  onList,
}: {
  readonly isFirst: boolean
  readonly onList: () => void
  readonly onRegister: (() => void) | undefined
}) {
  const { t } = useMessages()
  const words = onRegister ? (isFirst ? 'today.empty.first' : 'today.empty.done') : 'today.empty.notClerk'
  return (
    <div className="today-empty">
      <EmptyState
        title={t('today.empty.title')}
        acts={
          onRegister ? (
            <Act look="primary" keys="F2" onAct={onRegister}>
              {t('today.register')}
            </Act>
          ) : (
            <Act onAct={onList}>{t('today.empty.list')}</Act>
          )
        }
      >
        {t(words)}
      </EmptyState>
    </div>
  )
}

function LoadingLine() {
  const { t } = useMessages()
  return <ProgressLine>{t('today.loading')}</ProgressLine>
}

function useOpenRequests({ requests }: Desk): readonly RequestRecord[] | undefined {
  const [records, setRecords] = useState<readonly RequestRecord[]>()
  useEffect(() => requests.watchOpen(setRecords), [requests])
  return records
}

/** Asked for once the rows are here: the database answers one after the other, and counting may take it a while. */
function useDayCounts({ requests, today }: Desk, mayAsk: boolean): DayCounts | undefined {
  const [counts, setCounts] = useState<DayCounts>()
  useEffect(() => (mayAsk ? requests.watchDay(today)(setCounts) : undefined), [requests, today, mayAsk])
  return counts
}

function useNames({ staff }: Desk): ReadonlyMap<PersonId, string> {
  const [people, setPeople] = useState<readonly PersonRecord[]>([])
  useEffect(() => staff.watchAll(setPeople), [staff])
  return useMemo(
    () => new Map(people.flatMap(({ personId, person }) => (person.name ? [[personId, person.name]] : []))),
    [people],
  )
}
