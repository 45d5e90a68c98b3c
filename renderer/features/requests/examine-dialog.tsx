import { useEffect, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { examineRequest } from '#shared/application/requests/case-acts'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { written } from '../../case-parts/written'

export interface ExamineDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly onClose: () => void
}

/** 审查受理: two statements that the clerk makes, and both are recorded with the act. */
export function ExamineDialog({ desk, record, onClose }: ExamineDialogProps) {
  const { t } = useMessages()
  const [isComplete, setComplete] = useState(false)
  const [isOurs, setOurs] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const examine = async (): Promise<void> => {
    if (await run(() => written(examineRequest(desk, record.requestId, isOurs)))) onClose()
  }
  return (
    <Dialog
      open
      title={t('requests.offer.examine')}
      help="examining"
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act
            keys="Alt+N"
            busy={isBusy}
            disabledBecause={isComplete && !isOurs ? undefined : t('decide.examine.notOursWhy')}
            onAct={() => void examine()}
          >
            {t('decide.examine.notOurs')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={isBusy}
            disabledBecause={isComplete && isOurs ? undefined : t('requests.examine.both')}
            onAct={() => void examine()}
          >
            {t('requests.examine.do')}
          </Act>
        </>
      }
    >
      <p className="dialog-quote">{record.request.personal?.description ?? t('requests.erased')}</p>
      <Statements {...{ isComplete, setComplete, isOurs, setOurs }} />
      <p className="dialog-hint">{t('requests.examine.hint')}</p>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

interface StatementsProps {
  readonly isComplete: boolean
  readonly setComplete: (isComplete: boolean) => void
  readonly isOurs: boolean
  readonly setOurs: (isOurs: boolean) => void
}

/** Takes the focus when it appears, so that Space ticks the first statement. */
function Statements({ isComplete, setComplete, isOurs, setOurs }: StatementsProps) {
  const { t } = useMessages()
  const ticks = useRef<HTMLDivElement>(null)
  useEffect(() => ticks.current?.querySelector('input')?.focus(), [])
  return (
    <div ref={ticks} className="dialog-ticks">
      <CheckBox checked={isComplete} onChange={setComplete} note={t('requests.examine.completeNote')}>
        {t('requests.examine.complete')}
      </CheckBox>
      <CheckBox checked={isOurs} onChange={setOurs} note={t('requests.examine.oursNote')}>
        {t('requests.examine.ours')}
      </CheckBox>
    </div>
  )
}
