import { useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { written } from '../../case-parts/written'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { drawNow } from '../../ui/fields/draw-now'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface RoomDialogProps {
  readonly title: string
  /** At the foot, quiet. */
  readonly note?: string
  /** On the button: a verb. Missing where nothing can be done but close. */
  readonly does?: string
  /** Writes the act; null where the form is not whole, whose fields then say why. */
  readonly act: () => Promise<Result<void, Problem>> | null
  /** Once it is written, before the dialog closes. */
  readonly onDone?: () => Promise<void> | void
  readonly onClose: () => void
  readonly width?: number
  /** Given the element of the fields, for whoever listens to what is typed in it. */
  readonly page?: RefObject<HTMLDivElement | null>
  /** Told once somebody has tried, so that empty fields complain then and not before. */
  readonly children: (isTried: boolean) => ReactNode
}

/** One small act of the room: its fields, Esc and Ctrl+Enter, and what went wrong beside what was typed. */
export function RoomDialog(props: RoomDialogProps) {
  const { title, note, does, act, onDone, onClose, width = 620, children } = props
  const { t } = useMessages()
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const own = useRef<HTMLDivElement>(null)
  const fields = props.page ?? own
  const take = async (): Promise<void> => {
    drawNow(() => setTried(true))
    if (focusInvalid(fields.current)) return
    const answer = act()
    if (!answer || !(await run(() => written(answer)))) return
    await onDone?.()
    onClose()
  }
  return (
    <Dialog
      open
      width={width}
      title={title}
      note={note}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('room.cancel')}
          </Act>
          {does ? (
            <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void take()}>
              {does}
            </Act>
          ) : null}
        </>
      }
    >
      <div ref={fields} className="room-fields">
        {children(isTried)}
      </div>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
