import { useRef, useState, type ReactNode } from 'react'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { useMessages } from '../../../i18n/messages-provider'
import { problemSentence } from '../../../i18n/problems'
import { Act } from '../../../ui/acts/act'
import { Dialog } from '../../../ui/dialogs/dialog'
import { drawNow } from '../../../ui/fields/draw-now'
import { focusInvalid } from '../../../ui/fields/focus-invalid'
import { ProblemNote } from '../../../ui/states/problem-note'
import { useRunning } from '../../../ui/states/use-running'
import { written } from '../../../case-parts/written'

export interface ActDialogProps {
  readonly title: string
  /** At the foot, quiet: the number of the case. */
  readonly note: string
  /** On the button: a verb. */
  readonly does: string
  readonly isFinal?: boolean
  /** Writes the act; null where the form is not complete, whose fields then say why. */
  readonly act: () => Promise<Result<void, Problem>> | null
  readonly onClose: () => void
  /** Told once somebody has tried, so that empty fields complain then and not before. */
  readonly children: (isTried: boolean) => ReactNode
}

/** One small act: its fields, Esc and Ctrl+Enter, and what went wrong beside what was typed. */
export function ActDialog({ title, note, does, isFinal = false, act, onClose, children }: ActDialogProps) {
  const { t } = useMessages()
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const fields = useRef<HTMLDivElement>(null)
  const take = async (): Promise<void> => {
    drawNow(() => setTried(true))
    if (focusInvalid(fields.current)) return
    const answer = act()
    if (!answer) return
    if (await run(() => written(answer))) onClose()
  }
  return (
    <Dialog
      open
      width={620}
      title={title}
      note={note}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act look={isFinal ? 'danger' : 'primary'} keys="Ctrl+Enter" busy={isBusy} onAct={() => void take()}>
            {does}
          </Act>
        </>
      }
    >
      <div ref={fields} className="act-fields">
        {children(isTried)}
      </div>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
