import { useCallback, useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { OpenedSource, UnfinishedImport } from '#shared/application/intake/ports'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'
import { ExportSheet } from './export-sheet'
import { importPost } from './import-post'
import { PastImports } from './past-imports'
import { UnfinishedSheet } from './unfinished-sheet'

export interface OverviewProps {
  readonly desk: Desk
  readonly office: Office
  readonly onBack: () => void
  readonly onSource: (source: OpenedSource) => void
  readonly onGoOn: (left: UnfinishedImport) => void
}

/** Where an import begins, what was imported before, and the way out of the catalogue. */
export function Overview({ desk, office, onBack, onSource, onGoOn }: OverviewProps) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const [left, setLeft] = useState<readonly UnfinishedImport[]>([])
  const look = useCallback(async () => {
    const listed = await desk.intake.unfinished()
    if (listed.ok) setLeft(listed.value)
  }, [desk.intake])
  useEffect(() => void look(), [look])
  const choose = async (what: 'folder' | 'file'): Promise<void> => {
    const source = await run(() => desk.intake.choose(what))
    if (source && source !== 'cancelled') onSource(source)
  }
  const why = importPost(desk) ? undefined : t('docImport.posts')
  const batches = office.documentBatches
  return (
    <div className="doc-import">
      <PageHead
        title={t('docImport.title')}
        notes={t('docImport.notes')}
        onBack={onBack}
        acts={
          <>
            <Act keys="Alt+O" disabledBecause={why} busy={isBusy} onAct={() => void choose('file')}>
              {t('docImport.choose.file')}
            </Act>
            <Act
              look="primary"
              icon="add"
              keys="Alt+N"
              disabledBecause={why}
              busy={isBusy}
              onAct={() => void choose('folder')}
            >
              {t('docImport.choose.folder')}
            </Act>
          </>
        }
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {isBusy ? <ProgressLine>{t('docImport.opening')}</ProgressLine> : null}
      {left.length > 0 ? <UnfinishedSheet {...{ desk, left, batches, onGoOn }} onUndone={() => void look()} /> : null}
      {batches.length > 0 ? (
        <PastImports {...{ desk, batches }} onUndone={() => void look()} />
      ) : (
        <EmptyState title={t('docImport.empty.title')}>{t('docImport.empty.note')}</EmptyState>
      )}
      <ExportSheet desk={desk} office={office} />
    </div>
  )
}
