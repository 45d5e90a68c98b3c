import { ok, type Result } from '#shared/kernel/result'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../acts/act'
import { ProblemNote } from '../states/problem-note'
import { useRunning } from '../states/use-running'
import { Dialog, type DialogProps } from './dialog'

/** As the sentences know it: this folder knows no contract. */
type Problem = Parameters<typeof problemSentence>[0]

export interface OneActDialogProps<T> extends Pick<DialogProps, 'title' | 'children' | 'note' | 'width' | 'help'> {
  /** On the button: a verb. */
  readonly does: string
  /** There while it lasts, where that takes longer than a blink. */
  readonly doing?: string
  /** On the way out; 取消 where it is not said. */
  readonly cancels?: string
  /** Takes the focus at the beginning: where the act cannot be undone, or no field waits. */
  readonly startsAtCancel?: boolean
  readonly isFinal?: boolean
  readonly disabledBecause?: string | undefined
  /** Null where a field is not whole, and says so. Runs once at a time. */
  readonly act: () => Promise<Result<T, Problem>> | null
  /** Problems that a field shows itself. */
  readonly showsItself?: (problem: Problem) => boolean
  /** Once it is done; else the dialog closes. */
  readonly onDone?: (value: T) => void
  readonly onClose: () => void
}

/** A question with one answer: Ctrl+Enter does it, Esc leaves everything as it is, and what went wrong stands below the fields. */
export function OneActDialog<T>(props: OneActDialogProps<T>) {
  const { does, doing = does, cancels, startsAtCancel = false, isFinal = false, disabledBecause } = props
  const { act, showsItself, onClose, onDone = onClose } = props
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const take = async (): Promise<void> => {
    const done = await run(async () => {
      const answer = await act()
      return answer === null ? ok(null) : answer.ok ? ok({ value: answer.value }) : answer
    })
    if (done) onDone(done.value)
  }
  return (
    <Dialog
      open
      title={props.title}
      note={props.note}
      help={props.help}
      {...(props.width ? { width: props.width } : {})}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" takesFocus={startsAtCancel} onAct={onClose}>
            {cancels ?? t('dialog.cancel')}
          </Act>
          <Act
            look={isFinal ? 'danger' : 'primary'}
            keys="Ctrl+Enter"
            busy={isBusy}
            disabledBecause={disabledBecause}
            onAct={() => void take()}
          >
            {isBusy ? doing : does}
          </Act>
        </>
      }
    >
      {props.children}
      {problem && !showsItself?.(problem) ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
