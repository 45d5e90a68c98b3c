import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import type { ImportedDocuments } from '#shared/domain/agencies/office'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { RowList } from '../../ui/tables/row-list'
import { importPost } from './import-post'
import { UndoDialog } from './undo-dialog'

export interface PastImportsProps {
  readonly desk: Desk
  readonly batches: readonly ImportedDocuments[]
  readonly onUndone: () => void
}

const shown = 50

/** What was imported, the latest first, and the way to take it back. */
export function PastImports({ desk, batches, onUndone }: PastImportsProps) {
  const { t, format } = useMessages()
  const nameOf = useStaffNames(desk)
  const [undoing, setUndoing] = useState<ImportedDocuments | null>(null)
  const why = importPost(desk) ? undefined : t('docImport.posts')
  return (
    <Sheet title={t('docImport.past.title')}>
      <RowList
        rows={batches
          .toReversed()
          .slice(0, shown)
          .map(batch => ({
            id: batch.batchId,
            words: (
              <>
                <b>{t('docImport.batch', { name: batch.name, n: batch.documents })}</b>
                <span>
                  {t('docImport.past.by', {
                    who: nameOf(batch.by),
                    day: format.dayNear(civilDateAt(batch.at), desk.today),
                    time: format.time(batch.at),
                  })}
                </span>
              </>
            ),
            acts: batch.isUndone ? (
              <Status flag="void">{t('docImport.past.undone')}</Status>
            ) : (
              <Act disabledBecause={why} onAct={() => setUndoing(batch)}>
                {t('docImport.undo')}
              </Act>
            ),
          }))}
      />
      {undoing ? <UndoDialog desk={desk} batch={undoing} onClose={() => (setUndoing(null), onUndone())} /> : null}
    </Sheet>
  )
}
