import type { Desk } from '#shared/application/desk'
import type { RequestId } from '#shared/domain/requests/request-facts'
import { useMessages } from '../../i18n/messages-provider'
import { PageHead } from '../../ui/shell/page-head'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { DaySheet } from './day-sheet'
import { LentSheet } from './lent-sheet'
import { PackSheet } from './pack-sheet'
import { ShiftSheet } from './shift-sheet'
import './hands.css'

export interface HandsPageProps {
  readonly desk: Desk
  readonly onOpen: (requestId: RequestId) => void
}

/** 交班: what I have goes to a colleague and comes back, what I leave is printed, and the day is counted. */
export function HandsPage({ desk, onOpen }: HandsPageProps) {
  const { t } = useMessages()
  const open = useWatch(desk.requests.watchOpen)
  const nameOf = useStaffNames(desk)
  const isClerk = desk.me.posts.includes('clerk')
  const parts = open && { desk, open, nameOf, onOpen }
  return (
    <div className="hands">
      <PageHead title={t('hands.page')} notes={t('hands.page.note')} />
      {parts ? (
        <div className="hands-grid">
          {isClerk ? <ShiftSheet {...parts} /> : null}
          {isClerk ? <LentSheet {...parts} /> : null}
          <DaySheet desk={desk} nameOf={nameOf} />
          <PackSheet desk={desk} nameOf={nameOf} />
        </div>
      ) : (
        <ProgressLine>{t('requests.list.reading')}</ProgressLine>
      )}
    </div>
  )
}
