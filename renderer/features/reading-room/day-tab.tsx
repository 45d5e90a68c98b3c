import { useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import { roomDaySheet } from '#shared/application/visits/visit-tables'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { VisitId } from '#shared/domain/visits/visit-facts'
import { TablePaperDialog } from '../../case-parts/table-paper-dialog'
import type { NameOf } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { DateField } from '../../ui/date-field/date-field'
import { Sheet } from '../../ui/sheets/sheet'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import { useRoomAround } from './use-room-around'
import { VisitorsTable } from './visitors-table'

export interface RoomTabProps {
  readonly desk: Desk
  readonly nameOf: NameOf
  readonly onOpen: (visitId: VisitId) => void
}

/** Who came on a day, and its sheet for signature. */
export function DayTab({ desk, nameOf, onOpen }: RoomTabProps) {
  const { t } = useMessages()
  const [day, setDay] = useState<CivilDate | null>(desk.today)
  const [table, setTable] = useState<PrintedTable | null>(null)
  const { book } = desk.visits
  const on = day ?? desk.today
  const watch = useMemo(() => book.watchBetween(on, on), [book, on])
  const records = useWatch(watch)
  const around = useRoomAround(desk, nameOf)
  return (
    <Sheet title={t('room.tab.day')}>
      <div className="room-row room-asked">
        <DateField
          label={t('room.day.on')}
          error={day ? null : t('fieldProblem.dateMissing', { what: t('room.day.on') })}
          value={day}
          onChange={setDay}
          today={desk.today}
          latestOn={desk.today}
        />
        <Act
          icon="print"
          keys="Alt+P"
          {...(records && day ? {} : { disabledBecause: t('room.reading') })}
          onAct={() => (records ? setTable(roomDaySheet(records, on, around)) : undefined)}
        >
          {t('room.print')}
        </Act>
      </div>
      {!records ? (
        <ProgressLine>{t('room.reading')}</ProgressLine>
      ) : records.length === 0 ? (
        <p className="room-quiet">{t('room.day.empty')}</p>
      ) : (
        <VisitorsTable {...{ desk, records, onOpen }} caption={t('room.tab.day')} />
      )}
      {table ? (
        <TablePaperDialog
          papers={desk.papers}
          table={table}
          fileName={`reading-room-${on}.pdf`}
          onClose={() => setTable(null)}
        />
      ) : null}
    </Sheet>
  )
}
