import { useCallback, useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { OpenedSource, UnfinishedImport } from '#shared/application/intake/ports'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import { ok } from '#shared/kernel/result'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'
import { WritingStep } from './writing-step'

export interface GoOnStepProps {
  readonly desk: Desk
  readonly office: Office
  readonly left: UnfinishedImport
  readonly onLeave: () => void
}

/** An import that was stopped: its source is opened where it was. Where it is gone, the import is given up and can be undone. */
export function GoOnStep({ desk, office, left, onLeave }: GoOnStepProps) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const [source, setSource] = useState<OpenedSource | null>(null)
  const { batchId } = left.plan
  const open = useCallback(async () => {
    const opened = await run(() => desk.intake.reopen(batchId))
    if (opened) setSource(opened)
  }, [desk.intake, batchId, run])
  useEffect(() => void open(), [open])
  const giveUp = async (): Promise<void> => {
    const ended = await run(async () => {
      const answer = await desk.intake.end(batchId)
      return answer.ok ? ok(true) : answer
    })
    if (ended) onLeave()
  }
  if (source) return <WritingStep {...{ desk, office, source, onLeave }} plan={left.plan} />
  return (
    <div className="doc-import">
      <PageHead
        title={t('docImport.step.writing')}
        notes={left.name}
        onBack={onLeave}
        acts={problem ? <Act onAct={() => void giveUp()}>{t('docImport.left.giveUp')}</Act> : null}
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {problem ? <p>{t('docImport.left.gone')}</p> : null}
      {isBusy ? <ProgressLine>{t('docImport.opening')}</ProgressLine> : null}
    </div>
  )
}
