import { useState } from 'react'
import type { Desk, PaperKind, PaperProblem } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { printPaper } from '#shared/application/requests/print-paper'
import type { Problem } from '#shared/contracts/problems'
import { actSentence } from '../../i18n/act-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface PrintNowProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly kind: PaperKind
}

/** Prints one paper without leaving the form. */
export function PrintNow({ desk, record, kind }: PrintNowProps) {
  const translator = useMessages()
  const { t } = translator
  const [isDone, setDone] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem | PaperProblem>()
  const print = async (): Promise<void> => {
    const out = await run(() => printPaper(desk, record, kind))
    if (out) setDone(out === 'done')
  }
  return (
    <div className="print-now">
      <Act icon="print" size="small" busy={isBusy} onAct={() => void print()}>
        {t('requests.print', { paper: t(`requests.paper.${kind}`) })}
      </Act>
      <span role="status">{t(isDone ? 'requests.printed' : 'requests.printFirst')}</span>
      {problem ? <ProblemNote sentence={actSentence(problem, translator)} /> : null}
    </div>
  )
}
