import type { Desk } from '#shared/application/desk'
import type { UnfinishedImport } from '#shared/application/intake/ports'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Status } from '../../ui/marks/status'
import { Sheet } from '../../ui/sheets/sheet'
import { importPost } from './import-post'

export interface UnfinishedSheetProps {
  readonly desk: Pick<Desk, 'me'>
  readonly left: readonly UnfinishedImport[]
  readonly onGoOn: (left: UnfinishedImport) => void
}

/** Imports that were stopped, or that a power cut stopped, and those that a clerk has prepared for a reviewer. */
export function UnfinishedSheet({ desk, left, onGoOn }: UnfinishedSheetProps) {
  const { t } = useMessages()
  return (
    <Sheet title={t('docImport.left.title')}>
      <ul className="doc-import-list">
        {left.map(one => (
          <li key={one.plan.batchId}>
            <b className="doc-import-words">{t('docImport.batch', { name: one.name, n: one.plan.lines.length })}</b>
            <Status flag="late">{t('docImport.left.state')}</Status>
            <Act
              disabledBecause={importPost(desk, one.plan.makesPublic) ? undefined : t('docImport.left.reviewer')}
              onAct={() => onGoOn(one)}
            >
              {t('docImport.left.goOn')}
            </Act>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
