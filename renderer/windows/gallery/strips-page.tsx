import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { DueDateFigure } from '../../ui/due-date-strip/due-date-figure'
import { DueDateStrip } from '../../ui/due-date-strip/due-date-strip'
import { Sheet } from '../../ui/sheets/sheet'
import { PageHead } from '../../ui/shell/page-head'
import { sampleDueDate } from './sample-due-dates'

export function StripsPage() {
  return (
    <>
      <PageHead title="期限" notes="重叠暂停、跨年暂定、逾期、已送达、短件" />
      <div className="gallery-stack">
        <DueDateStrip due={OVERLAPPING} today={'2026-11-09' as CivilDate} />
        <DueDateStrip due={PROVISIONAL} today={'2026-12-20' as CivilDate} />
        <DueDateStrip due={SHORT} today={'2026-10-22' as CivilDate} metOn={'2026-10-15' as CivilDate} restarted />
        <div className="gallery-grid">
          <Sheet title="答复期限">
            <DueDateFigure
              due={SHORT}
              today={'2026-10-13' as CivilDate}
              note="条例第三十一条第一项、第三十三条第二款"
            />
          </Sheet>
          <Sheet title="逾期">
            <DueDateFigure due={SHORT} today={'2026-10-22' as CivilDate} overdueBy={2} />
          </Sheet>
        </div>
      </div>
    </>
  )
}

const OVERLAPPING = sampleDueDate('2026-09-08', 20, [
  { from: '2026-09-21', to: '2026-10-16', why: 'thirdPartyOpinion' },
  { from: '2026-10-09', to: '2026-10-28', why: 'otherAgency' },
])
const PROVISIONAL = sampleDueDate('2026-12-08', 20)
const SHORT = sampleDueDate('2026-09-16', 20)
