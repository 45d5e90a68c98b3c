import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { UnfinishedImport } from '#shared/application/intake/ports'
import type { ImportedDocuments } from '#shared/domain/agencies/office'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { RowList } from '../../ui/tables/row-list'
import { importPost } from './import-post'
import { UndoDialog } from './undo-dialog'

export interface UnfinishedSheetProps {
  readonly desk: Desk
  readonly left: readonly UnfinishedImport[]
  /** Every import that the journal has. */
  readonly batches: readonly ImportedDocuments[]
  readonly onGoOn: (left: UnfinishedImport) => void
  readonly onUndone: () => void
}

/**
 * Imports that were stopped, or that a power cut stopped, and those that a clerk has prepared for a reviewer: each goes on
 * where it was, or is taken back as a whole.
 */
export function UnfinishedSheet({ desk, left, batches, onGoOn, onUndone }: UnfinishedSheetProps) {
  const { t } = useMessages()
  const [undoing, setUndoing] = useState<ImportedDocuments | null>(null)
  const why = importPost(desk) ? undefined : t('docImport.posts')
  const batchOf = ({ plan }: UnfinishedImport) => batches.find(({ batchId }) => batchId === plan.batchId)
  return (
    <Sheet title={t('docImport.left.title')}>
      <RowList
        rows={left.map(one => ({
          id: one.plan.batchId,
          words: <b>{t('docImport.batch', { name: one.name, n: one.plan.lines.length })}</b>,
          acts: (
            <>
              <Status flag="late">{t('docImport.left.state')}</Status>
              <Act
                disabledBecause={importPost(desk, one.plan.makesPublic) ? undefined : t('docImport.left.reviewer')}
                onAct={() => onGoOn(one)}
              >
                {t('docImport.left.goOn')}
              </Act>
              {batchOf(one) ? (
                <Act disabledBecause={why} onAct={() => setUndoing(batchOf(one)!)}>
                  {t('docImport.undo')}
                </Act>
              ) : null}
            </>
          ),
        }))}
      />
      {undoing ? (
        <UndoDialog
          desk={desk}
          batch={undoing}
          onClose={() => {
            setUndoing(null)
            onUndone()
          }}
        />
      ) : null}
    </Sheet>
  )
}
