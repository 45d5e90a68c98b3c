import { useState } from 'react'
import type { Desk, PaperProblem } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { actSentence } from '../../i18n/act-sentence'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface BlankFormProps {
  readonly desk: Pick<Desk, 'papers' | 'today'>
  /** Whose name stands at its head. */
  readonly agency: Agency | undefined
}

/** F01 with empty boxes, for a visitor who writes. Belongs to no request, so nothing is recorded. */
export function BlankForm({ desk: { papers, today }, agency }: BlankFormProps) {
  const translator = useMessages()
  const { t } = translator
  const [isDone, setDone] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem | PaperProblem>()
  if (!agency) return null
  const print = async (): Promise<void> => {
    const out = await run(async () => {
      const form = await papers.composeBlankForm(agency, today)
      return form.ok ? papers.print(form.value) : form
    })
    if (out) setDone(out === 'printed')
  }
  return (
    <div className="blank-form">
      <Act icon="print" busy={isBusy} onAct={() => void print()}>
        {t('papers.blankForm')}
      </Act>
      <span role="status">{isDone ? t('papers.blankForm.done') : ''}</span>
      {problem ? <ProblemNote sentence={actSentence(problem, translator)} /> : null}
    </div>
  )
}
