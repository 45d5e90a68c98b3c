import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { isVisitDraft } from '#shared/application/visits/visit-form'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { Sheet } from '../../ui/sheets/sheet'
import { TabList } from '../../ui/sheets/tab-list'
import { EmptyState } from '../../ui/states/empty-state'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { DayTab } from './day-tab'
import { DemandTab } from './demand-tab'
import { RegisterTab } from './register-tab'
import { VisitorsTable } from './visitors-table'
import './reading-room.css'

export interface ReadingRoomPageProps {
  readonly desk: Desk
  readonly onSignIn: (draft?: string) => void
  readonly onOpen: (visitId: VisitId) => void
}

const tabs = ['present', 'day', 'register', 'demand'] as const

/** 查阅室: who is in the room, who came on a day, who used archives, and what people look for. */
export function ReadingRoomPage({ desk, onSignIn, onOpen }: ReadingRoomPageProps) {
  const { t } = useMessages()
  const [tab, setTab] = useState<(typeof tabs)[number]>('present')
  const present = useWatch(desk.visits.book.watchPresent)
  const nameOf = useStaffNames(desk)
  const parts = { desk, nameOf, onOpen }
  return (
    <div className="room">
      <PageHead
        title={t('room.page')}
        notes={<span>{present ? t('room.present', { n: present.length }) : ''}</span>}
        acts={
          <Act look="primary" showsKeys="F4" onAct={() => onSignIn()}>
            {t('room.signIn')}
          </Act>
        }
      />
      <WaitingDrafts desk={desk} onResume={onSignIn} />
      <TabList
        label={t('room.tabs')}
        tabs={tabs.map(id => ({ id, label: t(`room.tab.${id}`) }))}
        chosen={tab}
        onChoose={setTab}
      >
        {tab === 'present' ? (
          !present ? (
            <ProgressLine>{t('room.reading')}</ProgressLine>
          ) : present.length === 0 ? (
            <EmptyState title={t('room.empty')}>{t('room.empty.next')}</EmptyState>
          ) : (
            <Sheet>
              <VisitorsTable {...parts} records={present} caption={t('room.tab.present')} />
            </Sheet>
          )
        ) : null}
        {tab === 'day' ? <DayTab {...parts} /> : null}
        {tab === 'register' ? <RegisterTab {...parts} /> : null}
        {tab === 'demand' ? <DemandTab {...parts} /> : null}
      </TabList>
    </div>
  )
}

interface WaitingDraftsProps {
  readonly desk: Pick<Desk, 'drafts'>
  readonly onResume: (draft: string) => void
}

/** Visits whose sign-in was put aside, or outlived a crash. */
function WaitingDrafts({ desk: { drafts }, onResume }: WaitingDraftsProps) {
  const { t, format } = useMessages()
  const [waiting, setWaiting] = useState<readonly { name: string; savedAt: number }[]>([])
  useEffect(() => {
    let turn = 0
    const read = (): void => {
      const mine = ++turn // an older answer that comes late is no longer true
      void drafts.list().then(listed => {
        if (mine === turn && listed.ok) setWaiting(listed.value.filter(({ name }) => isVisitDraft(name)))
      })
    }
    read()
    const stop = drafts.onChange(read)
    return () => {
      turn = -1
      stop()
    }
  }, [drafts])
  if (waiting.length === 0) return null
  return (
    <ul className="room-drafts">
      {waiting.map(({ name, savedAt }) => (
        <li key={name}>
          {t('room.draft', { time: format.time(savedAt) })}
          <Act size="small" onAct={() => onResume(name)}>
            {t('room.draft.resume')}
          </Act>
        </li>
      ))}
    </ul>
  )
}
