import { useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { isTaken, tallyOf, type CheckedSource } from '#shared/application/intake/check-source'
import type { ImportPlan, OpenedSource } from '#shared/application/intake/ports'
import type { IntakeChoices } from '#shared/application/intake/read-row'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { importPost } from './import-post'
import { RowsTable } from './rows-table'
import { useReport } from './use-report'
import { WritingStep } from './writing-step'

export interface PreviewStepProps {
  readonly desk: Desk
  readonly office: Office
  readonly source: OpenedSource
  readonly choices: IntakeChoices
  readonly checked: CheckedSource
  readonly onBack: () => void
  readonly onLeave: () => void
}

/** Every document with what becomes of it; nothing is written before it was seen. */
export function PreviewStep({ desk, office, source, choices, checked, onBack, onLeave }: PreviewStepProps) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const [doublesTaken, setDoublesTaken] = useState<ReadonlySet<number>>(new Set())
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const { rows, left } = checked
  const tally = useMemo(() => tallyOf(rows, doublesTaken), [rows, doublesTaken])
  const report = useReport(desk, rows, doublesTaken)
  const makesPublic = rows.some(row => row.isPublic && isTaken(row, doublesTaken))
  const mayWrite = importPost(desk, makesPublic) !== null
  const begin = async (): Promise<void> => {
    const role = importPost(desk)
    if (!role) return
    const taken = rows.filter(row => isTaken(row, doublesTaken))
    const made: ImportPlan = {
      ...{ batchId: desk.newId(), choices, doublesTaken: [...doublesTaken], makesPublic },
      lines: taken.map(({ line, digest }) => ({ line, digest })),
      given: taken.flatMap(({ indexNo }) => indexNo ?? []),
    }
    const begun = await run(async () => {
      const answer = await desk.intake.begin({ sourceId: source.sourceId, plan: made, role })
      return answer.ok ? { ok: true, value: true } : answer
    })
    if (begun && mayWrite) setPlan(made)
    else if (begun) onLeave()
  }
  if (plan) return <WritingStep {...{ desk, office, source, plan, onLeave }} />
  const shown = problem ?? report.problem
  return (
    <div className="doc-import">
      <PageHead
        title={t('docImport.step.preview')}
        notes={t('docImport.preview.count', { ...tally })}
        onBack={onBack}
        acts={
          <>
            {report.act}
            <Act
              look="primary"
              keys="Ctrl+Enter"
              busy={isBusy}
              disabledBecause={tally.taken === 0 ? t('docImport.preview.nothing') : undefined}
              onAct={() => void begin()}
            >
              {t(mayWrite ? 'docImport.begin' : 'docImport.handOver', { n: tally.taken })}
            </Act>
          </>
        }
      />
      {shown ? <ProblemNote sentence={problemSentence(shown, t)} /> : null}
      {report.note}
      {mayWrite ? null : <p className="doc-import-hand-over">{t('docImport.handOver.why')}</p>}
      {left.length > 0 ? (
        <p className="doc-import-warn">{t('docImport.columns.left', { columns: left.join(t('docImport.join')) })}</p>
      ) : null}
      <RowsTable rows={rows} doublesTaken={doublesTaken} onDoubles={setDoublesTaken} />
    </div>
  )
}
