import { useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { VisitPaperAsked, VisitRecord } from '#shared/application/visits/visits'
import { visitNoOf } from '#shared/application/visits/visit-words'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import { useClockDoubt } from '../../case-parts/use-clock-doubt'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { useShortcuts } from '../../ui/acts/use-shortcuts'
import { Status } from '../../ui/marks/status'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import { useWatch } from '../../ui/states/use-watch'
import { ArchivesSheet } from './archives-sheet'
import { CopiesSheet } from './copies-sheet'
import { ItemsSheet } from './items-sheet'
import { visitorWord } from './room-words'
import { VisitActs } from './visit-acts'
import { VisitConflicts } from './visit-conflicts'
import { VisitDialogs } from './visit-dialogs'
import { VisitFacts } from './visit-facts'
import { VisitState } from './visitors-table'
import { VisitorSheet } from './visitor-sheet'
import './reading-room.css'

export interface VisitPageProps {
  readonly desk: Desk
  readonly visitId: VisitId
  readonly onBack: () => void
}

/** What stands open over the page of a visit. */
export type OpenVisitDialog =
  | { readonly kind: 'give' | 'copies' | 'help' | 'identify' | 'ask' | 'signOut' | 'stillHere' | 'correct' }
  | { readonly kind: 'return'; readonly itemNo: number }
  | { readonly kind: 'decide' | 'certify'; readonly askNo: number }
  | { readonly kind: 'paper'; readonly asked: VisitPaperAsked; readonly record: VisitRecord }

/** 来访: who it is (masked), what is out, what was copied, what can be done now. */
export function VisitPage({ desk, visitId, onBack }: VisitPageProps) {
  const { t } = useMessages()
  const watch = useMemo(() => desk.visits.book.watchOne(visitId), [desk.visits.book, visitId])
  const record = useWatch(watch)
  const isSlow = useLate(record === undefined)
  if (record) return <Visited {...{ desk, visitId, onBack, record }} />
  if (record === null)
    return (
      <EmptyState title={t('room.missing')} acts={<Act onAct={onBack}>{t('room.back')}</Act>}>
        {t('room.missing.note')}
      </EmptyState>
    )
  return isSlow ? <ProgressLine>{t('room.reading')}</ProgressLine> : null
}

function Visited({ desk, record, onBack }: VisitPageProps & { readonly record: VisitRecord }) {
  const { t, format } = useMessages()
  const [open, setOpen] = useState<OpenVisitDialog | null>(null)
  const [isShown, setShown] = useState(false)
  const [isSettling, setSettling] = useState(false)
  const nameOf = useStaffNames(desk)
  const { visit } = record
  const doubt = useClockDoubt(desk)(visit.signedIn)
  useShortcuts([{ keys: 'Esc', run: onBack }], { enabled: open === null && !isSettling })
  const parts = { desk, record, nameOf, isShown, onOpen: setOpen }
  return (
    <div className="room">
      <PageHead
        title={t('room.visit.of', { who: visitorWord(visit, t) })}
        onBack={onBack}
        notes={
          <>
            <span>{t('room.visit.no', { no: visitNoOf(record) })}</span>
            <span>
              {t('room.visit.came', {
                day: format.dayNear(visit.cameOn, desk.today),
                time: format.time(visit.signedIn.at),
              })}
            </span>
            <VisitState visit={visit} today={desk.today} />
            {doubt ? <Status flag="provisional">{doubt}</Status> : null}
          </>
        }
      />
      <VisitConflicts {...{ desk, record, nameOf }} onSettling={setSettling} />
      <div className="room-visit">
        <div className="room-stack">
          <ItemsSheet {...parts} />
          {visit.aim === 'archives' || visit.asks.length > 0 ? <ArchivesSheet {...parts} /> : null}
          <CopiesSheet visit={visit} />
          <VisitFacts {...parts} />
        </div>
        <div className="room-stack">
          <VisitorSheet {...parts} onShow={setShown} />
          <VisitActs {...parts} />
        </div>
      </div>
      {open ? <VisitDialogs {...{ desk, record, open }} onClose={() => setOpen(null)} /> : null}
    </div>
  )
}
