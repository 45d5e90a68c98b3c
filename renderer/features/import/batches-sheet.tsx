import type { Desk } from '#shared/application/desk'
import type { ImportSummary } from '#shared/application/import/import-desk'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { RowList } from '../../ui/tables/row-list'

export interface BatchesSheetProps {
  readonly desk: Desk
  readonly batches: readonly ImportSummary[]
  readonly onOpen: (batchId: string) => void
}

/** What waits for a second person, and what was interrupted while it was written. */
export function BatchesSheet({ desk, batches, onOpen }: BatchesSheetProps) {
  const { t, format } = useMessages()
  const nameOf = useStaffNames(desk)
  return (
    <Sheet title={t('import.waiting.title')}>
      <RowList
        rows={batches.map(batch => ({
          id: batch.batchId,
          words: (
            <>
              <b>{t('import.waiting.file', { file: batch.fileName, n: batch.cases })}</b>
              <span>
                {t('import.waiting.by', {
                  who: nameOf(batch.preparedBy as never),
                  day: format.dayNear(civilDateAt(batch.preparedAt), desk.today),
                  time: format.time(batch.preparedAt),
                })}
              </span>
            </>
          ),
          acts: (
            <>
              {batch.state === 'waiting' ? (
                <Status flag="mine">{t('import.waiting.state')}</Status>
              ) : (
                <Status flag="late">
                  {t('import.waiting.stopped', { written: batch.written, cases: batch.cases })}
                </Status>
              )}
              <Act onAct={() => onOpen(batch.batchId)}>{t('import.waiting.look')}</Act>
            </>
          ),
        }))}
      />
    </Sheet>
  )
}
