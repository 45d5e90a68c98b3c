import { useState, type ReactNode } from 'react'
import type { Problem } from '#shared/contracts/problems'
import { checkPlainText } from '#shared/domain/identity/applicant-rules'
import type { Result } from '#shared/kernel/result'
import { fieldProblemSentence } from '../i18n/field-problem-sentence'
import { useMessages } from '../i18n/messages-provider'
import { problemSentence } from '../i18n/problems'
import { Act } from '../ui/acts/act'
import { Dialog } from '../ui/dialogs/dialog'
import { TextField } from '../ui/fields/text-field'
import { ProblemNote } from '../ui/states/problem-note'
import { useRunning } from '../ui/states/use-running'
import { written } from './written'

export interface SettleConflictDialogProps {
  /** At the foot, quiet: which record. */
  readonly note: string
  /** What happened and both values, as the list says it. */
  readonly lines: readonly string[]
  /** Both values where a line cannot hold them; the dialog is wider then. */
  readonly both?: ReactNode
  /** How another value is taken instead. */
  readonly means: string
  /** An example of how it may have been checked. */
  readonly hint: string
  readonly settle: (reason: string) => Promise<Result<void, Problem>>
  readonly onClose: () => void
}

const longestReason = 300

/** 核对冲突 of a document or a visit: what stands now stays, and somebody says how that was checked. */
export function SettleConflictDialog({ note, lines, both, means, hint, settle, onClose }: SettleConflictDialogProps) {
  const translator = useMessages()
  const { t } = translator
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const reason = checkPlainText(typed, longestReason, false)
  const label = t('hands.settle.reason')
  const act = async (): Promise<void> => {
    setTried(true)
    if (reason.ok && (await run(() => written(settle(reason.value))))) onClose()
  }
  return (
    <Dialog
      open
      width={both ? 1100 : 620}
      title={t('hands.settle')}
      note={note}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void act()}>
            {t('hands.settle.do')}
          </Act>
        </>
      }
    >
      {lines.map((line, nth) => (
        <p key={`${nth} ${line}`}>{line}</p>
      ))}
      {both}
      <p className="dialog-hint">{means}</p>
      <TextField
        takesFocus
        label={label}
        hint={hint}
        value={typed}
        error={isTried && !reason.ok ? fieldProblemSentence(reason.problem, label, translator) : null}
        onChange={setTyped}
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
