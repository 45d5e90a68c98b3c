import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { countDay, dayEntries, daySheet, dayWorks } from '#shared/application/registers/day-sheet'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { DateField } from '../../ui/date-field/date-field'
import { Sheet } from '../../ui/sheets/sheet'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import { TablePaperDialog } from '../../case-parts/table-paper-dialog'
import type { NameOf } from '../../case-parts/use-staff-names'
import { useTableAround } from './use-table-around'

export interface DaySheetProps {
  readonly desk: Desk
  readonly nameOf: NameOf
}

/** 日清单: counted here first, then on paper. */
export function DaySheet({ desk, nameOf }: DaySheetProps) {
  const { t, format } = useMessages()
  const [day, setDay] = useState<CivilDate | null>(desk.today)
  const [table, setTable] = useState<PrintedTable | null>(null)
  const records = useWatch(desk.requests.watchAll)
  const around = useTableAround(desk, nameOf)
  const entries = day && records ? dayEntries(records, day) : null
  const counts = entries && countDay(entries)
  return (
    <Sheet title={t('hands.day')}>
      <DateField
        label={t('hands.day.on')}
        error={day ? null : t('fieldProblem.dateMissing', { what: t('hands.day.on') })}
        value={day}
        onChange={setDay}
        today={desk.today}
        latestOn={desk.today}
      />
      {records ? null : <ProgressLine>{t('requests.list.reading')}</ProgressLine>}
      {counts ? (
        <dl className="hands-counts">
          {dayWorks.map(work => (
            <div key={work}>
              <dt>{t(`hands.day.${work}`)}</dt>
              <dd>{format.count(counts[work])}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {entries?.length === 0 ? <p className="hands-quiet">{t('hands.day.empty')}</p> : null}
      {entries && day ? (
        <div className="hands-acts">
          <Act icon="print" keys="Alt+D" onAct={() => setTable(daySheet(entries, day, around))}>
            {t('hands.day.print')}
          </Act>
        </div>
      ) : null}
      {table ? (
        <TablePaperDialog
          papers={desk.papers}
          table={table}
          fileName={`day-sheet-${day ?? desk.today}.pdf`}
          onClose={() => setTable(null)}
        />
      ) : null}
    </Sheet>
  )
}
