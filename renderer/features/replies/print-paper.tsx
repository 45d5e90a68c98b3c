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

export interface PrintPaperProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly kind: PaperKind
  readonly keys: string
  readonly isMain?: boolean
}

export function PrintPaper({ desk, record, kind, keys, isMain = false }: PrintPaperProps) {
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
      <Act
        icon="print"
        look={isMain ? 'primary' : 'default'}
        keys={keys}
        takesFocus={isMain}
        busy={isBusy}
        onAct={() => void print()}
      >
        {t(words[kind] ?? 'replies.print.reply')}
      </Act>
      <span role="status">{isDone ? t('replies.print.done') : null}</span>
      {problem ? <ProblemNote sentence={actSentence(problem, translator)} /> : null}
    </div>
  )
}

const words: Readonly<Partial<Record<PaperKind, 'replies.print.receipt' | 'decide.paper.print'>>> = {
  S01: 'replies.print.receipt',
  S06: 'decide.paper.print',
}
