import { useEffect, useRef, useState } from 'react'
import type { Desk, PaperProblem, ReplyInHand } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { answerOnTheSpot } from '#shared/application/requests/issue-letter'
import type { Problem } from '#shared/contracts/problems'
import type { Agency } from '#shared/domain/agencies/office-facts'
import { useMessages } from '../../i18n/messages-provider'
import { actSentence } from '../../i18n/act-sentence'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { IssueWords } from './issue-words'
import { useExpectedNo, useWhyNoNumber } from './use-expected-no'

export interface SpotDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly reply: ReplyInHand
  readonly onClose: () => void
  /** While it is written the status changes under the form. */
  readonly onIssuing: (isIssuing: boolean) => void
  readonly onIssued: () => void
}

/** Art. 33(1): one person examines, answers and issues in one act, so two statements stand before it. */
export function SpotDialog({ desk, record, reply, onClose, onIssuing, onIssued }: SpotDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const { request } = record
  const [isPublic, setPublic] = useState(false)
  const [isCounter, setCounter] = useState(false)
  const expected = useExpectedNo(desk, request.agencyId)
  const whyNoNumber = useWhyNoNumber(expected)
  const { isBusy, problem, run } = useRunning<Problem | PaperProblem>()
  const issue = async (agency: Agency): Promise<void> => {
    onIssuing(true)
    if (await run(() => answerOnTheSpot(desk, record, { agency, reply }))) return onIssued()
    onIssuing(false)
  }
  const agency = expected?.agency
  const unchecked = isPublic && isCounter ? undefined : t('decide.spot.check')
  return (
    <Dialog
      open
      title={t('decide.spot.title')}
      onClose={onClose}
      note={t('decide.spot.after')}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('replies.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={isBusy}
            disabledBecause={unchecked ?? whyNoNumber}
            onAct={() => (agency ? void issue(agency) : undefined)}
          >
            {t('decide.spot.do')}
          </Act>
        </>
      }
    >
      <p>{t('decide.spot.words')}</p>
      <IssueWords {...{ desk, request, expected }} decision={reply.decision} />
      <Statements {...{ isPublic, setPublic, isCounter, setCounter }} />
      {problem ? <ProblemNote sentence={actSentence(problem, translator)} /> : null}
    </Dialog>
  )
}

interface StatementsProps {
  readonly isPublic: boolean
  readonly setPublic: (isPublic: boolean) => void
  readonly isCounter: boolean
  readonly setCounter: (isCounter: boolean) => void
}

/** Takes the focus when it appears, so that Space ticks the first statement. */
function Statements({ isPublic, setPublic, isCounter, setCounter }: StatementsProps) {
  const { t } = useMessages()
  const ticks = useRef<HTMLDivElement>(null)
  useEffect(() => ticks.current?.querySelector('input')?.focus(), [])
  return (
    <div ref={ticks} className="dialog-ticks">
      <CheckBox checked={isPublic} onChange={setPublic}>
        {t('decide.spot.condition.public')}
      </CheckBox>
      <CheckBox checked={isCounter} onChange={setCounter}>
        {t('decide.spot.condition.counter')}
      </CheckBox>
    </div>
  )
}
