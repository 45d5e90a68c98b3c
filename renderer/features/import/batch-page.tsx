import { useCallback, useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import {
  writeBatch,
  type ImportBatch,
  type ImportSummary,
  type WrittenSoFar,
} from '#shared/application/import/import-desk'
import type { Problem } from '#shared/contracts/problems'
import { civilDateAt } from '#shared/domain/calendar/civil-date'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'
import { BatchDone } from './batch-done'
import { batchRows } from './batch-rows'
import { DiscardDialog } from './discard-dialog'
import { RowsTable } from './rows-table'
import { SignSheet } from './sign-sheet'
import { useReport } from './use-report'

export interface BatchPageProps {
  readonly desk: Desk
  readonly batchId: string
  readonly onBack: () => void
  /** To the list of cases. */
  readonly onList: () => void
}

interface Opened {
  readonly batch: ImportBatch
  readonly summary: ImportSummary
}

/** A sealed batch: what the second person looks at, signs and has written. */
export function BatchPage({ desk, batchId, onBack, onList }: BatchPageProps) {
  const { t } = useMessages()
  const [opened, setOpened] = useState<Opened | null>(null)
  const { problem, run } = useRunning<Problem>()
  const load = useCallback(async () => {
    const answer = await run(() => desk.imports.open(batchId))
    if (answer) setOpened(answer)
  }, [desk.imports, batchId, run])
  useEffect(() => void load(), [load])
  if (opened) return <OpenedBatch {...opened} {...{ desk, onBack, onList, onReload: load }} />
  return (
    <div className="import">
      <PageHead title={t('import.title')} onBack={onBack} />
      {problem ? (
        <ProblemNote sentence={problemSentence(problem, t)} />
      ) : (
        <ProgressLine>{t('import.batch.loading')}</ProgressLine>
      )}
    </div>
  )
}

interface OpenedBatchProps extends Opened, Omit<BatchPageProps, 'batchId'> {
  readonly onReload: () => Promise<void>
}

function OpenedBatch({ desk, batch, summary, onBack, onList, onReload }: OpenedBatchProps) {
  const { t, format } = useMessages()
  const nameOf = useStaffNames(desk)
  const rows = batchRows(batch, desk)
  const { act: saveReport, ...report } = useReport(desk, rows)
  const [progress, setProgress] = useState<WrittenSoFar | null>(null)
  const [done, setDone] = useState<WrittenSoFar | null>(null)
  const [asksDiscard, setAsksDiscard] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const { batchId, digest } = summary
  const write = async (): Promise<void> => {
    const written = await run(async () => {
      if (summary.state === 'waiting') {
        const signed = await desk.imports.sign(batchId, digest)
        if (!signed.ok && !isSignedAlready(signed.problem)) return signed
      }
      return writeBatch(desk.imports, batchId, setProgress)
    })
    setProgress(null)
    if (written) setDone(written)
    else await onReload()
  }
  const shownProblem = problem ?? report.problem
  if (done)
    return <BatchDone desk={desk} batch={batch} done={done} saveReport={saveReport} report={report} onList={onList} />
  return (
    <div className="import">
      <PageHead
        title={t('import.batch.title', { file: batch.fileName, n: batch.cases.length })}
        notes={t('import.waiting.by', {
          who: nameOf(summary.preparedBy as never),
          day: format.dayNear(civilDateAt(summary.preparedAt), desk.today),
          time: format.time(summary.preparedAt),
        })}
        onBack={onBack}
        acts={
          <>
            {saveReport}
            {summary.state === 'waiting' && !isBusy ? (
              <Act keys="Alt+D" onAct={() => setAsksDiscard(true)}>
                {t('import.batch.discard')}
              </Act>
            ) : null}
          </>
        }
      />
      {shownProblem ? <ProblemNote sentence={problemSentence(shownProblem, t)} /> : null}
      {report.note}
      {progress ? (
        <ProgressLine done={progress.written} total={progress.cases}>
          {t('import.writing', { written: progress.written, cases: progress.cases })}
        </ProgressLine>
      ) : null}
      <SignSheet desk={desk} batch={batch} summary={summary} isBusy={isBusy} onWrite={() => void write()} />
      <RowsTable rows={rows} />
      <DiscardDialog
        desk={desk}
        batchId={batchId}
        open={asksDiscard}
        onClose={() => setAsksDiscard(false)}
        onDiscarded={onBack}
      />
    </div>
  )
}

/** The answer of an earlier press was lost on the way. */
const isSignedAlready = (problem: Problem): boolean =>
  problem.kind === 'refused' && problem.why.kind === 'importAlreadySigned'
