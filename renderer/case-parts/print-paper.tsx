import { useState } from 'react'
import type { Desk, PaperKind, PaperProblem } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { printPaper } from '#shared/application/requests/print-paper'
import type { Problem } from '#shared/contracts/problems'
import { actSentence } from '../i18n/act-sentence'
import { useMessages } from '../i18n/messages-provider'
import { Act, type ActProps } from '../ui/acts/act'
import { ProblemNote } from '../ui/states/problem-note'
import { useRunning } from '../ui/states/use-running'
import './print-paper.css'

export interface PrintPaperProps extends Pick<ActProps, 'look' | 'size' | 'keys' | 'takesFocus'> {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly kind: PaperKind
  /** On the button. */
  readonly label: string
  /** Beside it until the paper is out. */
  readonly hint?: string
}

/** Prints one paper of the case without leaving the page; recorded once it is out. */
export function PrintPaper({ desk, record, kind, label, hint, ...button }: PrintPaperProps) {
  const translator = useMessages()
  const { t } = translator
  const [isDone, setDone] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem | PaperProblem>()
  const print = async (): Promise<void> => {
    const out = await run(() => printPaper(desk, record, kind))
    if (out) setDone(out === 'done')
  }
  return (
    <div className="print-paper">
      <Act {...button} icon="print" busy={isBusy} onAct={() => void print()}>
        {label}
      </Act>
      <span role="status">{isDone ? t('case.printed') : hint}</span>
      {problem ? <ProblemNote sentence={actSentence(problem, translator)} /> : null}
    </div>
  )
}
