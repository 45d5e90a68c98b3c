import type { ReactNode } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ImportBatch, WrittenSoFar } from '#shared/application/import/import-desk'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { EmptyState } from '../../ui/states/empty-state'
import { ProblemNote } from '../../ui/states/problem-note'
import { batchRows } from './batch-rows'
import { RowsTable } from './rows-table'

export interface BatchDoneProps {
  readonly desk: Desk
  readonly batch: ImportBatch
  readonly done: WrittenSoFar
  readonly saveReport: ReactNode
  readonly report: { readonly problem: Problem | null; readonly note: ReactNode }
  readonly onList: () => void
}

/** What is in the books now, and any case that main refused, by its line. */
export function BatchDone({ desk, batch, done, saveReport, report, onList }: BatchDoneProps) {
  const { t } = useMessages()
  return (
    <div className="import">
      <PageHead title={t('import.title')} notes={batch.fileName} acts={saveReport} />
      {report.problem ? <ProblemNote sentence={problemSentence(report.problem, t)} /> : null}
      {report.note}
      {done.refused.map(({ line, problem }) => (
        <p key={line} className="import-stop" role="alert">
          {t('import.done.refused', { line, why: problemSentence(problem, t).what })}
        </p>
      ))}
      <EmptyState
        title={t('import.done.title', { n: done.written })}
        acts={
          <Act look="primary" showsKeys="Enter" takesFocus onAct={onList}>
            {t('import.done.open')}
          </Act>
        }
      >
        {t('import.done.note')}
      </EmptyState>
      <RowsTable rows={batchRows(batch, desk)} />
    </div>
  )
}
